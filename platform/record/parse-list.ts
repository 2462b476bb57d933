import { inputMessages } from "../messages.ts";
import { PlatformError } from "../platform-error.ts";
import { isParams, toParams } from "../api/params.ts";
import { knowsPerson } from "../permission/knows-person.ts";
import type { StoredField, StoredFileReference } from "../store/app-settings.ts";
import { type CategorySettings, listCategoryNames } from "../store/category-settings.ts";
import type { FieldValue } from "../store/stored-record.ts";
import { readOptions } from "./field-property.ts";
import { toText } from "./parse-scalar.ts";
import type { ValuePlace, WriteScope } from "./write-scope.ts";

/** A JSON array; null and nothing are empty; anything else is of a wrong JSON type. */
export function toList(raw: unknown): readonly unknown[] {
  if (raw === null || raw === undefined || raw === "") {
    return [];
  }
  if (!Array.isArray(raw)) {
    throw new PlatformError("CB_IJ01");
  }
  return raw;
}

/** The chosen options in the order they were sent, each once. */
export function parseChoices(raw: unknown, field: StoredField, place: ValuePlace): readonly string[] {
  const options = new Set(readOptions(field));
  const texts = toList(raw).map(toText);
  for (const [index, text] of texts.entries()) {
    if (!options.has(text)) {
      place.faults.add(`${place.path}.values[${index}].value`, inputMessages.notInOptions, { value: text });
    }
  }
  return [...new Set(texts)];
}

/** The names of categories in their order, each once. */
export function parseCategories(raw: unknown, place: ValuePlace, { tree }: CategorySettings): readonly string[] {
  const names = listCategoryNames(tree);
  const texts = toList(raw).map(toText);
  for (const [index, text] of texts.entries()) {
    if (!names.includes(text)) {
      place.faults.add(`${place.path}.values[${index}].value`, inputMessages.notInOptions, { value: text });
    }
  }
  return names.filter((name) => texts.includes(name));
}

const kinds = { USER_SELECT: "user", GROUP_SELECT: "group", ORGANIZATION_SELECT: "organization" } as const;
const refusals = { USER_SELECT: "GAIA_IL26", GROUP_SELECT: "GAIA_IL27", ORGANIZATION_SELECT: "GAIA_IL28" } as const;

/**
 * The codes of users, groups or organizations, all of whom must exist, for a guest in the app's space: to a guest others are nobody,
 * unless they stand in the field already or by its settings.
 */
export function parseEntities(
  raw: unknown,
  field: StoredField & { readonly type: keyof typeof kinds },
  { scope, before }: { readonly scope: WriteScope; readonly before: FieldValue | undefined },
): readonly string[] {
  const codes = toList(raw).map((item) => toText(toParams(item)["code"]));
  const { store, caller, app } = scope;
  const present = new Set<unknown>([...(Array.isArray(before) ? before : []), ...readDefaultCodes(field)]);
  for (const code of codes) {
    const person = { kind: kinds[field.type], code };
    const isKnown = knowsPerson(store, { caller, app: app.id }, person) || (caller.isGuest && present.has(code));
    if (!isKnown) {
      throw new PlatformError(refusals[field.type], { code });
    }
  }
  return [...new Set(codes)];
}

function readDefaultCodes({ property }: StoredField): readonly unknown[] {
  const { defaultValue } = property;
  return Array.isArray(defaultValue)
    ? defaultValue.map((item: unknown) => (isParams(item) ? item["code"] : undefined))
    : [];
}

/**
 * Attachments: a key that this record already holds keeps the file, an upload key attaches a new one. Keys of other
 * records are refused, as kintone refuses them (fact sheet §5.6).
 */
export function parseFiles(
  raw: unknown,
  held: ReadonlyMap<string, StoredFileReference>,
  scope: WriteScope,
): readonly StoredFileReference[] {
  return toList(raw).map((item) => {
    const key = isParams(item) ? toText(item["fileKey"]) : toText(item);
    const file = held.get(key) ?? scope.store.files.attach(key, scope.now);
    if (!file) {
      throw new PlatformError("GAIA_BL01", { id: key });
    }
    return file;
  });
}
