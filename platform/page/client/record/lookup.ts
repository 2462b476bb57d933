import { parseDecimal } from "../../../record/decimal.ts";
import type { StoredField } from "../../../store/app-settings.ts";
import type { LookupSettings } from "../field/field-settings.ts";
import { readText } from "../field/read-value.ts";
import { callRest } from "../rest.ts";
import { toFormValue } from "./apply-event-record.ts";
import { emptyValueOf } from "./field-kinds.ts";
import { fieldAt, writeAt, writeLookup } from "./form-record.ts";
import type { FieldPath, FormRecord } from "./form-record.ts";
import { toObject } from "./read-rest-record.ts";

/** A record of the app that a lookup copies from, as REST gives it. */
export type SourceRecord = Readonly<Record<string, unknown>>;

/** More than this is not read to the page; then words narrow the list on the server. */
const pickerLimit = 500;

/** Text inside a query's double quotes (fact sheet §6.1). */
export function quote(text: string): string {
  return `"${text.replaceAll("\\", "\\\\").replaceAll('"', String.raw`\"`)}"`;
}

/** The query for the records whose key is exactly this; two are enough to know that it is ambiguous. */
export function buildKeyQuery(lookup: LookupSettings, key: string): string {
  const condition = `${lookup.keyField} = ${quote(key)}`;
  return `${lookup.filterCond === "" ? condition : `(${lookup.filterCond}) and ${condition}`} limit 2`;
}

/** The query of the picker dialog. */
export function buildPickerQuery(lookup: LookupSettings, words: string): string {
  const search = words === "" ? "" : `${lookup.keyField} like ${quote(words)}`;
  const condition = [lookup.filterCond === "" ? "" : `(${lookup.filterCond})`, search]
    .filter((part) => part !== "")
    .join(" and ");
  return [condition, lookup.sort === "" ? "" : `order by ${lookup.sort}`, `limit ${pickerLimit}`]
    .filter((part) => part !== "")
    .join(" ");
}

/** The records with exactly this key. */
export async function loadKeyMatches(lookup: LookupSettings, key: string): Promise<SourceRecord[]> {
  return readRecords(await callRest("GET", "/k/v1/records", { app: lookup.app, query: buildKeyQuery(lookup, key) }))
    .records;
}

/** What the picker can offer, and whether there is more than that. */
export async function loadCandidates(
  lookup: LookupSettings,
  words: string,
): Promise<{ readonly records: SourceRecord[]; readonly more: boolean }> {
  const query = buildPickerQuery(lookup, words);
  const { records, total } = readRecords(
    await callRest("GET", "/k/v1/records", { app: lookup.app, query, totalCount: true }),
  );
  return { records, more: total > records.length };
}

/** Records and their total out of an answer of `GET records.json`. */
export function readRecords(body: unknown): { readonly records: SourceRecord[]; readonly total: number } {
  const { records, totalCount } = toObject(body);
  const list = Array.isArray(records) ? records.map(toObject) : [];
  return { records: list, total: Number(readText(totalCount)) || list.length };
}

/** The text of a field of a source record. */
export function sourceText(record: SourceRecord, code: string): string {
  return readText(toObject(record[code])["value"]);
}

type Filled = { readonly record: FormRecord; readonly filled: readonly FieldPath[] };

/** Copies what the lookup names out of a source record, beside its key. */
export function copyFromSource(
  form: FormRecord,
  place: {
    readonly path: FieldPath;
    readonly lookup: LookupSettings;
    readonly fields: ReadonlyMap<string, StoredField>;
  },
  source: SourceRecord,
): Filled {
  const key = sourceText(source, place.lookup.keyField);
  const keyed = writeLookup(writeAt(form, place.path, key), place.path, {
    confirmed: true,
    recordId: sourceText(source, "$id") || null,
  });
  return fillTargets(keyed, place, (relatedField) => toObject(source[relatedField])["value"]);
}

/** Empties the key and all that it filled. */
export function clearLookup(
  form: FormRecord,
  place: {
    readonly path: FieldPath;
    readonly lookup: LookupSettings;
    readonly fields: ReadonlyMap<string, StoredField>;
  },
): Filled {
  const empty = writeLookup(writeAt(form, place.path, ""), place.path, { confirmed: false, recordId: null });
  return fillTargets(empty, place, () => null);
}

/** Keeps a key that is nowhere to be found, but nothing of what an earlier one copied. */
export function emptyTargets(
  form: FormRecord,
  place: {
    readonly path: FieldPath;
    readonly lookup: LookupSettings;
    readonly fields: ReadonlyMap<string, StoredField>;
  },
): Filled {
  return fillTargets(form, place, () => null);
}

function fillTargets(
  form: FormRecord,
  {
    path,
    lookup,
    fields,
  }: { readonly path: FieldPath; readonly lookup: LookupSettings; readonly fields: ReadonlyMap<string, StoredField> },
  valueOf: (relatedField: string) => unknown,
): Filled {
  let record = form;
  const filled: FieldPath[] = [];
  for (const mapping of lookup.mappings) {
    const target = { ...path, code: mapping.field };
    const field = fieldAt(fields, target);
    if (field !== undefined) {
      record = writeAt(record, target, toCopy(field, valueOf(mapping.relatedField)));
      filled.push(target);
    }
  }
  return { record, filled };
}

/** A calculated date or time leaves a number field empty, as on the server. */
function toCopy(field: StoredField, value: unknown): unknown {
  const copied = toFormValue(field, value);
  return field.type === "NUMBER" && parseDecimal(readText(copied)) === null ? emptyValueOf(field) : copied;
}
