import { callRest, countRunningCalls, toApiUrl, toGetUrl } from "../rest.ts";
import type { RestMethod } from "../rest.ts";
import { toParams } from "./arguments.ts";

const methods: readonly RestMethod[] = ["GET", "POST", "PUT", "DELETE"];

/** kintone's own limit per domain (fact sheet §1.4, GAIA_TO04). */
const concurrencyLimit = 100;

/** `kintone.api(path, method, params[, success, failure])`: a promise, or nothing when callbacks are given. */
export const api = Object.assign(callApi, {
  url: (path: unknown): string => toApiUrl(String(path)),
  urlForGet: (path: unknown, params: unknown): string => toGetUrl(String(path), toParams(params)),
  getConcurrencyLimit: async (): Promise<{ limit: number; running: number }> => ({
    limit: concurrencyLimit,
    running: countRunningCalls(),
  }),
});

function callApi(...given: readonly unknown[]): Promise<unknown> | undefined {
  const [path, method, params, success, failure] = given;
  const wanted = methods.find((name) => name === String(method).toUpperCase());
  const answer =
    wanted === undefined
      ? Promise.reject(new Error(`kintone.api: unknown method ${String(method)}`))
      : callRest(wanted, String(path), toParams(params));
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
