import { addFault, type Place } from "./fault.ts";
import { readText } from "./read-value.ts";
import { settingsText } from "./text.ts";

/**
 * Letters of any script, digits, marks, `_`, full-width `＿`, the middle dots and currency signs, no digit first
 * (fact sheet §8.4; the list of signs `__・･＄￥$¥` is kintone help's).
 */
const codePattern = /^(?![0-9０-９])[\p{L}\p{M}\p{N}\p{Extended_Pictographic}_＿・･＄￥$¥ー々〆〇ヶ゛゜ｰﾞﾟ]+$/u;

export function isFieldCode(code: string): boolean {
  return code.length > 0 && code.length <= 128 && codePattern.test(code);
}

/** A field code that may be given to a field; faults for wrong signs and length. */
export function readFieldCode(place: Place, value: unknown, initial: string): string {
  const before = place.faults.length;
  const code = readText(place, value, { initial, required: initial === "", max: 128 });
  if (place.faults.length === before && !isFieldCode(code)) {
    addFault(place, settingsText.codeHasWrongSigns);
  }
  return code;
}

/**
 * System codes that no other field may take (measured: CB_VA01). `$id` and `$revision` are already impossible because of
 * the rule for signs after `$`: they are listed so that the message is the right one.
 */
export const reservedFieldCodes: ReadonlySet<string> = new Set([
  "ステータス",
  "作業者",
  "カテゴリー",
  "レコード番号",
  "作成者",
  "作成日時",
  "更新者",
  "更新日時",
  "__ID__",
  "__REVISION__",
  "$id",
  "$revision",
]);
