import type { Message, MessageParams } from "../../domain/message.ts";
import type { SuiteErrorCode } from "../../domain/suite-error.ts";
import { SuiteError } from "../../domain/suite-error.ts";
import { textOf } from "./say.ts";

/** An error whose message an administrator can act on: what happened and what to do, without a stack or a secret. */
export function createFailure(
  code: SuiteErrorCode,
  message: Message,
  params: MessageParams = {},
  cause: { cause?: unknown; details?: unknown } = {},
): SuiteError {
  return new SuiteError(code, textOf(message, params), cause);
}
