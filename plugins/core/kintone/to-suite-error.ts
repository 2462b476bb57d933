import { fillMessage, formatMessage, type Language, type Message } from "../../../domain/message.ts";
import { SuiteError, type SuiteErrorCode } from "../../../domain/suite-error.ts";
import { kintoneMessages } from "./messages.ts";

/** kintone's codes that call for an act of their own (fact sheet §1.4); every other code is "invalid" input. */
const codes: Readonly<Record<string, SuiteErrorCode>> = {
  GAIA_CO02: "conflict",
  GAIA_UN03: "conflict",
  CB_NO02: "forbidden",
  GAIA_NO01: "forbidden",
  GAIA_FU01: "forbidden",
  GAIA_NT01: "forbidden",
  GAIA_RE01: "not-found",
  GAIA_AP01: "not-found",
  CB_AU01: "unauthenticated",
  CB_WA01: "unauthenticated",
  GAIA_TO04: "busy",
  GAIA_LT01: "busy",
  GAIA_DA02: "busy",
  GAIA_CS02: "busy",
  GAIA_NO02: "busy",
  // The local platform's word for no answer; kintone itself rejects with an empty text.
  KP_OFFLINE: "offline",
};

const texts: Readonly<Record<SuiteErrorCode, Message>> = {
  conflict: kintoneMessages.conflict,
  forbidden: kintoneMessages.forbidden,
  "not-found": kintoneMessages.notFound,
  invalid: kintoneMessages.invalid,
  unauthenticated: kintoneMessages.unauthenticated,
  offline: kintoneMessages.offline,
  busy: kintoneMessages.busy,
  unexpected: kintoneMessages.unexpected,
  timeout: kintoneMessages.busy,
  "deploy-failed": kintoneMessages.unexpected,
  configuration: kintoneMessages.unexpected,
};

type Refusal = { readonly code: string; readonly message: string; readonly errors: unknown };

/**
 * Turns what `kintone.api` rejects with into a SuiteError whose message can be shown to the user. kintone rejects with
 * the parsed body, with the raw text when the body is not JSON, and with an empty text when there was no answer.
 */
export function toSuiteError(reason: unknown, language: Language, online = true): SuiteError {
  if (reason instanceof SuiteError) {
    return reason;
  }
  const refusal = parseRefusal(reason);
  if (!refusal) {
    const code = isMissingAnswer(reason, online) ? "offline" : "unexpected";
    return new SuiteError(code, formatMessage(texts[code], language), { cause: reason });
  }
  const code = codes[refusal.code] ?? "invalid";
  const message = fillMessage(texts[code], { reason: describe(refusal, language) });
  return new SuiteError(code, formatMessage(message, language), { cause: reason, details: refusal });
}

function parseRefusal(reason: unknown): Refusal | null {
  if (typeof reason !== "object" || reason === null || !("code" in reason) || typeof reason.code !== "string") {
    return null;
  }
  const message = "message" in reason && typeof reason.message === "string" ? reason.message : "";
  return { code: reason.code, message, errors: "errors" in reason ? reason.errors : undefined };
}

function isMissingAnswer(reason: unknown, online: boolean): boolean {
  return !online || reason === "";
}

/** The server's own words by field, which are in the user's language and more exact than ours. */
function describe({ message, errors }: Refusal, language: Language): string {
  const byField = typeof errors === "object" && errors !== null ? Object.values(errors).flatMap(textsOf) : [];
  const reasons = byField.length > 0 ? byField : [message];
  const text = [...new Set(reasons)].filter((line) => line !== "").join(" ");
  return text === "" ? formatMessage(kintoneMessages.invalidWithoutReason, language) : text;
}

function textsOf(error: unknown): string[] {
  const messages = typeof error === "object" && error !== null && "messages" in error ? error.messages : [];
  return Array.isArray(messages) ? messages.filter((text) => typeof text === "string") : [];
}
