import { findAnyField } from "../../settings/find-field.ts";
import type { AppSettings, LayoutField, LayoutRow, StoredField } from "../../store/app-settings.ts";

type OldProperty = Readonly<Record<string, unknown>>;

/** A form as `form.json` answers it: in the order of the layout, groups opened up. The keys follow the official description. */
export function toOldForm({ fields, layout }: Pick<AppSettings, "fields" | "layout">): readonly OldProperty[] {
  return layout.flatMap((row) => toRow(row, fields));
}

function toRow(row: LayoutRow, fields: readonly StoredField[]): readonly OldProperty[] {
  switch (row.type) {
    case "ROW":
      return row.fields.flatMap((item) => toItem(item, fields));
    case "GROUP":
      return row.layout.flatMap((inner) => toRow(inner, fields));
    case "SUBTABLE":
      break;
  }
  const table = fields.find((field) => field.code === row.code);
  return table === undefined ? [] : [toTable(table)];
}

function toTable(table: StoredField): OldProperty {
  return { type: table.type, ...toName(table), fields: (table.fields ?? []).map(toField) };
}

function toItem(item: LayoutField, fields: readonly StoredField[]): readonly OldProperty[] {
  switch (item.type) {
    case "LABEL":
      return [{ type: item.type, label: item.label ?? "" }];
    case "SPACER":
      return [{ type: item.type, elementId: item.elementId ?? "" }];
    case "HR":
      return [{ type: item.type }];
    default: {
      const found = item.code === undefined ? null : findAnyField(fields, item.code);
      return found === null ? [] : [toField(found.field)];
    }
  }
}

function toName({ code, property }: StoredField): OldProperty {
  return { code, label: textOf(property["label"]), noLabel: property["noLabel"] === true ? "true" : "false" };
}

/** Flags are the words "true" and "false" there, as older kintone answers had them. */
function toField(field: StoredField): OldProperty {
  const { property, type } = field;
  const flag = (key: string): OldProperty =>
    key in property ? { [key]: property[key] === true ? "true" : "false" } : {};
  const keep = (key: string, name = key): OldProperty =>
    typeof property[key] === "string" ? { [name]: property[key] === "" ? null : property[key] } : {};
  const relatedApp = relatedAppOf(property["lookup"]) ?? relatedAppOf(property["referenceTable"]);
  if (relatedApp !== null) {
    return { type, ...toName(field), ...flag("required"), relatedApp };
  }
  return {
    type,
    ...toName(field),
    ...flag("required"),
    ...flag("unique"),
    ...keep("minLength"),
    ...keep("maxLength"),
    ...keep("minValue"),
    ...keep("maxValue"),
    ...flag("digit"),
    ...keep("displayScale"),
    ...keep("unit"),
    ...keep("unitPosition"),
    ...keep("format"),
    ...keep("protocol"),
    ...keep("expression"),
    ...flag("hideExpression"),
    ...toDefault(type, property),
    ...toOptions(property["options"]),
  };
}

function relatedAppOf(raw: unknown): string | null {
  if (typeof raw !== "object" || raw === null || !("relatedApp" in raw)) {
    return null;
  }
  const { relatedApp } = raw;
  return typeof relatedApp === "object" && relatedApp !== null && "app" in relatedApp ? textOf(relatedApp.app) : null;
}

function toDefault(type: string, property: OldProperty): OldProperty {
  const value = property["defaultValue"];
  if (value === undefined || typesWithoutDefault.has(type)) {
    return {};
  }
  const isNow = property["defaultNowValue"] === true;
  return {
    defaultValue: isNow || value === "" ? null : value,
    ...("defaultNowValue" in property ? { defaultExpression: isNow ? "NOW" : null } : {}),
  };
}

/** The description lists no default for those who are chosen. */
const typesWithoutDefault = new Set(["USER_SELECT", "ORGANIZATION_SELECT", "GROUP_SELECT"]);

function toOptions(raw: unknown): OldProperty {
  if (typeof raw !== "object" || raw === null) {
    return {};
  }
  const options = Object.entries(raw).toSorted(([, a], [, b]) => indexOf(a) - indexOf(b));
  return { options: options.map(([name]) => name) };
}

function indexOf(option: unknown): number {
  return typeof option === "object" && option !== null && "index" in option ? Number(option.index) : 0;
}

function textOf(value: unknown): string {
  return typeof value === "string" ? value : "";
}
