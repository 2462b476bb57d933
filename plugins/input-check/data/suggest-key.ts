import { nextKey } from "../../../domain/rules/next-key.ts";
import type { EventRecord } from "../../core/kintone/kintone-event.ts";
import { keyPrefix, readKey, writeKey } from "../model/record-key.ts";
import { loadAllKeys, type Place } from "./load-related.ts";

/** Writes the next free id into the record and returns it; "" where the app composes its key. */
export async function suggestKey(place: Place, record: EventRecord): Promise<string> {
  const prefix = keyPrefix[place.app];
  if (prefix === null) {
    return "";
  }
  const key = nextKey(prefix, await loadAllKeys(place));
  writeKey(place.app, record, key);
  return readKey(place.app, record);
}
