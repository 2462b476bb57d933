import { addFault, placeOfNamed, type Place } from "./fault.ts";
import { readObject } from "./read-value.ts";

/** kintone.plugin.app.setConfig's limits (fact sheet §11); the total is counted in bytes of UTF-8, keys included. */
const valueLimit = 65_535;
const totalLimit = 256 * 1024;

const configText = {
  notAscii: { ja: "キーには半角英数字と記号だけを使用できます。", en: "Only ASCII characters can be used in a key." },
  notText: { ja: "値には文字列を指定してください。", en: "The value must be a string." },
  valueTooLong: {
    ja: `値は${valueLimit.toLocaleString("en")}文字以下にしてください。`,
    en: `The value must be ${valueLimit.toLocaleString("en")} characters or less.`,
  },
  totalTooLong: {
    ja: "プラグインの設定の合計は256KB以下にしてください。",
    en: "The settings of a plug-in must be 256 KB or less in all.",
  },
} as const;

/** The object given to `kintone.plugin.app.setConfig`: ASCII keys, values only text, kintone's sizes. */
export function parsePluginConfig(place: Place, raw: unknown): Readonly<Record<string, string>> {
  const entries = Object.entries(readObject(place, raw) ?? {});
  const config: (readonly [string, string])[] = [];
  let bytes = 0;
  for (const [key, value] of entries) {
    const here = placeOfNamed(place, key);
    if (!/^[\u0020-\u007E]+$/u.test(key)) {
      addFault(here, configText.notAscii);
    }
    if (typeof value !== "string") {
      addFault(here, configText.notText);
      continue;
    }
    if (value.length > valueLimit) {
      addFault(here, configText.valueTooLong);
    }
    bytes += Buffer.byteLength(key) + Buffer.byteLength(value);
    config.push([key, value]);
  }
  if (bytes > totalLimit) {
    addFault(place, configText.totalTooLong);
  }
  // `fromEntries` makes an own property also of `__proto__`.
  return Object.fromEntries(config);
}
