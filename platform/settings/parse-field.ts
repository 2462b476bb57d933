import type { StoredField } from "../store/app-settings.ts";
import { addFault, placeOf, placeOfNamed, type Place } from "./fault.ts";
import { fieldAttributes, lookupAttributes, type Attributes } from "./field-attributes.ts";
import { readFieldCode, reservedFieldCodes } from "./field-code.ts";
import {
  addableFieldTypes,
  choiceFieldTypes,
  isTableable,
  lookupKeyTypes,
  systemFieldTypes,
  uniqueFieldTypes,
} from "./field-types.ts";
import { readAttribute } from "./read-attribute.ts";
import { readLookup } from "./read-lookup.ts";
import { optionNames, readOptions, renamedOptions } from "./read-options.ts";
import { readReferenceTable } from "./read-reference-table.ts";
import { readObject, readText } from "./read-value.ts";
import { settingsText } from "./text.ts";

/** What a field needs from its app while it is read. */
export type FieldSource = {
  /** Whether the field stands in a table. */
  readonly inTable: boolean;
  /** A number that no field and no option of the app has had. */
  readonly allocateId: () => number;
};

type RawField = Readonly<Record<string, unknown>>;

/** A field of `POST preview/app/form/fields.json`, with every key that kintone answers; `null` when its type cannot be added. */
export function parseNewField(
  place: Place,
  raw: unknown,
  key: { readonly name: string; readonly source: FieldSource },
): StoredField | null {
  const sent = readObject(place, raw);
  if (sent === null) {
    return null;
  }
  const type = readNewType(placeOf(place, "type"), sent["type"], key.source.inTable);
  if (type === null) {
    return null;
  }
  const codePlace = placeOf(place, "code");
  const code = readFieldCode(codePlace, sent["code"], "");
  if (code !== "" && code !== key.name) {
    addFault(codePlace, settingsText.codeDiffersFromKey);
  }
  if (reservedFieldCodes.has(code)) {
    addFault(codePlace, settingsText.codeIsReserved);
  }
  return buildField(place, { sent, type, code, source: key.source, current: null });
}

/** A field as `PUT preview/app/form/fields.json` changes it; keys that are not sent keep their values. */
export function parseChangedField(
  place: Place,
  raw: unknown,
  key: { readonly current: StoredField; readonly source: FieldSource },
): StoredField {
  const { current, source } = key;
  const sent = readObject(place, raw);
  if (sent === null) {
    return current;
  }
  // The reference calls `type` required; the client's own tests send it. A request without it is taken as "the same type".
  if (sent["type"] !== undefined && sent["type"] !== current.type) {
    addFault(placeOf(place, "type"), settingsText.typeCannotChange);
    return current;
  }
  if (sent["lookup"] !== undefined && current.property["lookup"] === undefined) {
    addFault(placeOf(place, "lookup"), settingsText.typeCannotChange);
    return current;
  }
  const codePlace = placeOf(place, "code");
  const code = readFieldCode(codePlace, sent["code"], current.code);
  if (code !== current.code && reservedFieldCodes.has(code)) {
    addFault(codePlace, settingsText.codeIsReserved);
  }
  return buildField(place, { sent, type: current.type, code, source, current });
}

function readNewType(place: Place, value: unknown, inTable: boolean): string | null {
  const type = readText(place, value, { initial: "", required: true });
  if (type === "") {
    return null;
  }
  if (systemFieldTypes.has(type)) {
    addFault(place, settingsText.typeCannotBeAdded);
    return null;
  }
  if (!addableFieldTypes.has(type)) {
    addFault(place, settingsText.notInEnum);
    return null;
  }
  if (inTable && !isTableable(type)) {
    addFault(place, settingsText.typeNotInTable);
    return null;
  }
  return type;
}

type FieldParts = {
  readonly sent: RawField;
  readonly type: string;
  readonly code: string;
  readonly source: FieldSource;
  readonly current: StoredField | null;
};

function buildField(place: Place, parts: FieldParts): StoredField {
  const { sent, type, code, source, current } = parts;
  const options = choiceFieldTypes.has(type) ? buildOptions(placeOf(place, "options"), parts) : null;
  const property: Record<string, unknown> = {
    label: readLabel(placeOf(place, "label"), sent["label"], current),
    ...readProperty(place, parts, options),
  };
  const field: StoredField = { id: current?.id ?? source.allocateId(), code, type, property };
  if (type === "SUBTABLE") {
    return { ...field, fields: parseTableFields(placeOf(place, "fields"), sent["fields"], parts) };
  }
  return options === null ? field : { ...field, optionIds: options.ids };
}

function readLabel(place: Place, value: unknown, current: StoredField | null): string {
  const kept = current?.property["label"];
  const initial = typeof kept === "string" ? kept : "";
  return readText(place, value, { initial, required: current === null, max: 128 });
}

type ReadOptions = { readonly options: unknown; readonly ids: Readonly<Record<string, number>> };

/** Options keep their number through a rename, so that a deploy can carry stored values along. */
function buildOptions(place: Place, { sent, current, source }: FieldParts): ReadOptions {
  const before = current?.property["options"];
  if (sent["options"] === undefined && current !== null) {
    return { options: before, ids: current.optionIds ?? {} };
  }
  const options = readOptions(place, sent["options"], before);
  const renamed = renamedOptions(sent["options"], before);
  const oldNameOf = new Map([...renamed].map(([from, to]) => [to, from]));
  const known = new Map(Object.entries(current?.optionIds ?? {}));
  const ids = Object.keys(options).map((name) => {
    return [name, known.get(oldNameOf.get(name) ?? name) ?? source.allocateId()] as const;
  });
  return { options, ids: Object.fromEntries(ids) };
}

function readProperty(place: Place, parts: FieldParts, options: ReadOptions | null): Record<string, unknown> {
  const { sent, type, current } = parts;
  const isLookup = sent["lookup"] !== undefined || current?.property["lookup"] !== undefined;
  const attributes = isLookup && lookupKeyTypes.has(type) ? lookupAttributes : (fieldAttributes[type] ?? {});
  const names = options === null ? [] : optionNames(options.options);
  const property: Record<string, unknown> = {};
  for (const [name, attribute] of Object.entries(attributes)) {
    property[name] =
      attribute.kind === "options"
        ? options?.options
        : readAttribute(placeOf(place, name), attribute, {
            sent: sent[name],
            current: renameDefault(parts, current?.property[name]),
            options: names,
            type,
          });
  }
  dropForeignKeys(property, attributes, parts);
  if (isLookup && lookupKeyTypes.has(type)) {
    property["lookup"] = readLookup(placeOf(place, "lookup"), sent["lookup"], current?.property["lookup"]);
  }
  if (type === "REFERENCE_TABLE") {
    property["referenceTable"] = readReferenceTable(
      placeOf(place, "referenceTable"),
      sent["referenceTable"],
      current?.property["referenceTable"],
    );
  }
  return property;
}

/** `unique` exists only outside tables and for five types; elsewhere kintone drops it without a word (fact sheet §5.4). */
function dropForeignKeys(property: Record<string, unknown>, attributes: Attributes, parts: FieldParts): void {
  if ("unique" in attributes && (parts.source.inTable || !uniqueFieldTypes.has(parts.type))) {
    property["unique"] = false;
  }
  if (property["defaultNowValue"] === true && parts.sent["defaultValue"] === undefined) {
    property["defaultValue"] = "";
  }
}

/** A default that names an option follows the option's new name. */
function renameDefault(parts: FieldParts, value: unknown): unknown {
  const renamed = renamedOptions(parts.sent["options"], parts.current?.property["options"]);
  const follow = (name: unknown): unknown => (typeof name === "string" ? (renamed.get(name) ?? name) : name);
  return Array.isArray(value) ? value.map(follow) : follow(value);
}

/**
 * The fields of a table. On PUT, fields that are not listed stay and a code that is new adds a field: whether kintone adds there or
 * answers GAIA_FC01 is not known.
 */
function parseTableFields(place: Place, raw: unknown, parts: FieldParts): readonly StoredField[] {
  const before = parts.current?.fields ?? [];
  const sent = readObject(place, raw);
  if (sent === null) {
    if (parts.current === null) {
      addFault(place, settingsText.required);
    }
    return before;
  }
  const source = { ...parts.source, inTable: true };
  const changed = before.map((field) =>
    Object.hasOwn(sent, field.code)
      ? parseChangedField(placeOfNamed(place, field.code), sent[field.code], { current: field, source })
      : field,
  );
  const known = new Set(before.map((field) => field.code));
  const added = Object.entries(sent)
    .filter(([name]) => !known.has(name))
    .map(([name, inner]) => parseNewField(placeOfNamed(place, name), inner, { name, source }))
    .filter((field) => field !== null);
  if (changed.length + added.length === 0) {
    addFault(place, settingsText.required);
  }
  return [...changed, ...added];
}
