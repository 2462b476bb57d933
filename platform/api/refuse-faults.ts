import { invalidInput, PlatformError, type Fault as MessageFault } from "../platform-error.ts";
import type { Place } from "../settings/fault.ts";

/** Throws when faults were found: the first refusal with a code of its own, else CB_VA01 with all of them below `errors`. */
export function refuseFaults(place: Place): void {
  const refusal = place.faults.find((fault) => fault.refusal !== undefined)?.refusal;
  if (refusal !== undefined) {
    throw new PlatformError(refusal.code, refusal.values);
  }
  if (place.faults.length === 0) {
    return;
  }
  const byPath: Record<string, MessageFault[]> = {};
  for (const fault of place.faults) {
    (byPath[fault.path] ??= []).push({ message: fault.text });
  }
  throw invalidInput(byPath);
}
