import type { AppSettings, StoredField } from "../store/app-settings.ts";
import type { StoredRecord } from "../store/stored-record.ts";
import type { FieldEntityValue } from "./principal.ts";

/** Types whose values name people, groups or organizations, so that permissions may follow them. */
export const fieldEntityTypes: ReadonlySet<string> = new Set([
  "CREATOR",
  "MODIFIER",
  "USER_SELECT",
  "GROUP_SELECT",
  "ORGANIZATION_SELECT",
  "STATUS_ASSIGNEE",
]);

/** Whom a field of a record names; null = the field is gone or names nobody by its type. */
export function readFieldEntity(
  fields: AppSettings["fields"],
  code: string,
  record: StoredRecord,
): FieldEntityValue | null {
  const field = fields.find((candidate) => candidate.code === code);
  if (field === undefined) {
    return null;
  }
  switch (field.type) {
    case "CREATOR":
      return { kind: "user", codes: [record.creator] };
    case "MODIFIER":
      return { kind: "user", codes: [record.modifier] };
    case "STATUS_ASSIGNEE":
      return { kind: "user", codes: record.assignees };
    case "USER_SELECT":
      return { kind: "user", codes: readCodes(record, field) };
    case "GROUP_SELECT":
      return { kind: "group", codes: readCodes(record, field) };
    case "ORGANIZATION_SELECT":
      return { kind: "organization", codes: readCodes(record, field) };
    default:
      return null;
  }
}

function readCodes(record: StoredRecord, { id }: StoredField): readonly string[] {
  const value = record.values[id];
  return Array.isArray(value) ? value.filter((item) => typeof item === "string") : [];
}
