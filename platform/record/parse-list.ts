import { inputMessages } from "../messages.ts";
import { PlatformError } from "../platform-error.ts";
import { isParams, toParams } from "../api/params.ts";
import type { StoredField, StoredFileReference } from "../store/app-settings.ts";
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

/** The codes of users, groups or organizations, all of whom must exist. */
export function parseEntities(raw: unknown, field: StoredField, scope: WriteScope): readonly string[] {
  const codes = toList(raw).map((item) => toText(toParams(item)["code"]));
  const { users, groups, organizations } = scope.store;
  for (const code of codes) {
    if (field.type === "USER_SELECT" && !users.find(code)) {
      throw new PlatformError("GAIA_IL26", { code });
    }
    if (field.type === "GROUP_SELECT" && !groups.find(code)) {
      throw new PlatformError("GAIA_IL27", { code });
    }
    if (field.type === "ORGANIZATION_SELECT" && !organizations.find(code)) {
      throw new PlatformError("GAIA_IL28", { code });
    }
  }
  return [...new Set(codes)];
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
