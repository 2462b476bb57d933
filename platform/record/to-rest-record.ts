import type { AppSettings, StoredField } from "../store/app-settings.ts";
import type { FieldValue, FieldValues, StoredRecord } from "../store/stored-record.ts";
import { listCategoryNames, noCategories } from "../store/category-settings.ts";
import type { Store } from "../store/store.ts";
import { readRows } from "../query/query-value.ts";
import { readStates } from "./app-fields.ts";

/** One field of a record as REST answers it. */
type RestValue = { readonly type: string; readonly value: unknown };

export type RestRecord = Readonly<Record<string, RestValue>>;

/** Types that are on the form and carry no value. */
const withoutValue = new Set(["GROUP", "REFERENCE_TABLE", "LABEL", "HR", "SPACER"]);

const emptyAsNull = new Set(["DROP_DOWN", "RADIO_BUTTON", "DATE", "TIME"]);
const lists = new Set(["CHECK_BOX", "MULTI_SELECT", "FILE", "CATEGORY"]);

/**
 * A stored record as `GET record.json` answers it (fact sheet §5.3): every field of the form with type and value, also
 * when it was never written. `codes` narrows it to some fields.
 */
export function toRestRecord(
  store: Store,
  settings: AppSettings,
  record: StoredRecord,
  codes: ReadonlySet<string> | null = null,
): RestRecord {
  const isWanted = (code: string): boolean => codes === null || codes.has(code);
  const states = readStates(settings);
  const entries = settings.fields
    .filter((field) => isWanted(field.code) && isAnswered(field, states))
    .map((field): [string, RestValue] => [field.code, toRestField(store, field, { record, states, settings })]);
  if (isWanted("$id")) {
    entries.push(["$id", { type: "__ID__", value: String(record.id) }]);
  }
  if (isWanted("$revision")) {
    entries.push(["$revision", { type: "__REVISION__", value: String(record.revision) }]);
  }
  return Object.fromEntries(entries);
}

function isAnswered(field: StoredField, states: readonly string[]): boolean {
  if (field.type === "STATUS" || field.type === "STATUS_ASSIGNEE") {
    return states.length > 0;
  }
  return field.type === "CATEGORY" ? field.property["enabled"] === true : !withoutValue.has(field.type);
}

function toRestField(
  store: Store,
  field: StoredField,
  {
    record,
    states,
    settings,
  }: { readonly record: StoredRecord; readonly states: readonly string[]; readonly settings: AppSettings },
): RestValue {
  const { type } = field;
  switch (type) {
    case "RECORD_NUMBER":
      return { type, value: String(record.id) };
    case "CREATOR":
      return { type, value: toUser(store, record.creator) };
    case "MODIFIER":
      return { type, value: toUser(store, record.modifier) };
    case "CREATED_TIME":
      return { type, value: record.createdAt };
    case "UPDATED_TIME":
      return { type, value: record.modifiedAt };
    case "STATUS":
      return { type, value: record.status ?? states[0] ?? "" };
    case "STATUS_ASSIGNEE":
      return { type, value: record.assignees.map((code) => toUser(store, code)) };
    case "CATEGORY": {
      // A category that was deleted is gone from its records.
      const value = record.values[field.id];
      const names = listCategoryNames((settings.categories ?? noCategories).tree);
      return { type, value: Array.isArray(value) ? names.filter((name) => value.includes(name)) : [] };
    }
    case "SUBTABLE":
      return { type, value: readRows(record, field.id).map((row) => toRestRow(store, field, row)) };
    default:
      return { type, value: toRestValue(store, type, record.values[field.id]) };
  }
}

function toRestRow(
  store: Store,
  table: StoredField,
  row: { readonly id: number; readonly values: FieldValues },
): { readonly id: string; readonly value: RestRecord } {
  const value = (table.fields ?? []).map((field): [string, RestValue] => [
    field.code,
    { type: field.type, value: toRestValue(store, field.type, row.values[field.id]) },
  ]);
  return { id: String(row.id), value: Object.fromEntries(value) };
}

function toRestValue(store: Store, type: string, value: FieldValue | undefined): unknown {
  if (lists.has(type)) {
    return value ?? [];
  }
  const codes = Array.isArray(value) ? value.filter((item) => typeof item === "string") : [];
  switch (type) {
    case "USER_SELECT":
      return codes.map((code) => toUser(store, code));
    case "GROUP_SELECT":
      return codes.map((code) => ({ code, name: store.groups.find(code)?.name ?? code }));
    case "ORGANIZATION_SELECT":
      return codes.map((code) => ({ code, name: store.organizations.find(code)?.name ?? code }));
    default:
      return (value === undefined || value === "") && emptyAsNull.has(type) ? null : (value ?? "");
  }
}

function toUser(store: Store, code: string): { readonly code: string; readonly name: string } {
  return { code, name: store.users.find(code)?.name ?? code };
}
