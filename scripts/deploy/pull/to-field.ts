import { buildFieldProperties } from "../../../apps-schema/payload/field-properties.ts";
import type { AppSchema } from "../../../apps-schema/schema/app-schema.ts";
import type { CellField, CellFields, FieldDeclaration } from "../../../apps-schema/schema/field-declaration.ts";
import { systemTypes } from "../areas/fields.ts";
import type { Json, JsonObject } from "../client/json.ts";
import { listOf, memberOf, objectOf, textOf } from "../client/json.ts";
import { isCovered } from "./is-covered.ts";
import type { LeftOut, Names } from "./pulled-app.ts";

type Sizes = ReadonlyMap<string, { readonly width?: number; readonly height?: number }>;

type Form = { readonly names: Names; readonly sizes: Sizes; readonly leftOut: LeftOut[] };

/** The fields that declarations can say without changing anything; every other one goes to `leftOut` as it is. */
export function toFields(properties: JsonObject, form: Form): Record<string, FieldDeclaration> {
  const fields: Record<string, FieldDeclaration> = {};
  for (const [code, property] of Object.entries(properties)) {
    const type = textOf(memberOf(property, "type"));
    // Groups belong to the layout.
    if (!systemTypes.has(type) && type !== "GROUP") {
      const field = toField(code, objectOf(property), form);
      if (field !== null && isSame(code, field, objectOf(property), form.names)) {
        fields[code] = field;
      } else {
        form.leftOut.push({ path: `fields.${code}`, value: property ?? null });
      }
    }
  }
  return withoutDangling(fields, properties, form);
}

/** A lookup that copies into a field which is left out cannot be declared either. */
function withoutDangling(
  fields: Record<string, FieldDeclaration>,
  properties: JsonObject,
  { leftOut }: Form,
): Record<string, FieldDeclaration> {
  return Object.fromEntries(
    Object.entries(fields).filter(([code, field]) => {
      const isWhole =
        field.type === "LOOKUP"
          ? Object.keys(field.copies).every((target) => fields[target] !== undefined)
          : field.type !== "REFERENCE_TABLE" || fields[field.reference.field] !== undefined;
      if (!isWhole) {
        leftOut.push({ path: `fields.${code}`, value: properties[code] ?? null });
      }
      return isWhole;
    }),
  );
}

function isSame(code: string, field: FieldDeclaration, property: JsonObject, names: Names): boolean {
  const built = buildFieldProperties(emptySchema(names, { [code]: field }), names.toId);
  return isCovered({ ...built.plain, ...built.referring }[code], property);
}

/** An app of one field, for the builders, which take whole apps. */
function emptySchema({ key }: Names, fields: AppSchema["fields"]): AppSchema {
  const nobody = { jimukyoku: [], tantou: [], kachou: [], koukai: [], iin: [], etsuran: [] };
  const words = { name: "", description: "", theme: "WHITE", icon: "APP1", keyField: "", titleField: "" } as const;
  return { key, ...words, fields, layout: [], views: [], permissions: nobody, plugins: [] };
}

function toField(code: string, property: JsonObject, form: Form): FieldDeclaration | null {
  const label = textOf(property["label"]);
  switch (textOf(property["type"])) {
    case "SUBTABLE":
      return { type: "SUBTABLE", label, fields: toCells(code, objectOf(property["fields"]), form) };
    case "REFERENCE_TABLE":
      return toReferenceTable(label, objectOf(property["referenceTable"]), form.names);
    default:
      break;
  }
  const lookup = property["lookup"];
  return lookup === undefined || lookup === null ? toCell(code, property, form.sizes) : toLookup(code, property, form);
}

function toCells(table: string, properties: JsonObject, form: Form): CellFields {
  const cells: Record<string, CellField> = {};
  for (const [code, property] of Object.entries(properties)) {
    const hasLookup = (memberOf(property, "lookup") ?? null) !== null;
    const cell = hasLookup ? null : toCell(code, objectOf(property), form.sizes);
    if (cell !== null && isSame(code, cell, objectOf(property), form.names)) {
      cells[code] = cell;
    } else {
      form.leftOut.push({ path: `fields.${table}.fields.${code}`, value: property ?? null });
    }
  }
  return cells;
}

function toCell(code: string, property: JsonObject, sizes: Sizes): CellField | null {
  const common = { label: textOf(property["label"]), ...withRequired(property), ...widthOf(sizes, code) };
  const defaultValue = textOf(property["defaultValue"]);
  const given = defaultValue === "" ? {} : { defaultValue };
  const type = textOf(property["type"]);
  switch (type) {
    case "SINGLE_LINE_TEXT": {
      const maxLength = textOf(property["maxLength"]);
      const expression = textOf(property["expression"]);
      return {
        type,
        ...common,
        ...(property["unique"] === true ? { unique: true } : {}),
        ...(maxLength === "" ? {} : { maxLength: Number(maxLength) }),
        ...(expression === "" ? {} : { expression }),
        ...given,
      };
    }
    case "MULTI_LINE_TEXT": {
      const height = sizes.get(code)?.height;
      return { type, ...common, ...(height === undefined ? {} : { height }) };
    }
    case "NUMBER": {
      const unit = textOf(property["unit"]);
      return {
        type,
        ...common,
        ...(unit === "" ? {} : { unit }),
        ...(textOf(property["unitPosition"]) === "BEFORE" ? { unitPosition: "BEFORE" as const } : {}),
        ...(property["digit"] === true ? { grouped: true } : {}),
      };
    }
    case "LINK":
      return { type, ...common, protocol: toProtocol(textOf(property["protocol"])) };
    case "DATE":
    case "FILE":
    case "USER_SELECT":
    case "ORGANIZATION_SELECT":
    case "GROUP_SELECT":
      return { type, ...common };
    case "RADIO_BUTTON":
    case "DROP_DOWN":
      return { type, ...common, options: toOptions(property["options"]), ...given };
    case "CHECK_BOX":
    case "MULTI_SELECT":
      return {
        type,
        ...common,
        options: toOptions(property["options"]),
        ...(textOf(property["align"]) === "VERTICAL" ? { vertical: true } : {}),
      };
    default:
      return null;
  }
}

function withRequired(property: JsonObject): { required?: true } {
  return property["required"] === true ? { required: true } : {};
}

function widthOf(sizes: Sizes, code: string): { width?: number } {
  const width = sizes.get(code)?.width;
  return width === undefined ? {} : { width };
}

function toProtocol(text: string): "WEB" | "CALL" | "MAIL" {
  return text === "CALL" || text === "MAIL" ? text : "WEB";
}

function toOptions(options: Json | undefined): string[] {
  return Object.entries(objectOf(options))
    .toSorted(([, left], [, right]) => indexOf(left) - indexOf(right))
    .map(([name]) => name);
}

export function indexOf(item: Json | undefined): number {
  return Number(textOf(memberOf(item, "index")));
}

function toLookup(code: string, property: JsonObject, { names, sizes }: Form): FieldDeclaration | null {
  const lookup = objectOf(property["lookup"]);
  const app = names.toKey(textOf(memberOf(lookup["relatedApp"], "app")));
  if (app === null) {
    return null;
  }
  const mappings = listOf(lookup["fieldMappings"]);
  return {
    type: "LOOKUP",
    label: textOf(property["label"]),
    ...withRequired(property),
    ...widthOf(sizes, code),
    app,
    relatedField: textOf(lookup["relatedKeyField"]),
    copies: Object.fromEntries(
      mappings.map((each) => [textOf(memberOf(each, "field")), textOf(memberOf(each, "relatedField"))]),
    ),
    picker: listOf(lookup["lookupPickerFields"]).map(textOf),
    sort: textOf(lookup["sort"]),
  };
}

const sizesOfTables = [5, 10, 20, 30, 50] as const;

function toReferenceTable(label: string, table: JsonObject, names: Names): FieldDeclaration | null {
  const app = names.toKey(textOf(memberOf(table["relatedApp"], "app")));
  const size = sizesOfTables.find((each) => String(each) === textOf(table["size"]));
  if (app === null || size === undefined) {
    return null;
  }
  return {
    type: "REFERENCE_TABLE",
    label,
    reference: {
      app,
      field: textOf(memberOf(table["condition"], "field")),
      relatedField: textOf(memberOf(table["condition"], "relatedField")),
      columns: listOf(table["displayFields"]).map(textOf),
      sort: textOf(table["sort"]),
      size,
    },
  };
}
