import { toProcess } from "../../settings/to-process.ts";
import { readAppCopy } from "../app-access.ts";
import { checkLang } from "../check-lang.ts";
import type { Operation } from "../operation.ts";

/** `GET app/status.json`: process management. */
export const getStatus: Operation = {
  method: "GET",
  path: "/k/v1/app/status.json",
  reach: "both",
  right: "user",
  run: (context) => {
    checkLang(context.params);
    const { settings, revision } = readAppCopy(context);
    return { ...toProcess(settings.process), revision };
  },
};
