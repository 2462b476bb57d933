import { setTimeout as wait } from "node:timers/promises";
import { FormData, type RequestInit, type Response, fetch } from "undici";
import { SuiteError } from "../../../domain/suite-error.ts";
import type { Environment } from "../environment.ts";
import { gateOf } from "./domain-gate.ts";
import { createDispatcher } from "./create-dispatcher.ts";
import type { Json, JsonObject } from "./json.ts";
import { listOf, memberOf, objectOf, textOf } from "./json.ts";
import { toForeignAnswer, toOfflineFailure, toRefusal } from "./refusal.ts";
import { isDropped } from "./send-safely.ts";

/** The REST API of one domain: kintone's paths in, parsed JSON out, refusals as `SuiteError`. */
export type KintoneClient = {
  readonly baseUrl: string;
  readonly read: (path: string, params?: JsonObject) => Promise<Json>;
  readonly write: (method: "POST" | "PUT" | "DELETE", path: string, body: JsonObject) => Promise<Json>;
  readonly upload: (file: { readonly name: string; readonly bytes: Uint8Array }) => Promise<Json>;
  readonly download: (fileKey: string) => Promise<Uint8Array>;
  /** The server's clock at its last answer (`Date` header), in milliseconds; our own where it did not say. */
  readonly serverTime: () => number;
  /** Requests that were sent so far, repeated ones included. */
  readonly callCount: () => number;
};

const callTimeout = 60_000;
const readAttempts = 4;

export type Credentials = Pick<Environment, "baseUrl" | "username" | "password"> &
  Partial<Pick<Environment, "guestSpace">>;

/** Password authentication: creating apps, plugins and customization take neither tokens nor less than an administrator. */
export function createKintoneClient(credentials: Credentials): KintoneClient {
  const { baseUrl, username, password, guestSpace = null } = credentials;
  const dispatcher = createDispatcher(baseUrl);
  const gate = gateOf(baseUrl);
  let lastTime = Date.now();
  let calls = 0;
  const headers = {
    "X-Cybozu-Authorization": Buffer.from(`${username}:${password}`).toString("base64"),
    "Accept-Language": "ja",
  };

  async function call(path: string, init: RequestInit): Promise<Response> {
    calls += 1;
    const target = `${init.method ?? "GET"} ${path.split("?")[0] ?? path}`;
    let response: Response;
    try {
      // fetch takes headers of our own along to wherever it is redirected, and one of them is the password.
      response = await gate.pass(() => {
        const signal = AbortSignal.timeout(callTimeout);
        return fetch(`${baseUrl}${toPath(path, guestSpace)}`, { ...init, dispatcher, redirect: "error", signal });
      });
    } catch (error) {
      throw toOfflineFailure(error, baseUrl);
    }
    gate.learn(response.headers);
    const time = Date.parse(response.headers.get("date") ?? "");
    lastTime = Number.isNaN(time) ? Date.now() : time;
    if (!response.ok) {
      throw toRefusal(response, await response.text(), { baseUrl, username, target });
    }
    return response;
  }

  return {
    baseUrl,
    serverTime: () => lastTime,
    callCount: () => calls,
    read: async (path, params = {}) => {
      const query = toQuery(params);
      const response = await retryReading(() => call(query === "" ? path : `${path}?${query}`, { headers }));
      return parseAnswer(await response.text(), baseUrl);
    },
    write: async (method, path, body) => {
      const response = await call(path, {
        method,
        headers: { ...headers, "Content-Type": "application/json" },
        body: JSON.stringify(inGuestSpace(body, guestSpace)),
      });
      return parseAnswer(await response.text(), baseUrl);
    },
    upload: async ({ name, bytes }) => {
      const form = new FormData();
      form.set("file", new Blob([Uint8Array.from(bytes)]), name);
      // A file that nothing names is dropped by kintone itself, so sending it again is safe.
      const response = await retryReading(() => call("/k/v1/file.json", { method: "POST", headers, body: form }));
      return parseAnswer(await response.text(), baseUrl);
    },
    download: async (fileKey) => {
      const response = await call(`/k/v1/file.json?${toQuery({ fileKey })}`, { headers });
      return new Uint8Array(await response.arrayBuffer());
    },
  };
}

/** Reading again is always safe; writing again is not (a lost add-app would make a second app), so only reads retry. */
async function retryReading<T>(attempt: () => Promise<T>): Promise<T> {
  for (let count = 1; ; count += 1) {
    try {
      return await attempt();
    } catch (error) {
      const isPassing =
        error instanceof SuiteError && (error.code === "busy" || error.code === "timeout" || isDropped(error));
      if (!isPassing || count >= readAttempts) {
        throw error;
      }
      await wait(500 * 2 ** (count - 1));
    }
  }
}

/** Apps of a guest space answer below its own path only; users and plugins belong to the whole domain. */
function toPath(path: string, guestSpace: string | null): string {
  const isOfDomain = /^\/k\/v1\/plugins?\.json/u.test(path) || !path.startsWith("/k/v1/");
  return guestSpace === null || isOfDomain ? path : path.replace("/k/v1/", `/k/guest/${guestSpace}/v1/`);
}

/** The requests inside a bulkRequest name paths of their own. */
function inGuestSpace(body: JsonObject, guestSpace: string | null): JsonObject {
  const requests = listOf(body["requests"]);
  return guestSpace === null || requests.length === 0
    ? body
    : {
        ...body,
        requests: requests.map((each) => ({
          ...objectOf(each),
          api: toPath(textOf(memberOf(each, "api")), guestSpace),
        })),
      };
}

/** Arrays as `ids[0]=1&ids[1]=2`, as kintone's own client writes them. */
function toQuery(params: JsonObject): string {
  const query = new URLSearchParams();
  for (const [key, value] of Object.entries(params)) {
    if (Array.isArray(value)) {
      listOf(value).forEach((item, index) => query.append(`${key}[${index}]`, textOf(item)));
    } else if (value !== undefined && value !== null) {
      query.append(key, textOf(value));
    }
  }
  return query.toString();
}

function parseAnswer(text: string, baseUrl: string): Json {
  try {
    const value: Json = JSON.parse(text);
    return value;
  } catch (error) {
    throw toForeignAnswer(error, baseUrl);
  }
}
