import {
  chartTypes,
  groupPers,
  type GroupPer,
  type ReportAggregation,
  type ReportGroup,
  type ReportSort,
  type StoredReport,
} from "../store/report-settings.ts";
import type { StoredField } from "../store/app-settings.ts";
import { addFault, addRefusal, placeOf, type Place } from "./fault.ts";
import { findAnyField } from "./find-field.ts";
import { parseNamedList } from "./parse-named-list.ts";
import type { QueryCheck } from "./parse-views.ts";
import { readPeriodicReport } from "./read-periodic-report.ts";
import { isSent, readInteger, readList, readObject, readText, readWord } from "./read-value.ts";
import { settingsText, textTooMany } from "./text.ts";

/** What reading graphs needs beside what was sent. */
export type ReportSource = {
  readonly fields: readonly StoredField[];
  readonly before: readonly StoredReport[];
  readonly allocateId: () => string;
  readonly checkCondition: QueryCheck;
};

type Raw = Readonly<Record<string, unknown>>;

/** kintone's limit for one app (help). */
const reportLimit = 1000;
const typesWithMode: ReadonlySet<string> = new Set(["BAR", "COLUMN", "AREA", "SPLINE_AREA"]);

/** `reports` of `PUT preview/app/reports.json`, in display order; graphs that are not listed are deleted. */
export function parseReports(place: Place, raw: unknown, source: ReportSource): readonly StoredReport[] {
  return parseNamedList(place, raw, {
    before: source.before,
    limit: reportLimit,
    read: (here, entry, key) => readReport(here, entry, { key, source }),
  });
}

function readReport(
  place: Place,
  raw: unknown,
  { key, source }: { readonly key: string; readonly source: ReportSource },
): StoredReport | null {
  const sent = readObject(place, raw);
  if (sent === null) {
    return null;
  }
  const before = source.before.find(({ name }) => name === key) ?? null;
  requireKeys(place, sent, before === null ? ["name", "chartType", "groups", "aggregations", "sorts"] : ["chartType"]);
  const name = readText(placeOf(place, "name"), sent["name"], { initial: key, max: 64 });
  if (name === "") {
    addFault(placeOf(place, "name"), settingsText.required);
  } else if (before === null && name !== key) {
    addFault(placeOf(place, "name"), settingsText.nameDiffersFromKey);
  }
  const chartType = readWord(placeOf(place, "chartType"), sent["chartType"], {
    words: chartTypes,
    initial: before?.chartType ?? "BAR",
  });
  const groups = isSent(sent["groups"]) ? readGroups(placeOf(place, "groups"), sent["groups"], source) : before?.groups;
  const aggregations = isSent(sent["aggregations"])
    ? readAggregations(placeOf(place, "aggregations"), sent["aggregations"], source)
    : before?.aggregations;
  const sorts = isSent(sent["sorts"]) ? readSorts(placeOf(place, "sorts"), sent["sorts"], groups ?? []) : before?.sorts;
  checkCounts(place, { chartType, groups: groups ?? [], aggregations: aggregations ?? [] });
  const filterPlace = placeOf(place, "filterCond");
  const filterCond = readText(filterPlace, sent["filterCond"], { initial: before?.filterCond ?? "" });
  source.checkCondition(filterPlace, filterCond);
  return {
    id: before?.id ?? source.allocateId(),
    index: readInteger(placeOf(place, "index"), sent["index"], {
      initial: "0",
      min: 0,
      max: 2_147_483_647,
      required: true,
    }),
    name,
    chartType,
    ...(typesWithMode.has(chartType) ? { chartMode: readMode(placeOf(place, "chartMode"), sent["chartMode"]) } : {}),
    groups: groups ?? [],
    aggregations: aggregations ?? [],
    filterCond,
    sorts: sorts ?? [],
    periodicReport: readPeriodicReport(
      placeOf(place, "periodicReport"),
      sent["periodicReport"],
      before?.periodicReport ?? null,
    ),
  };
}

function requireKeys(place: Place, sent: Raw, keys: readonly string[]): void {
  for (const key of keys.filter((name) => !isSent(sent[name]))) {
    addFault(placeOf(place, key), settingsText.required);
  }
}

function readMode(place: Place, raw: unknown): NonNullable<StoredReport["chartMode"]> {
  if (!isSent(raw)) {
    addFault(place, settingsText.required);
  }
  return readWord(place, raw, { words: ["NORMAL", "STACKED", "PERCENTAGE"], initial: "NORMAL" });
}

/** A pivot table has one figure and something to stand in its rows (official description). */
function checkCounts(
  place: Place,
  { chartType, groups, aggregations }: Pick<StoredReport, "chartType" | "groups" | "aggregations">,
): void {
  if (chartType === "PIVOT_TABLE" && groups.length === 0) {
    addFault(placeOf(place, "groups"), settingsText.required);
  }
  if (chartType === "PIVOT_TABLE" && aggregations.length > 1) {
    addFault(placeOf(place, "aggregations"), textTooMany(1));
  }
}

const dayUnits: readonly GroupPer[] = ["YEAR", "QUARTER", "MONTH", "WEEK", "DAY"];
const clockUnits: readonly GroupPer[] = ["HOUR", "MINUTE"];
const unitsOf: Readonly<Record<string, readonly GroupPer[]>> = {
  DATE: dayUnits,
  TIME: clockUnits,
  DATETIME: groupPers,
  CREATED_TIME: groupPers,
  UPDATED_TIME: groupPers,
};
/** Not measured: what has no single short value cannot be grouped by. */
const typesNotGrouped = new Set([
  "SUBTABLE",
  "GROUP",
  "REFERENCE_TABLE",
  "FILE",
  "MULTI_LINE_TEXT",
  "RICH_TEXT",
  "CATEGORY",
]);

function readGroups(place: Place, raw: unknown, { fields }: ReportSource): readonly ReportGroup[] {
  return (readList(place, raw, 3) ?? []).flatMap((item, index) => {
    const here = placeOf(place, index);
    const sent = readObject(here, item);
    if (sent === null) {
      return [];
    }
    const field = readFieldCode(here, sent, fields);
    if (field === null) {
      return [];
    }
    if (typesNotGrouped.has(field.type)) {
      addFault(placeOf(here, "code"), settingsText.wrongFieldForUse);
    }
    const units = unitsOf[field.type];
    if (units === undefined) {
      return [{ code: field.code }];
    }
    const perPlace = placeOf(here, "per");
    if (!isSent(sent["per"])) {
      addFault(perPlace, settingsText.required);
    }
    return [{ code: field.code, per: readWord(perPlace, sent["per"], { words: units, initial: units[0] ?? "DAY" }) }];
  });
}

function readFieldCode(place: Place, sent: Raw, fields: readonly StoredField[]): StoredField | null {
  const codePlace = placeOf(place, "code");
  const code = readText(codePlace, sent["code"], { initial: "", required: true });
  const found = code === "" ? null : findAnyField(fields, code);
  if (code !== "" && found === null) {
    addRefusal(codePlace, "GAIA_FC01", { code });
  }
  return found?.field ?? null;
}

const numberTypes = new Set(["NUMBER", "CALC"]);
const extremeTypes = new Set([...numberTypes, "DATE", "TIME", "DATETIME", "CREATED_TIME", "UPDATED_TIME"]);

function readAggregations(place: Place, raw: unknown, { fields }: ReportSource): readonly ReportAggregation[] {
  const list = readList(place, raw, 10) ?? [];
  if (Array.isArray(raw) && raw.length === 0) {
    addFault(place, settingsText.required);
  }
  return list.flatMap((item, index): readonly ReportAggregation[] => {
    const here = placeOf(place, index);
    const sent = readObject(here, item);
    if (sent === null) {
      return [];
    }
    if (!isSent(sent["type"])) {
      addFault(placeOf(here, "type"), settingsText.required);
    }
    const type = readWord(placeOf(here, "type"), sent["type"], {
      words: ["COUNT", "SUM", "AVERAGE", "MAX", "MIN"],
      initial: "COUNT",
    });
    if (type === "COUNT") {
      return [{ type }];
    }
    const field = readFieldCode(here, sent, fields);
    const types = type === "SUM" || type === "AVERAGE" ? numberTypes : extremeTypes;
    if (field !== null && !types.has(field.type)) {
      addFault(placeOf(here, "code"), settingsText.wrongFieldForUse);
    }
    return field === null ? [] : [{ type, code: field.code }];
  });
}

function readSorts(place: Place, raw: unknown, groups: readonly ReportGroup[]): readonly ReportSort[] {
  return (readList(place, raw, 3) ?? []).flatMap((item, index) => {
    const here = placeOf(place, index);
    const sent = readObject(here, item);
    if (sent === null) {
      return [];
    }
    requireKeys(here, sent, ["by", "order"]);
    const by = readWord(placeOf(here, "by"), sent["by"], {
      words: ["TOTAL", "GROUP1", "GROUP2", "GROUP3"],
      initial: "TOTAL",
    });
    // That a level must be there to be sorted by is assumed.
    if (by !== "TOTAL" && Number(by.slice(-1)) > groups.length) {
      addFault(placeOf(here, "by"), settingsText.notFound);
    }
    return [{ by, order: readWord(placeOf(here, "order"), sent["order"], { words: ["ASC", "DESC"], initial: "ASC" }) }];
  });
}
