import { setTimeout as wait } from "node:timers/promises";
import { FormData, type RequestInit, type Response, fetch } from "undici";
import { SuiteError } from "../../../domain/suite-error.ts";
import type { Environment } from "../environment.ts";
import { gateOf } from "./domain-gate.ts";
import { createDispatcher } from "./create-dispatcher.ts";
import type { Json, JsonObject } from "./json.ts";
import { listOf, memberOf, objectOf, textOf } from "./json.ts";
import { isBroken, toForeignAnswer, toOfflineFailure, toRefusal } from "./refusal.ts";

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

  async function call(path: string, init: RequestInit): Promise<Uint8Array> {
    calls += 1;
    const target = `${init.method ?? "GET"} ${path.split("?")[0] ?? path}`;
    let response: Response;
    let bytes: Uint8Array;
    try {
      // fetch takes headers of our own along to wherever it is redirected, and one of them is the password.
      [response, bytes] = await gate.pass(async () => {
        const signal = AbortSignal.timeout(callTimeout);
        const url = `${baseUrl}${toPath(path, guestSpace)}`;
        const answer = await fetch(url, { ...init, dispatcher, redirect: "error", signal });
        // A connection may break in the middle of an answer as well.
        return [answer, new Uint8Array(await answer.arrayBuffer())] as const;
      });
    } catch (error) {
      throw toOfflineFailure(error, baseUrl);
    }
    gate.learn(response.headers);
    const time = Date.parse(response.headers.get("date") ?? "");
    lastTime = Number.isNaN(time) ? Date.now() : time;
    if (!response.ok) {
      throw toRefusal(response, Buffer.from(bytes).toString(), { baseUrl, username, target });
    }
    return bytes;
  }

  return {
    baseUrl,
    serverTime: () => lastTime,
    callCount: () => calls,
    read: async (path, params = {}) => {
      const query = toQuery(params);
      return parseAnswer(
        await retryReading(() => call(query === "" ? path : `${path}?${query}`, { headers })),
        baseUrl,
      );
    },
    write: async (method, path, body) => {
      const answer = await call(path, {
        method,
        headers: { ...headers, "Content-Type": "application/json" },
        body: JSON.stringify(inGuestSpace(body, guestSpace)),
      });
      return parseAnswer(answer, baseUrl);
    },
    upload: async ({ name, bytes }) => {
      const form = new FormData();
      form.set("file", new Blob([Uint8Array.from(bytes)]), name);
      // A file that nothing names is dropped by kintone itself, so sending it again is safe.
      const send = () => call("/k/v1/file.json", { method: "POST", headers, body: form });
      return parseAnswer(await retryReading(send), baseUrl);
    },
    download: (fileKey) => retryReading(() => call(`/k/v1/file.json?${toQuery({ fileKey })}`, { headers })),
  };
}

/** Reading again is always safe; writing again is not (a lost add-app would make a second app), so only reads retry. */
async function retryReading<T>(attempt: () => Promise<T>): Promise<T> {
  for (let count = 1; ; count += 1) {
    try {
      return await attempt();
    } catch (error) {
      const isPassing =
        error instanceof SuiteError && (error.code === "busy" || error.code === "timeout" || isBroken(error));
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

function parseAnswer(bytes: Uint8Array, baseUrl: string): Json {
  try {
    const value: Json = JSON.parse(Buffer.from(bytes).toString());
    return value;
  } catch (error) {
    throw toForeignAnswer(error, baseUrl);
  }
}
