import type { LayoutField, LayoutRow, StoredField } from "../store/app-settings.ts";
import { addFault, addRefusal, placeOf, type Place } from "./fault.ts";
import { fieldTypesWithoutLayout, systemFieldTypes } from "./field-types.ts";
import { findField } from "./find-field.ts";
import { createLayoutField } from "./layout-edits.ts";
import { readInteger, readList, readObject, readText, readWord } from "./read-value.ts";
import { settingsText, textMissingInLayout } from "./text.ts";

/** The form and its present layout, from which sizes that are not sent are kept. */
export type LayoutSource = { readonly fields: readonly StoredField[]; readonly layout: readonly LayoutRow[] };

const decorations = new Set(["LABEL", "SPACER", "HR"]);
const sizeKeys = ["width", "height", "innerHeight"] as const;

/** `layout` of `PUT preview/app/form/layout.json`: it must hold every field of the form; system fields may be left out. */
export function parseLayout(place: Place, raw: unknown, source: LayoutSource): readonly LayoutRow[] {
  const list = readList(place, raw);
  if (list === null) {
    addFault(place, settingsText.required);
    return source.layout;
  }
  const reader: RowReader = {
    fields: source.fields,
    sizes: collectSizes(source.layout),
    placed: new Set(),
    elementIds: new Set(),
  };
  const rows = list.map((row, index) => readRow(placeOf(place, index), row, reader)).filter((row) => row !== null);
  const missing = source.fields
    .filter((field) => !systemFieldTypes.has(field.type) && !reader.placed.has(field.code))
    .map((field) => field.code);
  if (missing.length > 0 && place.faults.length === 0) {
    addFault(place, textMissingInLayout(missing));
  }
  return rows;
}

type RowReader = {
  readonly fields: readonly StoredField[];
  readonly sizes: ReadonlyMap<string, LayoutField["size"]>;
  readonly placed: Set<string>;
  readonly elementIds: Set<string>;
};

function collectSizes(layout: readonly LayoutRow[]): ReadonlyMap<string, LayoutField["size"]> {
  const items = layout.flatMap((row): readonly LayoutField[] =>
    row.type === "GROUP" ? row.layout.flatMap((inner) => (inner.type === "ROW" ? inner.fields : [])) : row.fields,
  );
  return new Map(items.flatMap((item) => (item.code === undefined ? [] : [[item.code, item.size] as const])));
}

function readRow(place: Place, raw: unknown, reader: RowReader): LayoutRow | null {
  const row = readObject(place, raw);
  if (row === null) {
    return null;
  }
  if (row["type"] === undefined) {
    addFault(placeOf(place, "type"), settingsText.required);
    return null;
  }
  const type = readWord(placeOf(place, "type"), row["type"], { words: ["ROW", "SUBTABLE", "GROUP"], initial: "ROW" });
  switch (type) {
    case "ROW":
      return { type, fields: readItems(placeOf(place, "fields"), row["fields"], { reader, fields: reader.fields }) };
    case "SUBTABLE":
      return readTableRow(place, row, reader);
    case "GROUP":
      break;
  }
  return readGroupRow(place, row, reader);
}

type Raw = Readonly<Record<string, unknown>>;

function readTableRow(place: Place, row: Raw, reader: RowReader): LayoutRow | null {
  const table = readPlacedField(place, { code: row["code"], type: "SUBTABLE" }, { reader, fields: reader.fields });
  if (table === null) {
    return null;
  }
  const fields = table.fields ?? [];
  const itemsPlace = placeOf(place, "fields");
  const items = readItems(itemsPlace, row["fields"], { reader, fields });
  const listed = new Set(items.map((item) => item.code));
  const missing = fields.filter((field) => !listed.has(field.code)).map((field) => field.code);
  if (missing.length > 0) {
    addFault(itemsPlace, textMissingInLayout(missing));
  }
  return { type: "SUBTABLE", code: table.code, fields: items };
}

function readGroupRow(place: Place, row: Raw, reader: RowReader): LayoutRow | null {
  const group = readPlacedField(place, { code: row["code"], type: "GROUP" }, { reader, fields: reader.fields });
  if (group === null) {
    return null;
  }
  const inner = placeOf(place, "layout");
  const layout = (readList(inner, row["layout"]) ?? []).flatMap((raw, index) => {
    const here = placeOf(inner, index);
    const entry = readObject(here, raw);
    if (entry === null) {
      return [];
    }
    // Only rows stand in a group: no table and no group (fact sheet §8.4).
    readWord(placeOf(here, "type"), entry["type"], { words: ["ROW"], initial: "ROW" });
    const fields = readItems(placeOf(here, "fields"), entry["fields"], { reader, fields: reader.fields });
    return [{ type: "ROW" as const, fields }];
  });
  return { type: "GROUP", code: group.code, layout };
}

type ItemSource = { readonly reader: RowReader; readonly fields: readonly StoredField[] };

function readItems(place: Place, raw: unknown, source: ItemSource): readonly LayoutField[] {
  const list = readList(place, raw);
  if (list === null) {
    addFault(place, settingsText.required);
    return [];
  }
  return list.map((item, index) => readItem(placeOf(place, index), item, source)).filter((item) => item !== null);
}

function readItem(place: Place, raw: unknown, source: ItemSource): LayoutField | null {
  const item = readObject(place, raw);
  if (item === null) {
    return null;
  }
  const type = readText(placeOf(place, "type"), item["type"], { initial: "", required: true });
  if (decorations.has(type)) {
    return readDecoration(place, item, { type, elementIds: source.reader.elementIds });
  }
  // `GROUP`, `SUBTABLE`, `STATUS` … are no item types: kintone answers CB_VA01 (kintone/mcp-server issue 552).
  if (type === "GROUP" || type === "SUBTABLE" || fieldTypesWithoutLayout.has(type)) {
    addFault(placeOf(place, "type"), settingsText.notInEnum);
    return null;
  }
  const field = readPlacedField(place, { code: item["code"], type }, source);
  if (field === null) {
    return null;
  }
  if (field.type === "REFERENCE_TABLE") {
    return { type: field.type, code: field.code };
  }
  const kept = source.reader.sizes.get(field.code) ?? createLayoutField(field).size;
  return { type: field.type, code: field.code, size: readSize(placeOf(place, "size"), item["size"], kept) };
}

function readPlacedField(
  place: Place,
  sent: { readonly code: unknown; readonly type: string },
  source: ItemSource,
): StoredField | null {
  const codePlace = placeOf(place, "code");
  const code = readText(codePlace, sent.code, { initial: "", required: true });
  if (code === "") {
    return null;
  }
  const field = findField(source.fields, code);
  if (field === undefined) {
    addRefusal(codePlace, "GAIA_FC01", { code });
    return null;
  }
  if (field.type !== sent.type) {
    addFault(placeOf(place, "type"), settingsText.typeDiffersFromForm);
    return null;
  }
  if (source.reader.placed.has(code)) {
    addFault(codePlace, settingsText.fieldTwiceInLayout);
    return null;
  }
  source.reader.placed.add(code);
  return field;
}

function readDecoration(
  place: Place,
  item: Raw,
  source: { readonly type: string; readonly elementIds: Set<string> },
): LayoutField {
  const idPlace = placeOf(place, "elementId");
  const elementId = readText(idPlace, item["elementId"], { initial: "", max: 64 });
  if (elementId !== "" && !/^[A-Za-z][\w-]*$/u.test(elementId)) {
    addFault(idPlace, settingsText.elementIdHasWrongSigns);
  } else if (elementId !== "" && source.elementIds.has(elementId)) {
    addFault(idPlace, settingsText.elementIdTwice);
  }
  source.elementIds.add(elementId);
  const size = readSize(placeOf(place, "size"), item["size"], {});
  const base = { type: source.type, elementId, size };
  return source.type === "LABEL"
    ? { ...base, label: readText(placeOf(place, "label"), item["label"], { initial: "" }) }
    : base;
}

function readSize(place: Place, raw: unknown, kept: LayoutField["size"]): NonNullable<LayoutField["size"]> {
  const sent = readObject(place, raw);
  if (sent === null) {
    return kept ?? {};
  }
  const entries = sizeKeys.flatMap((key) => {
    const value = sent[key];
    if (value === undefined || value === null || value === "") {
      const before = kept?.[key];
      return before === undefined ? [] : [[key, before] as const];
    }
    return [[key, readInteger(placeOf(place, key), value, { initial: "0", min: 0, max: 100_000 })] as const];
  });
  return Object.fromEntries(entries);
}
