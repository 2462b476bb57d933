import type { Report, ReportFigure, ReportGroup } from "../../../apps-schema/schema/report.ts";
import type { Json, JsonObject } from "../client/json.ts";
import { listOf, memberOf, objectOf, textOf } from "../client/json.ts";
import { parseKnown } from "./parse-known.ts";
import { indexOf } from "./to-field.ts";
import { isSystemCode } from "./to-view.ts";
import { toAll } from "./to-whom.ts";

/** Graphs in the words of declarations; null when one of them counts, or is drawn, in a way that they do not know. */
export function toReports({ reports }: JsonObject, codes: ReadonlySet<string>): readonly Report[] | null {
  const items = Object.entries(objectOf(reports)).toSorted(([, left], [, right]) => indexOf(left) - indexOf(right));
  return toAll(
    items.map(([, report]) => report ?? null),
    (report) => toReport(report, codes),
  );
}

const modes = ["NORMAL", "STACKED", "PERCENTAGE"] as const;
const charts = ["PIE", "LINE", "PIVOT_TABLE", "TABLE"] as const;
const periods = ["YEAR", "QUARTER", "MONTH"] as const;
const figureTypes = ["SUM", "AVERAGE", "MAX", "MIN"] as const;

function toReport(report: Json, codes: ReadonlySet<string>): Report | null {
  const isKnown = (code: string): boolean => codes.has(code) || isSystemCode(code);
  const where = parseKnown(memberOf(report, "filterCond"), codes);
  const groups = toAll(listOf(memberOf(report, "groups")), (group) => toGroup(group, isKnown));
  const figures = toAll(listOf(memberOf(report, "aggregations")), (figure) => toFigure(figure, isKnown));
  const order = toOrder(listOf(memberOf(report, "sorts")));
  const isPeriodic = memberOf(report, "periodicReport") !== null;
  if (where === null || groups === null || figures === null || order === null || isPeriodic) {
    return null;
  }
  const name = textOf(memberOf(report, "name"));
  const common = { name, answers: "", groups, figures, ...(where.length === 0 ? {} : { where }), order };
  const type = textOf(memberOf(report, "chartType"));
  const mode = modes.find((each) => each === memberOf(report, "chartMode"));
  if (type === "BAR" || type === "COLUMN") {
    return mode === undefined ? null : { chart: type, mode, ...common };
  }
  const chart = charts.find((each) => each === type);
  return chart === undefined ? null : { chart, ...common };
}

function toGroup(group: Json, isKnown: (code: string) => boolean): ReportGroup | null {
  const code = textOf(memberOf(group, "code"));
  const per = textOf(memberOf(group, "per"));
  const period = periods.find((each) => each === per);
  const isPlain = per === "";
  return !isKnown(code) || (!isPlain && period === undefined)
    ? null
    : { code, ...(period === undefined ? {} : { per: period }) };
}

function toFigure(figure: Json, isKnown: (code: string) => boolean): ReportFigure | null {
  const type = textOf(memberOf(figure, "type"));
  const code = textOf(memberOf(figure, "code"));
  const known = figureTypes.find((each) => each === type);
  if (type === "COUNT") {
    return { type };
  }
  return known === undefined || !isKnown(code) ? null : { type: known, code };
}

function toOrder(sorts: readonly Json[]): Report["order"] | null {
  const [sort = null] = sorts;
  const name = `${textOf(memberOf(sort, "by"))} ${textOf(memberOf(sort, "order"))}`;
  if (sorts.length !== 1) {
    return null;
  }
  return name === "TOTAL DESC" ? "most-first" : name === "GROUP1 ASC" ? "by-group" : null;
}
