import { inputMessages } from "../messages.ts";
import { invalidParameter } from "../platform-error.ts";
import type { PluginLanguage } from "../plugin/plugin-manifest.ts";
import type { OperationContext } from "./operation.ts";
import { readOptionalText } from "./params.ts";

/** `lang` of the plugin GETs (the reference writes it in capitals, the client in small letters); else the caller's language. */
export function readPluginLanguage({ params, language }: OperationContext): PluginLanguage {
  const lang = readOptionalText(params, "lang")?.toLowerCase() ?? language;
  switch (lang) {
    case "ja":
    case "en":
    case "zh":
    case "es":
      return lang;
    default:
      throw invalidParameter("lang", inputMessages.enumeration);
  }
}
