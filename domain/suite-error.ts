export type SuiteErrorCode =
  | "conflict"
  | "forbidden"
  | "not-found"
  | "invalid"
  | "unauthenticated"
  | "offline"
  | "busy"
  | "unexpected"
  | "timeout"
  | "deploy-failed"
  | "configuration";

/**
 * What the outside world refused. `message` is for people, in their language, and says what to do next;
 * `details` is what the other side said (code, id, errors by field), for the console and the inquiry.
 */
export class SuiteError extends Error {
  override readonly name = "SuiteError";
  readonly code: SuiteErrorCode;
  readonly details: unknown;

  constructor(code: SuiteErrorCode, message: string, options: { cause?: unknown; details?: unknown } = {}) {
    super(message, options.cause === undefined ? undefined : { cause: options.cause });
    this.code = code;
    this.details = options.details;
  }
}
