import { BulkRequestError } from "../bulk-request-error.ts";
import { PlatformError } from "../platform-error.ts";
import type { User } from "../store/user-store.ts";

/** A token without the right is told so (GAIA_NO01, measured by the tests of cli-kintone) where a person has no privilege (CB_NO02). */
export function withTokenRefusal<T>({ tokens }: User, run: () => T): T {
  try {
    return run();
  } catch (error) {
    if (tokens === undefined || !(error instanceof PlatformError) || error.code !== "CB_NO02") {
      throw error;
    }
    const refusal = new PlatformError("GAIA_NO01");
    throw error instanceof BulkRequestError ? new BulkRequestError(refusal, error.index, error.count) : refusal;
  }
}
