import type { StoredField } from "../../../store/app-settings.ts";
import { readText } from "../field/read-value.ts";
import { callRest } from "../rest.ts";
import { buildAddPayload, buildUpdatePayload } from "./build-payload.ts";
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
  if (loaded?.id === undefined || loaded.id === null) {
    const body = toObject(await callRest("POST", "/k/v1/record", { app, record: buildAddPayload(fields, record) }));
    return Number(readText(body["id"]));
  }
  await callRest("PUT", "/k/v1/record", {
    app,
    id: loaded.id,
    revision: loaded.revision,
    record: buildUpdatePayload(fields, loaded, record),
  });
  return Number(loaded.id);
}
