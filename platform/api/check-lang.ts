import { inputMessages } from "../messages.ts";
import { invalidParameter } from "../platform-error.ts";
import { readOptionalText, type Params } from "./params.ts";

const languages = new Set(["default", "user", "ja", "en", "zh"]);

/** `lang` of the settings GETs. Names are not localised here, so each accepted value answers the same. */
export function checkLang(params: Params): void {
  const lang = readOptionalText(params, "lang");
  if (lang !== null && !languages.has(lang)) {
    throw invalidParameter("lang", inputMessages.enumeration);
  }
}
