import { toErrorBody } from "../../http/to-error-body.ts";
import type { ErrorBody } from "../../http/to-error-body.ts";
import { PlatformError } from "../../platform-error.ts";

/** The refusal that `work` ends with, as a caller reads it; null when it succeeds. Anything else thrown goes on. */
export function refusalOf(work: () => unknown, language: "ja" | "en" = "ja"): Omit<ErrorBody, "id"> | null {
  try {
    work();
  } catch (error) {
    if (error instanceof PlatformError) {
      const { code, message, errors } = toErrorBody(error, language);
      return { code, message, ...(errors && { errors }) };
    }
    throw error;
  }
  return null;
}
