import type { AppSettings } from "../store/app-settings.ts";
import { addFields } from "./add-fields.ts";
import { createAppSettings } from "./create-app-settings.ts";
import { createPlace, placeOf, type Fault } from "./fault.ts";

/** For tests: a new app with these fields, and the faults that adding them gave. */
export function createTestApp(properties: Readonly<Record<string, unknown>> = {}): {
  readonly settings: AppSettings;
  readonly faults: readonly Fault[];
  readonly allocateId: () => number;
} {
  let next = 1;
  const allocateId = (): number => next++;
  const settings = createAppSettings("試験", allocateId);
  if (Object.keys(properties).length === 0) {
    return { settings, faults: [], allocateId };
  }
  const place = createPlace();
  const added = addFields(placeOf(place, "properties"), properties, { settings, allocateId });
  return { settings: added, faults: place.faults, allocateId };
}
