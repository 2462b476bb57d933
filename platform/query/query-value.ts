import type { FieldValue, StoredRecord, TableRow } from "../store/stored-record.ts";
import type { QuerySource, QueryValue } from "./query-context.ts";

/** The value of a field that is not in a table. */
export function readQueryValue(
  record: StoredRecord,
  source: Exclude<QuerySource, { readonly from: "table" }>,
  firstStatus: string,
): QueryValue {
  switch (source.from) {
    case "values":
      return record.values[source.id];
    case "id":
      return String(record.id);
    case "revision":
      return String(record.revision);
    case "status":
      return record.status ?? firstStatus;
    case "creator":
    case "modifier":
    case "createdAt":
    case "modifiedAt":
    case "assignees":
    default:
      return record[source.from];
  }
}

/** The rows of a table. */
export function readRows(record: Pick<StoredRecord, "values">, tableId: number): readonly TableRow[] {
  const value = record.values[tableId];
  return Array.isArray(value) ? value.filter(isTableRow) : [];
}

/** The texts in a value: one for text and numbers, the options or codes of lists, the names of files; none when empty. */
export function toTexts(value: QueryValue): readonly string[] {
  if (value === undefined || value === "") {
    return [];
  }
  return typeof value === "string" ? [value] : value.map(toText).filter((text) => text !== "");
}

/** A text of nothing but spaces counts as empty (fact sheet §6.1). */
export function isEmptyValue(value: QueryValue): boolean {
  return toTexts(value).every((text) => text.trim() === "");
}

type Item = Exclude<FieldValue, string>[number];

function toText(item: Item): string {
  if (typeof item === "string") {
    return item;
  }
  return "name" in item ? item.name : "";
}

function isTableRow(item: Item): item is TableRow {
  return typeof item !== "string" && "values" in item;
}
