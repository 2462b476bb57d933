import { PlatformError } from "./platform-error.ts";

/** A refused bulk request: the answer names the refused call by its place among empty results (fact sheet §1.3). */
export class BulkRequestError extends PlatformError {
  readonly index: number;
  readonly count: number;

  constructor(error: PlatformError, index: number, count: number) {
    super(error.code, error.params, error.faults);
    this.name = "BulkRequestError";
    this.index = index;
    this.count = count;
  }
}
