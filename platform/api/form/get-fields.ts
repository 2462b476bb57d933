import { toProperties } from "../../settings/to-properties.ts";
import { readAppCopy } from "../app-access.ts";
import { checkLang } from "../check-lang.ts";
import type { Operation } from "../operation.ts";

/** `GET app/form/fields.json`. */
export const getFields: Operation = {
  method: "GET",
  path: "/k/v1/app/form/fields.json",
  reach: "both",
  right: "user",
  run: (context) => {
    checkLang(context.params);
    const { settings, revision } = readAppCopy(context);
    return { properties: toProperties(settings), revision };
  },
};
