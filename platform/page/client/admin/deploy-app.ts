import { callRest } from "../rest.ts";
import { toObject } from "../record/read-rest-record.ts";

export type DeployResult = "SUCCESS" | "FAIL" | "CANCEL" | "TIMEOUT";

const intervalMs = 500;
const deadlineMs = 120_000;

/** Publishes the preview settings of an app and waits until that has ended, one way or the other (fact sheet §8.2). */
export async function deployApp(
  app: number,
  wait: (ms: number) => Promise<void> = async (ms) => new Promise((resolve) => setTimeout(resolve, ms)),
  call: typeof callRest = callRest,
): Promise<DeployResult> {
  const path = "/k/v1/preview/app/deploy.json";
  await call("POST", path, { apps: [{ app }] });
  for (let waited = 0; waited < deadlineMs; waited += intervalMs) {
    const status = readStatus(await call("GET", path, { apps: [app] }));
    if (status === "SUCCESS" || status === "FAIL" || status === "CANCEL") {
      return status;
    }
    await wait(intervalMs);
  }
  return "TIMEOUT";
}

function readStatus(body: unknown): unknown {
  const { apps } = toObject(body);
  return Array.isArray(apps) ? toObject(apps[0])["status"] : undefined;
}
