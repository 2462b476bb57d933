import { callExactly, countRunningCalls, toApiUrl, toGetUrl } from "../rest.ts";
import type { RestMethod } from "../rest.ts";
import { kintoneMessages } from "../messages/record-kintone-messages.ts";
import { toParams } from "./arguments.ts";
import { refuse } from "./refuse.ts";

const methods: readonly RestMethod[] = ["GET", "POST", "PUT", "DELETE"];

/** kintone's own limit per domain (fact sheet §1.4, GAIA_TO04). */
const concurrencyLimit = 100;

/** `kintone.api(path, method, params[, success, failure])`: a promise, or nothing when callbacks are given. */
export const api = Object.assign(callApi, {
  url: (path: unknown, detectGuest?: unknown): string => toApiUrl(toSpacePath(String(path), detectGuest)),
  urlForGet: (path: unknown, params: unknown, detectGuest?: unknown): string =>
    toGetUrl(toSpacePath(String(path), detectGuest), toParams(params)),
  getConcurrencyLimit: async (): Promise<{ limit: number; running: number }> => ({
    limit: concurrencyLimit,
    running: countRunningCalls(),
  }),
});

/** On the pages of a guest space, and only when asked, the path is the one below `/k/guest/{space}/`. */
function toSpacePath(path: string, detectGuest: unknown): string {
  const space = /^\/k\/(?:m\/)?guest\/(\d+)\//u.exec(location.pathname)?.[1];
  return detectGuest === true && space !== undefined ? path.replace(/^\/k\/v1\//u, `/k/guest/${space}/v1/`) : path;
}

function callApi(...given: readonly unknown[]): Promise<unknown> | undefined {
  const [path, method, params, success, failure] = given;
  const wanted = methods.find((name) => name === String(method).toUpperCase());
  const answer =
    wanted === undefined
      ? Promise.reject(refuse("kintone.api", kintoneMessages.wrongState, { states: methods.join(", ") }))
      : callExactly(wanted, String(path), toParams(params));
  return withCallbacks(answer, success, failure);
}

/** The old form of kintone's functions: with a success callback nothing is returned, and a failure needs its own. */
export function withCallbacks(
  answer: Promise<unknown>,
  success: unknown,
  failure: unknown,
  spread = false,
): Promise<unknown> | undefined {
  if (typeof success !== "function") {
    return answer;
  }
  answer
    .then((value) => Reflect.apply(success, undefined, spread && Array.isArray(value) ? value : [value]))
    .catch((error: unknown) => {
      if (typeof failure === "function") {
        Reflect.apply(failure, undefined, [error]);
      }
    });
  return undefined;
}
