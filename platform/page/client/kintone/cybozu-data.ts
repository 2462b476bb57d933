import type { Bootstrap } from "../../bootstrap.ts";
import type { StoredField } from "../../../store/app-settings.ts";
import { fieldLabel } from "../field/field-settings.ts";

type SchemaField = { id: string; var: string; label: string; type: string; properties: unknown };
type SchemaTable = { id: string; var: string; label: string; type: "TABLE"; fieldList: Record<string, SchemaField> };

export type SchemaData = {
  groups: Record<string, SchemaField>;
  revision: string;
  table: { fieldList: Record<string, SchemaField> };
  subTable: Record<string, SchemaTable>;
};

/** What public plugins read of `cybozu.data` (undocumented): field ids above all, which are in the class names. */
export function buildCybozuData(bootstrap: Bootstrap): Record<string, unknown> {
  const { app, loginUser, page } = bootstrap;
  const schema = buildSchemaData(app?.settings.fields ?? [], app?.revision ?? "0");
  return {
    IS_MOBILE_DEVICE: page.endsWith("_MOBILE"),
    ACCESS_FROM: "cybozu.com",
    LOGIN_USER: { ...loginUser },
    VIEW_ID: new URLSearchParams(location.search).get("view") ?? "",
    page: {
      APP_ID: app === null ? null : String(app.id),
      APP_NAME: app?.settings.general.name ?? "",
      APP_DEPLOYED: true,
      QUERY_STRING: location.search.replace(/^\?/u, ""),
      ...(page.startsWith("APP_INDEX") ? { SCHEMA_DATA: schema } : { FORM_DATA: { schema }, SCHEMA_DATA: schema }),
    },
  };
}

/** The fields by their ids: `table` for those at the top, `subTable` for tables, `groups` for groups. */
export function buildSchemaData(fields: readonly StoredField[], revision: string): SchemaData {
  const top = fields.filter((field) => field.type !== "SUBTABLE" && field.type !== "GROUP");
  return {
    groups: toFieldList(fields.filter((field) => field.type === "GROUP")),
    revision,
    table: { fieldList: toFieldList(top) },
    subTable: Object.fromEntries(
      fields
        .filter((field) => field.type === "SUBTABLE")
        .map((field): [string, SchemaTable] => [
          String(field.id),
          { ...toSchemaField(field), type: "TABLE", fieldList: toFieldList(field.fields ?? []) },
        ]),
    ),
  };
}

function toFieldList(fields: readonly StoredField[]): Record<string, SchemaField> {
  return Object.fromEntries(fields.map((field) => [String(field.id), toSchemaField(field)]));
}

function toSchemaField(field: StoredField): SchemaField {
  return {
    id: String(field.id),
    var: field.code,
    label: fieldLabel(field),
    type: field.type,
    properties: structuredClone(field.property),
  };
}
