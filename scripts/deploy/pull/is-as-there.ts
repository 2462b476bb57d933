import type { AppKey } from "../../../apps-schema/schema/app-key.ts";
import type { AreaDescriptor } from "../areas/area.ts";
import type { JsonObject } from "../client/json.ts";
import { toJsonObject } from "../client/json.ts";

type Present = { readonly key: AppKey; readonly observed: JsonObject; readonly hasProcess: boolean };

/** Whether applying `declared` would write nothing: neither when it is merged, nor when all else is to go. */
export function isAsThere(area: AreaDescriptor, declared: object, { key, observed, hasProcess }: Present): boolean {
  return (["merge", "mirror"] as const).every((mode) => {
    const given = { key, declared: toJsonObject(declared), observed, isNew: false, mode, renamed: {}, hasProcess };
    return area.merge(given).body === null;
  });
}
