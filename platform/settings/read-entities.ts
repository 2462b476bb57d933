import { addFault, placeOf, type Place } from "./fault.ts";
import { readList, readObject, readText, readWord } from "./read-value.ts";
import { settingsText } from "./text.ts";

export type FieldEntity = { readonly type: string; readonly code: string };

const functions = ["LOGINUSER()", "PRIMARY_ORGANIZATION()"];

/** `entities` and `defaultValue` of the three fields that select users, organizations and groups. */
export function readEntities(place: Place, sent: unknown, types: readonly string[]): readonly FieldEntity[] {
  return (readList(place, sent) ?? []).flatMap((raw, index) => {
    const here = placeOf(place, index);
    const entity = readObject(here, raw);
    if (entity === null) {
      return [];
    }
    if (entity["type"] === undefined) {
      addFault(placeOf(here, "type"), settingsText.required);
    }
    const type = readWord(placeOf(here, "type"), entity["type"], { words: types, initial: types[0] ?? "USER" });
    const code = readText(placeOf(here, "code"), entity["code"], { initial: "", required: true });
    if (type === "FUNCTION" && !functions.includes(code)) {
      addFault(placeOf(here, "code"), settingsText.notInEnum);
    }
    return [{ type, code }];
  });
}
