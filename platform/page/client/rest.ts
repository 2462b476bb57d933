import { faultMessages } from "./messages/record-fault-messages.ts";
import { formatMessage } from "../message.ts";
import { pageLanguage, pageState } from "./kintone/page-state.ts";

export type RestMethod = "GET" | "POST" | "PUT" | "DELETE";

/** The body of a refusal in kintone's shape. `KP_OFFLINE` and `KP_OTHER_USER` are this page's own codes. */
export type RestError = { code: string; id: string; message: string; errors?: unknown };

/** Longer GET requests travel as POST, as the official client does it (fact sheet §1.2). */
const longestUrl = 4096;

let freshToken: string | null = null;
let callsRunning = 0;

/** How many calls are under way, for `kintone.api.getConcurrencyLimit()`. */
export function countRunningCalls(): number {
  return callsRunning;
}

/** The token that proves to the server that a call comes from one of its own pages. */
export function requestToken(): string {
  return freshToken ?? pageState.bootstrap?.requestToken ?? "";
}

/** The path of an API as pages of a guest space have to call it; elsewhere the same path. */
export function toSpacePath(path: string): string {
  const space = pageState.bootstrap?.guestSpace;
  return space === undefined ? path : path.replace(/^\/k\/v1\//u, `/k/guest/${space}/v1/`);
}

/** Calls the REST API for what the page shows; on the pages of a guest space the path is the one below that space. */
export async function callRest(
  method: RestMethod,
  path: string,
  params: Readonly<Record<string, unknown>> = {},
): Promise<unknown> {
  return callExactly(method, toSpacePath(path), params);
}

/**
 * Calls the REST API with the session. Resolves to the parsed body; rejects with kintone's error object
 * (`{code, id, message, errors?}`), or with the raw text when the answer is not JSON.
 */
export async function callExactly(
  method: RestMethod,
  path: string,
  params: Readonly<Record<string, unknown>> = {},
): Promise<unknown> {
  const first = await send(method, path, params);
  const answer = isStaleToken(first) && (await renewToken()) ? await send(method, path, params) : first;
  if (answer.status >= 200 && answer.status < 300) {
    return answer.body;
  }
  return refuse(answer.body);
}

/** The absolute address of an API, `.json` appended when it is missing. */
export function toApiUrl(path: string): string {
  const url = new URL(path, location.origin);
  if (!url.pathname.endsWith(".json")) {
    url.pathname += ".json";
  }
  return url.href;
}

/** The address of a GET call with its parameters in kintone's form (`fields[0]=…`). */
export function toGetUrl(path: string, params: Readonly<Record<string, unknown>>): string {
  const query = toQuery(params);
  return query === "" ? toApiUrl(path) : `${toApiUrl(path)}?${query}`;
}

/** Parses an unknown rejection of `callRest` into the error shape. */
export function toRestError(error: unknown): RestError {
  if (typeof error === "object" && error !== null) {
    const code = "code" in error && typeof error.code === "string" ? error.code : "";
    const id = "id" in error && typeof error.id === "string" ? error.id : "";
    const message = "message" in error && typeof error.message === "string" ? error.message : "";
    return "errors" in error && error.errors !== undefined
      ? { code, id, message, errors: error.errors }
      : { code, id, message };
  }
  return { code: "", id: "", message: formatMessage(faultMessages.unreadable, pageLanguage()) };
}

type Answer = { readonly status: number; readonly body: unknown };

async function send(method: RestMethod, path: string, params: Readonly<Record<string, unknown>>): Promise<Answer> {
  const getUrl = method === "GET" ? toGetUrl(path, params) : "";
  const overridden = getUrl.length > longestUrl;
  const hasBody = method !== "GET" || overridden;
  callsRunning += 1;
  try {
    const response = await fetch(method === "GET" && !overridden ? getUrl : toApiUrl(path), {
      method: overridden ? "POST" : method,
      credentials: "same-origin",
      headers: {
        "X-Requested-With": "XMLHttpRequest",
        "Accept-Language": pageLanguage(),
        ...(hasBody ? { "Content-Type": "application/json" } : {}),
        ...(overridden ? { "X-HTTP-Method-Override": "GET" } : {}),
      },
      ...(hasBody ? { body: JSON.stringify({ ...params, __REQUEST_TOKEN__: requestToken() }) } : {}),
    });
    return { status: response.status, body: parseBody(await response.text()) };
  } catch {
    const message = formatMessage(faultMessages.offline, pageLanguage());
    return { status: 0, body: { code: "KP_OFFLINE", id: "", message } };
  } finally {
    callsRunning -= 1;
  }
}

function parseBody(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return text;
  }
}

// kintone hands its plain JSON body to callers; public plugins read `error.code` and `error.errors` of it.
function refuse(body: unknown): Promise<never> {
  return Promise.reject(body);
}

function isStaleToken(answer: Answer): boolean {
  return answer.status === 403 && /CSRF|TOKEN|CB_JH01/u.test(toRestError(answer.body).code);
}

/** After a sign-in in another tab the token of this page is old: the page is asked for again and its token taken. */
async function renewToken(): Promise<boolean> {
  try {
    const response = await fetch(location.pathname + location.search, { credentials: "same-origin" });
    const page = new DOMParser().parseFromString(await response.text(), "text/html");
    const bootstrap: unknown = JSON.parse(page.querySelector("#kp-bootstrap")?.textContent ?? "null");
    if (typeof bootstrap !== "object" || bootstrap === null || !("requestToken" in bootstrap)) {
      return false;
    }
    if (!("loginUser" in bootstrap) || !isSameUser(bootstrap.loginUser)) {
      return false;
    }
    freshToken = typeof bootstrap.requestToken === "string" ? bootstrap.requestToken : freshToken;
    return true;
  } catch {
    return false;
  }
}

function isSameUser(user: unknown): boolean {
  const code = typeof user === "object" && user !== null && "code" in user ? user.code : null;
  return code === pageState.bootstrap?.loginUser.code;
}

function toQuery(params: Readonly<Record<string, unknown>>): string {
  return Object.entries(params)
    .flatMap(([name, value]) => toPairs(name, value))
    .map(([name, value]) => `${encodeBrackets(name)}=${encodeURIComponent(value)}`)
    .join("&");
}

function encodeBrackets(name: string): string {
  return encodeURIComponent(name).replaceAll("%5B", "[").replaceAll("%5D", "]");
}

function toPairs(name: string, value: unknown): [string, string][] {
  if (value === undefined || value === null) {
    return [];
  }
  if (typeof value === "object") {
    return Object.entries(value).flatMap(([key, inner]) => toPairs(`${name}[${key}]`, inner));
  }
  return typeof value === "string" || typeof value === "number" || typeof value === "boolean"
    ? [[name, String(value)]]
    : [];
}
