import { placeOf } from "../../settings/fault.ts";
import { parseReports } from "../../settings/parse-reports.ts";
import { nextNumber } from "../../store/counter.ts";
import { writeSettings } from "../app-access.ts";
import { createQueryChecks } from "../check-queries.ts";
import type { Operation } from "../operation.ts";

/** `PUT preview/app/reports.json`: answers the ids of all graphs it was given. */
export const putReports: Operation = {
  method: "PUT",
  path: "/k/v1/app/reports.json",
  reach: "preview",
  right: "manage",
  run: (context) => {
    const { revision, settings } = writeSettings(context, ({ preview }, place) => ({
      ...preview,
      reports: parseReports(placeOf(place, "reports"), context.params["reports"], {
        fields: preview.fields,
        before: preview.reports,
        allocateId: () => String(1000 + nextNumber(context.store.db, "report")),
        checkCondition: createQueryChecks(context, preview).checkCondition,
      }),
    }));
    return { reports: Object.fromEntries(settings.reports.map(({ name, id }) => [name, { id }])), revision };
  },
};
