import { addFields } from "../../settings/add-fields.ts";
import type { Operation } from "../operation.ts";
import { writeFields } from "./write-fields.ts";

/** `POST preview/app/form/fields.json`. */
export const postFields: Operation = {
  method: "POST",
  path: "/k/v1/app/form/fields.json",
  reach: "preview",
  right: "manage",
  run: (context) => writeFields(context, addFields),
};
