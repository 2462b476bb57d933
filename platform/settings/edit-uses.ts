import type { StoredAction } from "../store/action-settings.ts";
import type { AppSettings } from "../store/app-settings.ts";
import type { StoredReport } from "../store/report-settings.ts";
import { queryNames, renameInQuery } from "./rename-in-query.ts";

type Uses = Pick<AppSettings, "reports" | "actions">;

/** Graphs and app actions with the new codes of the app's renamed fields. */
export function renameInUses({ reports, actions }: Uses, codes: ReadonlyMap<string, string>): Uses {
  const rename = (code: string): string => codes.get(code) ?? code;
  return {
    reports: reports.map((report) => ({
      ...report,
      groups: report.groups.map((group) => ({ ...group, code: rename(group.code) })),
      aggregations: report.aggregations.map((item) =>
        item.code === undefined ? item : { ...item, code: rename(item.code) },
      ),
      filterCond: renameInQuery(report.filterCond, codes),
    })),
    actions: actions.map((action) => ({
      ...action,
      mappings: action.mappings.map((mapping) =>
        mapping.srcType === "FIELD" ? { ...mapping, srcField: rename(mapping.srcField) } : mapping,
      ),
      filterCond: renameInQuery(action.filterCond, codes),
    })),
  };
}

/** Graphs and app actions without the deleted fields; what kintone keeps of them is not known. */
export function usesWithout({ reports, actions }: Uses, codes: ReadonlySet<string>): Uses {
  return {
    reports: reports.map((report) => reportWithout(report, codes)),
    actions: actions.map((action) => actionWithout(action, codes)),
  };
}

function reportWithout(report: StoredReport, codes: ReadonlySet<string>): StoredReport {
  const groups = report.groups.filter(({ code }) => !codes.has(code));
  const aggregations = report.aggregations.filter(({ code }) => code === undefined || !codes.has(code));
  const sorts = report.sorts.filter(({ by }) => by === "TOTAL" || Number(by.slice(-1)) <= groups.length);
  return {
    ...report,
    groups,
    // A graph counts records when nothing else is left to show.
    aggregations: aggregations.length === 0 ? [{ type: "COUNT" }] : aggregations,
    sorts,
    filterCond: queryNames(report.filterCond, codes) ? "" : report.filterCond,
  };
}

function actionWithout(action: StoredAction, codes: ReadonlySet<string>): StoredAction {
  return {
    ...action,
    mappings: action.mappings.filter((mapping) => mapping.srcType !== "FIELD" || !codes.has(mapping.srcField)),
    filterCond: queryNames(action.filterCond, codes) ? "" : action.filterCond,
  };
}
