import type { Language } from "./api/operation.ts";
import { inputMessages, refusals } from "./messages.ts";
import type { Message } from "./page/message.ts";
import { formatMessage } from "./page/message.ts";
import { randomBytes } from "node:crypto";

export type ErrorCode = keyof typeof refusals;

export type MessageParams = Readonly<Record<string, string | number>>;

/** One line below `errors.<path>.messages`. */
export type Fault = { readonly message: Message; readonly params?: MessageParams };

export type Faults = Readonly<Record<string, readonly Fault[]>>;

export type ErrorBody = {
  readonly code: string;
  readonly id: string;
  readonly message: string;
  readonly errors?: Readonly<Record<string, { readonly messages: readonly string[] }>>;
};

/** kintone's refusal of one call: `code` decides status and text; `faults` becomes `errors` in the answer. */
export class PlatformError extends Error {
  readonly code: ErrorCode;
  readonly status: number;
  readonly params: MessageParams;
  readonly faults: Faults | null;

  constructor(code: ErrorCode, params: MessageParams = {}, faults: Faults | null = null) {
    super(`${code}: ${formatMessage(refusals[code], "en", params)}`);
    this.name = "PlatformError";
    this.code = code;
    this.status = refusals[code].status;
    this.params = params;
    this.faults = faults;
  }
}

/** CB_VA01 with the given faults by path, for example `{ app: [{ message: inputMessages.parameterRequired }] }`. */
export function invalidInput(faults: Faults): PlatformError {
  return new PlatformError("CB_VA01", {}, faults);
}

/** CB_VA01 about one parameter. */
export function invalidParameter(path: string, message: Message, params: MessageParams = {}): PlatformError {
  return invalidInput({ [path]: [{ message, params }] });
}

/** The refusal of a query that cannot be read at all. */
export function invalidQuery(): PlatformError {
  return invalidParameter("query", inputMessages.queryNotation);
}

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
