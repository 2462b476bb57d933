import { defineMessages } from "../../../domain/message.ts";
import type { SuiteError, SuiteErrorCode } from "../../../domain/suite-error.ts";
import { createFailure } from "../../cli/failure.ts";
import type { Json } from "./json.ts";
import { isJsonObject, listOf, memberOf, textOf } from "./json.ts";

const messages = defineMessages({
  offline: {
    ja: "{baseUrl} につながりませんでした({reason})。アドレスが正しいか、サーバーが動いているか、ネットワークを確かめてください。",
    en: "{baseUrl} could not be reached ({reason}). Check the address, the network and that the server is running.",
  },
  dropped: {
    ja: "{baseUrl} との接続が途中で切れました({reason})。ネットワークを確かめて、もう一度実行してください(続きから行います)。",
    en: "The connection to {baseUrl} broke ({reason}). Check the network and run again; it continues where it stopped.",
  },
  timeout: {
    ja: "{baseUrl} から時間内に返事がありませんでした。少し待ってから、もう一度実行してください(続きから行います)。",
    en: "{baseUrl} did not answer in time. Wait a little and run again; it continues where it stopped.",
  },
  foreign: {
    ja: "{baseUrl} から返ってきたものはkintoneの返事ではありません。アドレスが正しいか、間にある中継サーバー(プロキシ)を確かめてください。",
    en: "What {baseUrl} answered is not kintone's. Check the address and the proxies in between.",
  },
  unauthenticated: {
    ja: "{baseUrl} に「{username}」でログインできませんでした。ログイン名とパスワード(環境変数 KINTONE_USERNAME・KINTONE_PASSWORD、または環境ファイルにある名前の変数)を確かめてください。",
    en: "“{username}” could not sign in to {baseUrl}. Check the login name and the password in the environment variables.",
  },
  forbidden: {
    ja: "「{username}」にはこの操作の権限がありません({target}: {reason})。kintoneのシステム管理権限を持つユーザーで実行してください。",
    en: "“{username}” may not do this ({target}: {reason}). Use an administrator of the kintone domain.",
  },
  conflict: {
    ja: "ほかの人が同じときに設定を変えたため、ここで止めました({target})。もう一度実行すると、今の状態から計画し直します。",
    en: "Stopped because somebody else changed the settings meanwhile ({target}). Run again to plan from the present state.",
  },
  busy: {
    ja: "kintoneが混み合っています({reason})。少し待ってから、もう一度実行してください(続きから行います)。",
    en: "kintone is busy ({reason}). Wait a little and run again; it continues where it stopped.",
  },
  refused: {
    ja: "kintoneが受け付けませんでした。{target}: {reason}",
    en: "kintone did not accept {target}: {reason}",
  },
});

/** Nothing was answered: wrong address, no network, or a server that hangs. */
export function toOfflineFailure(error: unknown, baseUrl: string): SuiteError {
  if (error instanceof Error && error.name === "TimeoutError") {
    return createFailure("timeout", messages.timeout, { baseUrl }, { cause: error });
  }
  const reason = findReason(error);
  const isDropped = !unreachable.has(reason);
  const message = isDropped ? messages.dropped : messages.offline;
  return createFailure("offline", message, { baseUrl, reason }, { cause: error, details: { isDropped } });
}

/** The connection broke after it had been made; a server that is not there at all is not asked again. */
export function isBroken(error: SuiteError): boolean {
  return error.code === "offline" && memberOf(error.details, "isDropped") === true;
}

/** Nobody listens there: trying again does not help. */
const unreachable = new Set([
  "ECONNREFUSED",
  "ENOTFOUND",
  "EHOSTUNREACH",
  "ENETUNREACH",
  "bad port",
  "unexpected redirect",
]);

/** 200, but not JSON: the page of a gateway, or of another site at this address. */
export function toForeignAnswer(error: unknown, baseUrl: string): SuiteError {
  return createFailure("configuration", messages.foreign, { baseUrl }, { cause: error });
}

/** `fetch failed` says nothing: the system's code (ECONNREFUSED, ENOTFOUND, …) is in the cause, or in one of several. */
function findReason(error: unknown): string {
  const cause = error instanceof Error ? error.cause : undefined;
  const inner: unknown = cause instanceof AggregateError ? cause.errors[0] : cause;
  if (inner instanceof Error) {
    return "code" in inner && typeof inner.code === "string" ? inner.code : inner.message;
  }
  return error instanceof Error ? error.message : String(error);
}

type Call = { readonly baseUrl: string; readonly username: string; readonly target: string };

/** The answer was not 2xx: kintone's `{ code, id, message, errors }`, or text of something in between. */
export function toRefusal(response: Response, body: string, call: Call): SuiteError {
  const details = parseBody(body);
  const error = firstError(details);
  const code = textOf(memberOf(error, "code"));
  const reason = isJsonObject(error) ? renderReason(error) : `HTTP ${response.status}`;
  const kind = kindOf(response.status, code);
  const message =
    kind === "invalid" || kind === "not-found" || kind === "unexpected" ? messages.refused : messages[kind];
  return createFailure(kind, message, { ...call, reason }, { details: { status: response.status, body: details } });
}

type RefusalKind = Extract<
  SuiteErrorCode,
  "unauthenticated" | "forbidden" | "conflict" | "busy" | "invalid" | "not-found" | "unexpected"
>;

/** Any 409 and any GAIA_CO… is a conflict: live domains answer GAIA_CO02 and GAIA_CO03 for the same thing. */
function kindOf(status: number, code: string): RefusalKind {
  if (status === 401) {
    return "unauthenticated";
  }
  if (status === 409 || code.startsWith("GAIA_CO")) {
    return "conflict";
  }
  if (status === 429 || (status >= 502 && status <= 504) || code === "GAIA_DA02" || code === "GAIA_LT01") {
    return "busy";
  }
  if (status === 403) {
    return "forbidden";
  }
  if (status === 404) {
    return "not-found";
  }
  return status < 500 || status === 520 ? "invalid" : "unexpected";
}

/** A failed bulkRequest answers `{ results: [{}, {…error…}, {}] }`. */
function firstError(details: Json): Json {
  const results = listOf(memberOf(details, "results"));
  return results.find((result) => textOf(memberOf(result, "code")) !== "") ?? details;
}

function renderReason(error: Json): string {
  const fields = Object.entries(toMessages(memberOf(error, "errors")));
  const detail = fields.map(([field, texts]) => `${field}: ${texts.join(" ")}`).join(" / ");
  return `[${textOf(memberOf(error, "code"))}] ${textOf(memberOf(error, "message"))}${detail === "" ? "" : ` ${detail}`}`;
}

function toMessages(errors: Json): Record<string, string[]> {
  return isJsonObject(errors)
    ? Object.fromEntries(
        Object.entries(errors).map(([field, value]) => [field, listOf(memberOf(value, "messages")).map(textOf)]),
      )
    : {};
}

function parseBody(body: string): Json {
  try {
    const value: Json = JSON.parse(body);
    return value;
  } catch {
    return body.slice(0, 2000);
  }
}
