import { readAppCopy } from "../app-access.ts";
import type { Operation } from "../operation.ts";
import { toOldForm } from "./to-old-form.ts";

/** `GET form.json`, the older way to read a form: fields in the order of the form, with other names for some keys. */
export const getForm: Operation = {
  method: "GET",
  path: "/k/v1/form.json",
  reach: "both",
  right: "user",
  run: (context) => ({ properties: toOldForm(readAppCopy(context).settings) }),
};
