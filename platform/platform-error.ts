import { inputMessages, refusals } from "./messages.ts";
import type { Message, MessageParam } from "./page/message.ts";
import { formatMessage } from "./page/message.ts";

export type ErrorCode = keyof typeof refusals;

export type MessageParams = Readonly<Record<string, MessageParam>>;

/** One line below `errors.<path>.messages`. */
export type Fault = { readonly message: Message; readonly params?: MessageParams };

export type Faults = Readonly<Record<string, readonly Fault[]>>;

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
