import type { StoredField } from "../../../store/app-settings.ts";
import { readText } from "../field/read-value.ts";
import { callRest } from "../rest.ts";
import { toObject } from "./read-rest-record.ts";

const loading = new Map<string, Promise<ReadonlyMap<string, StoredField>>>();

/** The fields of another app by their codes, table columns included; asked for once a page. */
export async function loadRelatedFields(app: string): Promise<ReadonlyMap<string, StoredField>> {
  const known = loading.get(app) ?? loadFields(app);
  loading.set(app, known);
  try {
    return await known;
  } catch (error) {
    // The next try asks again.
    loading.delete(app);
    throw error;
  }
}

async function loadFields(app: string): Promise<ReadonlyMap<string, StoredField>> {
  const body = toObject(await callRest("GET", "/k/v1/app/form/fields", { app }));
  return new Map(toFields(body["properties"]).flatMap((field) => [field, ...(field.fields ?? [])].map(toPair)));
}

function toPair(field: StoredField): [string, StoredField] {
  return [field.code, field];
}

// Ids of another app's fields are of no use here: nothing on this page is named after them.
function toFields(properties: unknown): StoredField[] {
  return Object.entries(toObject(properties)).map(([code, raw]) => {
    const property = toObject(raw);
    const field = { id: 0, code, type: readText(property["type"]), property };
    return "fields" in property ? { ...field, fields: toFields(property["fields"]) } : field;
  });
}
