import { readAppCopy } from "../app-access.ts";
import { checkLang } from "../check-lang.ts";
import type { Operation } from "../operation.ts";

/** `GET app/reports.json`: the app's graphs by name. */
export const getReports: Operation = {
  method: "GET",
  path: "/k/v1/app/reports.json",
  reach: "both",
  right: "user",
  run: (context) => {
    checkLang(context.params);
    const { settings, revision } = readAppCopy(context);
    return {
      reports: Object.fromEntries(settings.reports.map((report) => [report.name, report])),
      revision,
    };
  },
};
