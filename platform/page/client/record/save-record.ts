import type { StoredField } from "../../../store/app-settings.ts";
import { readText } from "../field/read-value.ts";
import { callRest } from "../rest.ts";
import { buildAddPayload, buildCategoryPayload, buildUpdatePayload } from "./build-payload.ts";
import type { FormRecord } from "./form-record.ts";
import { readRestRecord, toObject } from "./read-rest-record.ts";

/** Reads one record. */
export async function loadRecord(app: number, id: number, fields: readonly StoredField[]): Promise<FormRecord> {
  const body = toObject(await callRest("GET", "/k/v1/record", { app, id }));
  return readRestRecord(fields, body["record"]);
}

/** Adds the record, or updates it at the revision it was loaded with; resolves to its id. */
export async function saveRecord(
  app: number,
  fields: readonly StoredField[],
  { loaded, record }: { readonly loaded: FormRecord | null; readonly record: FormRecord },
): Promise<number> {
  const chosen = buildCategoryPayload(fields, loaded, record);
  // REST takes no categories, so what sets them goes by the door for forms.
  const path = Object.keys(chosen).length === 0 ? "/k/v1/record" : "/k/platform/record";
  if (loaded?.id === undefined || loaded.id === null) {
    const payload = { ...buildAddPayload(fields, record), ...chosen };
    const body = toObject(await callRest("POST", path, { app, record: payload }));
    return Number(readText(body["id"]));
  }
  const payload = { ...buildUpdatePayload(fields, loaded, record), ...chosen };
  await callRest("PUT", path, { app, id: loaded.id, revision: loaded.revision, record: payload });
  return Number(loaded.id);
}
