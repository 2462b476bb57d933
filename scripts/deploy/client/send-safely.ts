import { setTimeout as wait } from "node:timers/promises";
import { SuiteError } from "../../../domain/suite-error.ts";
import { listOf, memberOf, textOf } from "./json.ts";
import type { Json, JsonObject } from "./json.ts";
import type { KintoneClient } from "./kintone-client.ts";

type Write = { readonly method: "POST" | "PUT" | "DELETE"; readonly path: string; readonly body: JsonObject };

const attempts = 5;

/**
 * Sends a write, again only where that is safe. A definite refusal (429, a deploy that is still running) was not carried out. After an
 * answer that never came the app's revision tells whether the write arrived; without a revision (a new app, records) it is not repeated:
 * the next run finds out what is there.
 */
export async function sendSafely(client: KintoneClient, write: Write): Promise<Json> {
  for (let count = 1; ; count += 1) {
    try {
      return await client.write(write.method, write.path, write.body);
    } catch (error) {
      if (!(error instanceof SuiteError) || count >= attempts) {
        throw error;
      }
      const isRefused = isDefiniteRefusal(error);
      if (!isRefused && !isUnclear(error)) {
        throw error;
      }
      await wait(300 * 2 ** (count - 1));
      const arrived: Arrival = isRefused ? { kind: "no" } : await findOut(client, write);
      if (arrived.kind === "unknown") {
        throw error;
      }
      if (arrived.kind === "yes") {
        return { revision: arrived.revision };
      }
    }
  }
}

/** kintone said that it did nothing. */
function isDefiniteRefusal(error: SuiteError): boolean {
  const { status, code } = readDetails(error);
  return status === 429 || code === "GAIA_DA02" || code === "GAIA_LT01";
}

/** No answer, or one of something in between. */
function isUnclear(error: SuiteError): boolean {
  const { status } = readDetails(error);
  return error.code === "timeout" || isDropped(error) || status >= 500;
}

/** The connection broke after it had been made; a server that is not there at all is not asked again. */
export function isDropped(error: SuiteError): boolean {
  return error.code === "offline" && memberOf(error.details, "isDropped") === true;
}

function readDetails({ details }: SuiteError): { readonly status: number; readonly code: string } {
  const body = memberOf(details, "body");
  const failed = listOf(memberOf(body, "results")).find((result) => textOf(memberOf(result, "code")) !== "");
  return {
    status: Number(textOf(memberOf(details, "status")) || "0"),
    code: textOf(memberOf(failed ?? body, "code")),
  };
}

type Arrival =
  | { readonly kind: "no" }
  | { readonly kind: "unknown" }
  | { readonly kind: "yes"; readonly revision: string };

/** Whether a write arrived whose answer did not; unknown where nothing tells, or somebody else wrote as well. */
async function findOut(client: KintoneClient, { path, body }: Write): Promise<Arrival> {
  // Deploying the same revisions again changes nothing.
  if (path.endsWith("/preview/app/deploy.json")) {
    return { kind: "no" };
  }
  const [app, before] = [textOf(body["app"]), textOf(body["revision"])];
  if (app === "" || before === "") {
    return { kind: "unknown" };
  }
  const now = textOf(memberOf(await client.read("/k/v1/preview/app/adminNotes.json", { app }), "revision"));
  if (now === before) {
    return { kind: "no" };
  }
  return Number(now) === Number(before) + 1 ? { kind: "yes", revision: now } : { kind: "unknown" };
}
