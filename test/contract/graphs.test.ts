import { afterAll, beforeAll, describe, expect } from "vitest";
import { startTwoApps } from "./app-uses/two-apps.ts";
import type { TestPlatform } from "./harness.ts";
import { documented, guess } from "./target/evidence.ts";
import { fact } from "./target/fact.ts";

// Evidence: shapes, required keys and limits from the official description of each operation; what it leaves open says "guess".
let platform: TestPlatform;
let app: string;

beforeAll(async () => {
  ({ platform, app } = await startTwoApps());
});

afterAll(async () => {
  await platform.close();
});

const chart = {
  chartType: "BAR",
  chartMode: "STACKED",
  name: "部署別",
  index: "0",
  groups: [{ code: "部署" }, { code: "日", per: "MONTH" }],
  aggregations: [{ type: "SUM", code: "額" }, { type: "COUNT" }],
  filterCond: '部署 in ("甲")',
  sorts: [{ by: "GROUP1", order: "ASC" }],
} as const;
const putReports = async (reports: unknown) =>
  (await platform.call("PUT", "/k/v1/preview/app/reports.json", { body: { app, reports } })).body;
const report = (change: object) => putReports({ 部署別: { ...chart, ...change } });
const getReports = async () => (await platform.client().app.getReports({ app, preview: true })).reports;

describe("graphs", () => {
  fact(
    "keeps graphs in order with ids that stay through a new name, and publishes them with a deploy",
    { evidence: documented("official description: reports, actions, admin notes") },
    async () => {
      const client = platform.client();
      await putReports({});
      const answer = await client.app.updateReports({
        app,
        reports: {
          表: {
            ...chart,
            chartType: "TABLE",
            name: "表",
            index: 5,
            groups: [],
            aggregations: [{ type: "COUNT" }],
            sorts: [],
          },
          部署別: {
            ...chart,
            groups: [...chart.groups],
            aggregations: [...chart.aggregations],
            sorts: [...chart.sorts],
            periodicReport: { active: false, period: { every: "MONTH", dayOfMonth: "END_OF_MONTH", time: "9:00" } },
          },
        },
      });
      expect(answer).toEqual({
        revision: expect.stringMatching(/^\d+$/u),
        reports: {
          部署別: { id: expect.stringMatching(/^\d+$/u) },
          表: { id: expect.stringMatching(/^\d+$/u) },
        },
      });
      const before = await getReports();
      expect(Object.keys(before)).toEqual(["部署別", "表"]);
      expect(before["部署別"]).toEqual({
        ...chart,
        id: answer.reports["部署別"]?.id,
        periodicReport: { active: false, period: { every: "MONTH", dayOfMonth: "END_OF_MONTH", time: "9:00" } },
      });
      expect(before["表"]).not.toHaveProperty("chartMode");
      await report({ name: "新しい名", index: 0 });
      const after = await getReports();
      expect(Object.keys(after)).toEqual(["新しい名"]);
      expect(after["新しい名"]?.id).toBe(before["部署別"]?.id);
      await expect(client.app.getReports({ app })).resolves.toMatchObject({ reports: {} });
      await client.app.deployApp({ apps: [{ app }] });
      await expect(client.app.getReports({ app })).resolves.toMatchObject({ reports: after });
    },
  );

  fact(
    "puts back what GET answered without any change",
    { evidence: documented("official description: reports, actions, admin notes") },
    async () => {
      await putReports({ 部署別: chart });
      const before = await getReports();
      await expect(putReports(before)).resolves.toHaveProperty("revision");
      await expect(getReports()).resolves.toEqual(before);
    },
  );

  fact.each([
    ["a chart type that does not exist", { chartType: "RADAR" }, "chartType"],
    ["a bar chart without its mode", { chartMode: undefined }, "chartMode"],
    ["a date without its unit", { groups: [{ code: "日" }], sorts: [] }, "groups[0].per"],
    ["a unit that dates do not have", { groups: [{ code: "日", per: "HOUR" }], sorts: [] }, "groups[0].per"],
    ["a field that cannot be grouped by (guess)", { groups: [{ code: "文" }], sorts: [] }, "groups[0].code"],
    ["a sum of dates", { aggregations: [{ type: "SUM", code: "日" }] }, "aggregations[0].code"],
    ["no figure at all (guess)", { aggregations: [] }, "aggregations"],
    ["four levels", { groups: Array.from({ length: 4 }, () => ({ code: "部署" })) }, "groups"],
    ["eleven figures", { aggregations: Array.from({ length: 11 }, () => ({ type: "COUNT" })) }, "aggregations"],
    ["two figures in a pivot table", { chartType: "PIVOT_TABLE" }, "aggregations"],
    ["an order by a level that is not there (guess)", { sorts: [{ by: "GROUP3", order: "ASC" }] }, "sorts[0].by"],
    ["a name of 65 characters", { name: "あ".repeat(65) }, "name"],
    ["no index", { index: undefined }, "index"],
    ["a condition that cannot be read", { filterCond: "部署 in" }, "filterCond"],
    [
      "a periodic report that nothing here would draw up (own refusal)",
      { periodicReport: { active: true, period: { every: "DAY", time: "9:00" } } },
      "periodicReport.active",
    ],
    [
      "a period without its time",
      { periodicReport: { active: false, period: { every: "DAY" } } },
      "periodicReport.period.time",
    ],
    [
      "the last day of a month of a year",
      {
        periodicReport: {
          active: false,
          period: { every: "YEAR", month: "2", dayOfMonth: "END_OF_MONTH", time: "9:00" },
        },
      },
      "periodicReport.period.dayOfMonth",
    ],
  ])(
    "refuses %s",
    { evidence: documented("official description: reports, actions, admin notes") },
    async (_, change, path) => {
      await expect(report(change)).resolves.toMatchObject({
        code: "CB_VA01",
        errors: { [`reports[部署別].${path}`]: { messages: expect.any(Array) } },
      });
    },
  );

  fact(
    "refuses an unknown field, the same index twice, a new name that differs from its key, and other people",
    { evidence: documented("official description: reports"), needs: "people" },
    async () => {
      await expect(report({ groups: [{ code: "無い" }], sorts: [] })).resolves.toMatchObject({ code: "GAIA_FC01" });
      await expect(putReports({ 部署別: chart, 二: { ...chart, name: "二" } })).resolves.toMatchObject({
        errors: { "reports[二].index": expect.anything() },
      });
      await expect(putReports({ 新: { ...chart, name: "別" } })).resolves.toMatchObject({
        errors: { "reports[新].name": expect.anything() },
      });
      await expect(putReports(undefined)).resolves.toMatchObject({ errors: { reports: { messages: ["必須です。"] } } });
    },
  );

  fact(
    "follows a field that gets another code and lets go of one that is deleted (guess)",
    { evidence: guess("as views and conditions follow a field") },
    async () => {
      await putReports({ 部署別: chart });
      await platform.call("PUT", "/k/v1/preview/app/form/fields.json", {
        body: { app, properties: { 部署: { type: "DROP_DOWN", code: "課" } } },
      });
      expect((await getReports())["部署別"]).toMatchObject({
        groups: [{ code: "課" }, {}],
        filterCond: '課 in ("甲")',
      });
      await platform.client().app.deleteFormFields({ app, fields: ["課"] });
      expect((await getReports())["部署別"]).toMatchObject({ groups: [{ code: "日", per: "MONTH" }], filterCond: "" });
      await platform.client().app.deployApp({ apps: [{ app }], revert: true });
    },
  );
});
