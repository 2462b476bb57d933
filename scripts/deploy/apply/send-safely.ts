import { setTimeout as wait } from "node:timers/promises";
import { SuiteError } from "../../../domain/suite-error.ts";
import type { Json } from "../client/json.ts";
import { listOf, memberOf, textOf } from "../client/json.ts";
import type { KintoneClient } from "../client/kintone-client.ts";
import { isBroken } from "../client/refusal.ts";
import type { SettingsWrite } from "../observe/find-write.ts";
import { findWrite } from "../observe/find-write.ts";

const attempts = 5;

/**
 * Sends a write, again only where that is safe. A definite refusal (429, a deploy that is still running) was not carried out. After an
 * answer that never came the app's revision and the area itself tell whether the write arrived; without a revision (a new app, records) it
 * is not repeated: the next run finds out what is there.
 */
export async function sendSafely(client: KintoneClient, write: SettingsWrite): Promise<Json> {
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
  return error.code === "timeout" || isBroken(error) || status >= 500;
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
async function findOut(client: KintoneClient, write: SettingsWrite): Promise<Arrival> {
  // Deploying the same revisions again changes nothing.
  if (write.path.endsWith("/preview/app/deploy.json")) {
    return { kind: "no" };
  }
  const before = textOf(write.body["revision"]);
  const found = before === "" ? null : await findWrite(client, write);
  if (found === null) {
    return { kind: "unknown" };
  }
  if (found.revision === before) {
    return { kind: "no" };
  }
  const isOurs = found.isThere && Number(found.revision) === Number(before) + 1;
  return isOurs ? { kind: "yes", revision: found.revision } : { kind: "unknown" };
}
