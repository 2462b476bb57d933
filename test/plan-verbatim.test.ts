import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { planRecords } from "../apps-schema/plan/plan-records.ts";
import { parseRecord } from "../apps-schema/record/parse-record.ts";
import type { RestRecord } from "../apps-schema/record/to-rest-record.ts";
import { suiteApps, type AppKey } from "../apps-schema/suite.ts";

const source = readFileSync(new URL("../apps-schema/plan/goka-dx-plan-v5.txt", import.meta.url), "utf8");

/** The text without Markdown marks at the start of a line, and with the hard breaks inside a phrase joined. */
const text = source
  .replaceAll("  \n", "")
  .split("\n")
  .map((line) => line.replace(/^ *(?:#+ |- )?/u, ""))
  .join("\n");
const lines = text.split("\n").filter((line) => line.trim() !== "");

/** What the records hold beside the plan's words: ids, days for its months, and our own remarks. */
const ours = new Set([
  "revised_ym",
  "rel_kind",
  "missing_note",
  "kpi_id",
  "direction",
  "frequency",
  "kpi_fy_key",
  "seq",
  "data_status",
  "issue_id",
  "initiative_id",
  "sub_item_id",
  "plan_date_on",
  "plan_date_precision",
]);

/** Every string of a record with its field code, the cells of tables included. */
function strings(record: RestRecord): { code: string; value: string }[] {
  return Object.entries(record).flatMap(([code, { value }]) => {
    if (typeof value === "string") {
      return value === "" ? [] : [{ code, value }];
    }
    const rows: unknown[] = Array.isArray(value) ? value : [];
    return rows.flatMap((row) => (isRow(row) ? strings(row.value) : [{ code, value: JSON.stringify(row) }]));
  });
}

function isRow(row: unknown): row is { value: RestRecord } {
  return typeof row === "object" && row !== null && "value" in row;
}

function recordsOf(app: AppKey): RestRecord[] {
  return planRecords().flatMap((entry) => (entry.app === app ? entry.records : []));
}

function column(app: AppKey, code: string): unknown[] {
  return recordsOf(app).map((record) => record[code]?.value);
}

describe("the plan's records", () => {
  it("are 1 edition, 8 issues, 16 initiatives, 52 items, 1 KPI, 4 values and 14 terms, with 12 dates of the state", () => {
    expect(Object.fromEntries(planRecords().map(({ app, records }) => [app, records.length]))).toEqual({
      plan_version: 1,
      kpi: 1,
      issue: 8,
      initiative: 16,
      sub_item: 52,
      kpi_value: 4,
      deadline: 12,
      glossary: 14,
    });
  });

  it("hold no string that the plan does not have, line by line", () => {
    // The dates of the state come from elsewhere and say from where; the next test holds them.
    const ofThePlan = planRecords().filter(({ app }) => app !== "deadline");
    const taken = ofThePlan.flatMap(({ records }) => records.flatMap(strings).filter(({ code }) => !ours.has(code)));
    const foreign = taken.filter(({ value }) => value.split("\n").some((line) => !text.includes(line)));
    expect(foreign).toEqual([]);
    expect(taken.length).toBeGreaterThan(250);
  });

  it("give each date of the state a source, a day of checking and how sure it is, and invent nothing of the town's", () => {
    const dates = recordsOf("deadline").map((record) => parseRecord(suiteApps.deadline, record).record);
    const bare = dates.filter(
      ({ source_text, source_url, checked_on, checked_by, confidence }) =>
        [source_text, source_url, checked_on, checked_by, confidence].includes("") ||
        !source_url.startsWith("https://"),
    );
    expect(bare).toEqual([]);
    expect(dates.filter(({ town_state, town_note }) => town_state !== "" || town_note !== "")).toEqual([]);
    expect(dates.filter(({ dl_on, dl_fy }) => dl_on === "" && dl_fy === "")).toEqual([]);
    // What the source does not give by the day is not given by the day here.
    const exact = dates.filter(({ dl_precision }) => dl_precision === "日").map(({ dl_on }) => dl_on);
    expect(exact).toEqual(
      dates.flatMap(({ dl_date_text, dl_on }) => (/\d{4}年\d{1,2}月\d{1,2}日/u.test(dl_date_text) ? dl_on : [])),
    );
    const items = new Set(column("sub_item", "sub_item_id"));
    const named = dates.flatMap(({ sub_item_ids }) => (sub_item_ids === "" ? [] : sub_item_ids.split(",")));
    expect(named.filter((id) => !items.has(id))).toEqual([]);
  });

  it("leave out no line of the plan but its page headings", () => {
    const chapters = parseRecord(suiteApps.plan_version, recordsOf("plan_version")[0]).record.chapters;
    const kept = chapters.flatMap(({ ch_no, ch_title, ch_text }) => [
      `${ch_no} ${ch_title}`,
      ...ch_text.split("\n"),
      ch_title,
      ch_no,
    ]);
    const whole = new Set(kept);
    const missing = lines.filter(
      (line) => !whole.has(line.trim()) && !kept.some((part) => part !== "" && line.endsWith(part)),
    );
    expect(missing).toEqual([
      // The second page of the initiatives repeats the heading of the first on two lines.
      "重点取組項目",
      "国の自治体DX推進計画に基づくもの",
      "用語集①",
      "五十音行\t用語\t用語解説",
      "用語集②",
      "五十音行\t用語\t用語解説",
      "用語集③",
      "五十音行\t用語\t用語解説",
    ]);
  });

  it("hold the 52 items in the plan's order under the plan's initiatives", () => {
    const start = lines.indexOf("重点取組項目 国の自治体DX推進計画に基づくもの");
    const printed = lines.slice(start).filter((line) => /^[①②③④⑤]/u.test(line));
    expect(column("sub_item", "sub_text")).toEqual(printed.map((line) => line.slice(1).trim()));
    const numbers = column("sub_item", "sub_no").map(Number);
    expect(numbers).toEqual(printed.map((line) => "①②③④⑤".indexOf(line.slice(0, 1)) + 1));
    const headings = lines.slice(start).filter((line) => /^\d\. /u.test(line));
    expect(column("initiative", "initiative_name")).toEqual(headings.map((line) => line.slice(3)));
    const parents = lines
      .slice(start)
      .reduce<{ heading: string; each: string[] }>(
        ({ heading, each }, line) =>
          /^\d\. /u.test(line)
            ? { heading: line.slice(3), each }
            : { heading, each: /^[①②③④⑤]/u.test(line) ? [...each, heading] : each },
        { heading: "", each: [] },
      );
    const names = new Map(
      recordsOf("initiative").map((record) => [record["initiative_id"]?.value, record["initiative_name"]?.value]),
    );
    expect(column("sub_item", "initiative_id").map((id) => names.get(id))).toEqual(parents.each);
  });

  it("name the other spelling of section 05 where it differs, and only there", () => {
    const from = lines.indexOf("8つの重点項目");
    const outline = lines.slice(from, lines.indexOf("06 計画の期間")).filter((line) => /^\d\. /u.test(line));
    const names = column("initiative", "initiative_name");
    const expected = outline.map((line, index) => (line.slice(3) === names[index] ? "" : line.slice(3)));
    expect(column("initiative", "name_alias")).toEqual(expected);
    expect(expected.filter((alias) => alias !== "")).toHaveLength(2);
  });

  it("keep 41.1 as the actual and 50, 60, 70 as outlook, with no target", () => {
    const years = lines
      .find((line) => line.startsWith("年度\t"))
      ?.split("\t")
      .slice(1);
    const cells =
      lines
        .find((line) => line.startsWith("デジタル指標"))
        ?.split("\t")
        .slice(1) ?? [];
    const numberAfter = (kind: string): (string | undefined)[] =>
      cells.map((cell) => (cell.startsWith(kind) ? String(Number.parseFloat(cell.slice(kind.length))) : undefined));
    expect(column("kpi_value", "fy")).toEqual(years);
    expect(column("kpi_value", "actual_value")).toEqual(numberAfter("実績 "));
    expect(column("kpi_value", "forecast_value")).toEqual(numberAfter("見込み "));
    expect(column("kpi", "target_nature")).toEqual(["見込み"]);
    const targets = [...recordsOf("kpi"), ...recordsOf("kpi_value")].flatMap((record) =>
      Object.keys(record).filter((code) => ["target_value", "target_fy", "target_fy_value"].includes(code)),
    );
    expect(targets).toEqual([]);
  });

  it("fit their declarations, and find every record they look up among those loaded before", () => {
    const keys = new Map<AppKey, Set<unknown>>();
    for (const { app, records } of planRecords()) {
      const schema = suiteApps[app];
      for (const record of records) {
        expect(parseRecord(schema, record).issues).toEqual([]);
        const dangling = Object.entries(schema.fields).filter(
          ([code, field]) =>
            field.type === "LOOKUP" && record[code] !== undefined && !keys.get(field.app)?.has(record[code].value),
        );
        expect(dangling).toEqual([]);
      }
      keys.set(app, new Set(records.map((record) => record[schema.keyField]?.value)));
      expect(keys.get(app)?.size).toBe(records.length);
    }
  });
});
