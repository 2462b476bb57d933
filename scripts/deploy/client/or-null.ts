import type { SuiteErrorCode } from "../../../domain/suite-error.ts";
import { SuiteError } from "../../../domain/suite-error.ts";

/** What a read answers, or null where kintone refuses it for one of these reasons: nothing is there, or nothing for this account. */
export async function orNull<T>(reading: Promise<T>, ...reasons: readonly SuiteErrorCode[]): Promise<T | null> {
  try {
    return await reading;
  } catch (error) {
    if (error instanceof SuiteError && reasons.includes(error.code)) {
      return null;
    }
    throw error;
  }
}
