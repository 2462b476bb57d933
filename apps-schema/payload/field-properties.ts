import type { AppKey } from "../schema/app-key.ts";
import type { AppSchema } from "../schema/app-schema.ts";
import type { LookupField, ReferenceTableField } from "../schema/field-declaration.ts";
import { buildProperty, type Property } from "./property.ts";

type Properties = Readonly<Record<string, Property>>;

/**
 * Builds the body of the form fields API in two parts. `referring` are the lookups and related record lists: they name
 * other apps and fields, so they are added once every app has its `plain` fields. Groups are in `plain`.
 */
export function buildFieldProperties(
  schema: AppSchema,
  resolveApp: (key: AppKey) => string,
): { plain: Properties; referring: Properties } {
  const plain: Record<string, Property> = {};
  const referring: Record<string, Property> = {};
  for (const [code, field] of Object.entries(schema.fields)) {
    if (field.type === "LOOKUP") {
      referring[code] = buildLookup(code, field, resolveApp);
    } else if (field.type === "REFERENCE_TABLE") {
      referring[code] = buildReferenceTable(code, field, resolveApp);
    } else {
      plain[code] = buildProperty(code, field);
    }
  }
  for (const item of schema.layout) {
    if (item.type === "GROUP") {
      const { code, label, open } = item;
      plain[code] = { type: "GROUP", code, label, noLabel: false, openGroup: open };
    }
  }
  return { plain, referring };
}

function buildLookup(code: string, field: LookupField, resolveApp: (key: AppKey) => string): Property {
  return {
    type: "SINGLE_LINE_TEXT",
    code,
    label: field.label,
    noLabel: false,
    required: field.required ?? false,
    lookup: {
      relatedApp: { app: resolveApp(field.app) },
      relatedKeyField: field.relatedField,
      fieldMappings: Object.entries(field.copies).map(([target, source]) => ({ field: target, relatedField: source })),
      lookupPickerFields: field.picker,
      filterCond: "",
      sort: field.sort,
    },
  };
}

function buildReferenceTable(
  code: string,
  { label, reference }: ReferenceTableField,
  resolveApp: (key: AppKey) => string,
): Property {
  return {
    type: "REFERENCE_TABLE",
    code,
    label,
    noLabel: false,
    referenceTable: {
      relatedApp: { app: resolveApp(reference.app) },
      condition: { field: reference.field, relatedField: reference.relatedField },
      filterCond: "",
      displayFields: reference.columns,
      sort: reference.sort,
      size: String(reference.size),
    },
  };
}
