import type { Language } from "../api/operation.ts";
import { refusals } from "../messages.ts";
import { formatMessage } from "../page/message.ts";
import type { Faults, PlatformError } from "../platform-error.ts";
import { randomBytes } from "node:crypto";

export type ErrorBody = {
  readonly code: string;
  readonly id: string;
  readonly message: string;
  readonly errors?: Readonly<Record<string, { readonly messages: readonly string[] }>>;
};

/** The JSON body kintone answers with; `id` is new for each answer. */
export function toErrorBody(error: PlatformError, language: Language): ErrorBody {
  return {
    code: error.code,
    id: randomBytes(15).toString("base64url"),
    message: formatMessage(refusals[error.code], language, error.params),
    ...(error.faults && { errors: toMessages(error.faults, language) }),
  };
}

function toMessages(faults: Faults, language: Language): NonNullable<ErrorBody["errors"]> {
  return Object.fromEntries(
    Object.entries(faults).map(([path, list]) => [
      path,
      { messages: list.map((fault) => formatMessage(fault.message, language, fault.params)) },
    ]),
  );
}
