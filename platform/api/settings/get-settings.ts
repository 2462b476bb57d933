import { readAppCopy } from "../app-access.ts";
import type { Operation } from "../operation.ts";
import { checkLang } from "../check-lang.ts";

/** `GET app/settings.json`: name, icon, theme and the other general settings. */
export const getSettings: Operation = {
  method: "GET",
  path: "/k/v1/app/settings.json",
  reach: "both",
  right: "user",
  run: (context) => {
    checkLang(context.params);
    const { settings, revision } = readAppCopy(context);
    const { titleField, ...general } = settings.general;
    return {
      ...general,
      titleField:
        titleField.selectionMode === "AUTO" ? { ...titleField, code: titleCode(settings.fields) } : titleField,
      revision,
    };
  },
};

/** With AUTO kintone answers the field it chose; which one it takes first is not in our sources: the record number. */
function titleCode(fields: readonly { readonly type: string; readonly code: string }[]): string {
  return fields.find((field) => field.type === "RECORD_NUMBER")?.code ?? "";
}
