import { readAppCopy } from "../app-access.ts";
import type { Operation } from "../operation.ts";

/** `GET app/form/layout.json`. */
export const getLayout: Operation = {
  method: "GET",
  path: "/k/v1/app/form/layout.json",
  reach: "both",
  right: "user",
  run: (context) => {
    const { settings, revision } = readAppCopy(context);
    return { layout: settings.layout, revision };
  },
};
