import * as v from "valibot";
import { currentUser } from "./environment.ts";
import { kintoneApi } from "./kintone-api.ts";
import { toSuiteError } from "./to-suite-error.ts";

const pageSize = 500;

const pageSchema = v.object({ records: v.array(v.looseObject({ $id: v.object({ value: v.string() }) })) });
const recordSchema = v.object({ record: v.unknown() });
const savedSchema = v.object({ revision: v.string() });
const addedSchema = v.object({ id: v.string(), revision: v.string() });

/**
 * Loads every record that meets the condition, 500 a request, in the order of `$id`. Paging by `$id` rather than by
 * offset: an offset ends at 10,000 and skips a record when another is deleted meanwhile (fact sheet §6.4, §11).
 */
export async function loadRecords(
  app: string,
  condition: string,
  fields: readonly string[] = [],
  onProgress?: (count: number) => void,
): Promise<unknown[]> {
  const wanted = fields.length === 0 ? {} : { fields: [...new Set(["$id", ...fields])] };
  const loaded: unknown[] = [];
  let last = "0";
  for (;;) {
    const query = `${condition === "" ? "" : `(${condition}) and `}$id > ${last} order by $id asc limit ${pageSize}`;
    // Each page starts where the one before it ended.
    const { records } = await request("/k/v1/records", "GET", { app, query, ...wanted }, pageSchema);
    loaded.push(...records);
    onProgress?.(loaded.length);
    last = records.at(-1)?.$id.value ?? last;
    if (records.length < pageSize) {
      return loaded;
    }
  }
}

/** Loads one record. */
export async function loadRecord(app: string, id: string): Promise<unknown> {
  return (await request("/k/v1/record", "GET", { app, id }, recordSchema)).record;
}

/** Saves fields of a record; refused as "conflict" when someone saved after `revision`. */
export function saveRecord(change: {
  readonly app: string;
  readonly id: string;
  readonly revision: string;
  readonly record: unknown;
}): Promise<{ revision: string }> {
  return request("/k/v1/record", "PUT", change, savedSchema);
}

/** Adds a record. */
export function addRecord(added: { readonly app: string; readonly record: unknown }): Promise<{
  id: string;
  revision: string;
}> {
  return request("/k/v1/record", "POST", added, addedSchema);
}

async function request<Schema extends v.GenericSchema>(
  path: string,
  method: "GET" | "POST" | "PUT",
  params: unknown,
  schema: Schema,
): Promise<v.InferOutput<Schema>> {
  const { api } = kintoneApi();
  try {
    return v.parse(schema, await api(api.url(path, true), method, params));
  } catch (error) {
    throw toSuiteError(error, currentUser().language, globalThis.navigator?.onLine ?? true);
  }
}
