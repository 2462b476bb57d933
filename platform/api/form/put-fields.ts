import { updateFields } from "../../settings/update-fields.ts";
import type { Operation } from "../operation.ts";
import { writeFields } from "./write-fields.ts";

/** `PUT preview/app/form/fields.json`. */
export const putFields: Operation = {
  method: "PUT",
  path: "/k/v1/app/form/fields.json",
  reach: "preview",
  right: "manage",
  run: (context) => writeFields(context, updateFields),
};
