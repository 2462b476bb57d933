import type { QueryField, QueryKind, QuerySource } from "../query/query-context.ts";
import type { AppSettings, StoredField } from "../store/app-settings.ts";
import { readStates } from "./app-fields.ts";
import { readOptions } from "./field-property.ts";

type FieldKind = {
  readonly kind: QueryKind;
  readonly sortable?: true;
  /** For system fields, whose value is not among the record's values. */
  readonly from?: Exclude<QuerySource["from"], "values" | "table">;
};

const kinds: Readonly<Record<string, FieldKind>> = {
  RECORD_NUMBER: { kind: "number", sortable: true, from: "id" },
  CREATOR: { kind: "user", sortable: true, from: "creator" },
  MODIFIER: { kind: "user", sortable: true, from: "modifier" },
  CREATED_TIME: { kind: "datetime", sortable: true, from: "createdAt" },
  UPDATED_TIME: { kind: "datetime", sortable: true, from: "modifiedAt" },
  STATUS: { kind: "status", sortable: true, from: "status" },
  STATUS_ASSIGNEE: { kind: "user", from: "assignees" },
  SINGLE_LINE_TEXT: { kind: "text", sortable: true },
  LINK: { kind: "text", sortable: true },
  MULTI_LINE_TEXT: { kind: "long-text" },
  RICH_TEXT: { kind: "rich-text" },
  NUMBER: { kind: "number", sortable: true },
  CALC: { kind: "number", sortable: true },
  DATE: { kind: "date", sortable: true },
  TIME: { kind: "time", sortable: true },
  DATETIME: { kind: "datetime", sortable: true },
  RADIO_BUTTON: { kind: "choice", sortable: true },
  DROP_DOWN: { kind: "choice", sortable: true },
  CHECK_BOX: { kind: "choices" },
  MULTI_SELECT: { kind: "choices" },
  USER_SELECT: { kind: "user" },
  GROUP_SELECT: { kind: "group" },
  ORGANIZATION_SELECT: { kind: "organization" },
  FILE: { kind: "file" },
  // The official page on queries does not name it; that it takes what check boxes take is a guess.
  CATEGORY: { kind: "choices" },
};

const known = new WeakMap<AppSettings, ReadonlyMap<string, QueryField>>();

/** The fields that a query over an app's records may name; computed once for each settings value. */
export function toQueryFields(settings: AppSettings): ReadonlyMap<string, QueryField> {
  const cached = known.get(settings);
  if (cached) {
    return cached;
  }
  const states = readStates(settings);
  const fields = settings.fields.flatMap((field) => [
    toQueryField(field, null, states),
    ...(field.fields ?? []).map((inner) => toQueryField(inner, field, states)),
  ]);
  const byCode = new Map(
    [...systemFields, ...fields.filter((field) => field !== null)].map((field) => [field.code, field]),
  );
  known.set(settings, byCode);
  return byCode;
}

const systemFields: readonly QueryField[] = (["id", "revision"] as const).map((from) => ({
  code: `$${from}`,
  kind: "number",
  source: { from },
  options: null,
  sortable: true,
}));

function toQueryField(field: StoredField, table: StoredField | null, states: readonly string[]): QueryField | null {
  const fieldKind = kinds[field.type];
  const isProcessField = field.type === "STATUS" || field.type === "STATUS_ASSIGNEE";
  const isOff = field.type === "CATEGORY" && field.property["enabled"] !== true;
  if (!fieldKind || isOff || (isProcessField && states.length === 0)) {
    return null;
  }
  const { sortable, from } = fieldKind;
  const kind = field.type === "CALC" ? kindOfCalculated(field) : fieldKind.kind;
  return {
    code: field.code,
    kind,
    source: toSource(field, table, from),
    options:
      field.type === "STATUS"
        ? states
        : field.type === "CATEGORY"
          ? Object.keys(field.optionIds ?? {})
          : readOptions(field),
    sortable: sortable === true && table === null,
    ...(field.type === "CALC" && { takesMembers: true as const }),
  };
}

/** A calculated value is compared as what it is shown as. Fact sheet §6.1 knows only numbers; the rest is a guess. */
function kindOfCalculated(field: StoredField): QueryKind {
  switch (field.property["format"]) {
    case "DATE":
      return "date";
    case "DATETIME":
      return "datetime";
    case "TIME":
      return "time";
    case "HOUR_MINUTE":
    case "DAY_HOUR_MINUTE":
      return "duration";
    default:
      return "number";
  }
}

function toSource(field: StoredField, table: StoredField | null, from: FieldKind["from"]): QuerySource {
  if (from) {
    return { from };
  }
  return table ? { from: "table", tableId: table.id, id: field.id } : { from: "values", id: field.id };
}
