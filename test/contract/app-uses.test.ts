import { afterAll, beforeAll, describe, expect } from "vitest";
import { findActionStart, listUsableActions } from "../../platform/page/app-actions.ts";
import { startTestPlatform, type TestPlatform } from "./harness.ts";
import { documented, guess } from "./target/evidence.ts";
import { fact } from "./target/fact.ts";

// Evidence: shapes, required keys and limits from the official description of each operation; what it leaves open says "guess".
let platform: TestPlatform;
let app: string;
let other: string;

beforeAll(async () => {
  platform = await startTestPlatform();
  const client = platform.client();
  app = (await client.app.addApp({ name: "売上" })).app;
  other = (await client.app.addApp({ name: "請求" })).app;
  await client.app.addFormFields({
    app,
    properties: {
      部署: { type: "DROP_DOWN", code: "部署", label: "部署", options: { 甲: { label: "甲", index: "0" } } },
      日: { type: "DATE", code: "日", label: "日" },
      額: { type: "NUMBER", code: "額", label: "額" },
      文: { type: "MULTI_LINE_TEXT", code: "文", label: "文" },
    },
  });
  await client.app.addFormFields({
    app: other,
    properties: {
      名: { type: "SINGLE_LINE_TEXT", code: "名", label: "名" },
      元: { type: "LINK", code: "元", label: "元", protocol: "WEB" },
    },
  });
  await client.app.deployApp({ apps: [{ app }, { app: other }] });
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

const action = {
  name: "請求を作る",
  index: "0",
  mappings: [
    { srcType: "FIELD", srcField: "文", destField: "名" },
    { srcType: "RECORD_URL", destField: "元" },
  ],
  entities: [{ type: "GROUP", code: "everyone" }],
  filterCond: "額 > 0",
};
const putActions = async (actions: unknown) =>
  (await platform.call("PUT", "/k/v1/preview/app/actions.json", { body: { app, actions } })).body;
const one = (change: object) => putActions({ 請求を作る: { ...action, destApp: { app: other }, ...change } });

describe("app actions", () => {
  fact(
    "keeps actions with ids that stay, and publishes them with a deploy",
    { evidence: documented("official description: reports, actions, admin notes") },
    async () => {
      const client = platform.client();
      await expect(one({})).resolves.toMatchObject({
        actions: { 請求を作る: { id: expect.stringMatching(/^\d+$/u) } },
      });
      const { actions } = await client.app.getAppActions({ app, preview: true });
      expect(actions["請求を作る"]).toEqual({
        ...action,
        id: expect.stringMatching(/^\d+$/u),
        destApp: { app: other, code: "" },
      });
      await expect(putActions(actions)).resolves.toHaveProperty("revision");
      await putActions({ 請求を作る: { name: "次", index: 0 } });
      const renamed = (await client.app.getAppActions({ app, preview: true })).actions;
      expect(renamed).toEqual({ 次: { ...actions["請求を作る"], name: "次" } });
      await client.app.deployApp({ apps: [{ app }] });
      await expect(client.app.getAppActions({ app })).resolves.toMatchObject({ actions: renamed });
      await putActions({});
      await expect(client.app.getAppActions({ app, preview: true })).resolves.toMatchObject({ actions: {} });
    },
  );

  fact.each([
    ["a new action without its app", { destApp: undefined }, "destApp"],
    ["a new action without its people", { entities: undefined }, "entities"],
    ["a name of 33 characters", { name: "あ".repeat(33) }, "name"],
    [
      "a field that nobody can fill (guess)",
      { mappings: [{ srcType: "RECORD_URL", destField: "作成日時" }] },
      "mappings[0].destField",
    ],
    ["a mapping without its kind", { mappings: [{ srcField: "文", destField: "名" }] }, "mappings[0].srcType"],
    ["an entity of another kind", { entities: [{ type: "CREATOR", code: "a" }] }, "entities[0].type"],
  ])(
    "refuses %s",
    { evidence: documented("official description: reports, actions, admin notes") },
    async (_, change, path) => {
      await expect(one(change)).resolves.toMatchObject({
        code: "CB_VA01",
        errors: { [`actions[請求を作る].${path}`]: { messages: expect.any(Array) } },
      });
    },
  );

  fact(
    "refuses apps, fields and people that are not there with the codes of those",
    { evidence: guess("the codes of records and forms are used"), needs: "people" },
    async () => {
      await expect(one({ destApp: { app: 999_999_999 } })).resolves.toMatchObject({ code: "GAIA_AP01" });
      await expect(one({ mappings: [{ srcType: "RECORD_URL", destField: "無い" }] })).resolves.toMatchObject({
        code: "GAIA_FC01",
      });
      await expect(one({ entities: [{ type: "USER", code: "nobody" }] })).resolves.toMatchObject({ code: "GAIA_IL26" });
      await expect(one({ filterCond: "無い = 1" })).resolves.toMatchObject({ code: "GAIA_IQ11" });
    },
  );
});

const storedAction = async () => {
  await one({ entities: [{ type: "USER", code: "admin" }] });
  await platform.client().app.deployApp({ apps: [{ app }] });
  const { store } = platform.platform;
  const [stored] = store.apps.find(Number(app))?.live?.actions ?? [];
  return stored;
};

describe("who may use an app action", () => {
  fact(
    "are those it is granted to, while its app is there for them",
    { evidence: documented("help: app actions, who may use them"), needs: "people" },
    async () => {
      const stored = await storedAction();
      const { store } = platform.platform;
      await platform.call("POST", "/v1/users.json", {
        body: { users: [{ code: "aoki", name: "青木", password: "aoki" }] },
      });
      const usable = (code: string, change: object = {}) => {
        const user = store.users.find(code);
        return stored === undefined || user === null
          ? null
          : listUsableActions(store, [{ ...stored, ...change }], user);
      };
      expect(usable("admin")).toHaveLength(1);
      expect(usable("aoki")).toEqual([]);
      expect(usable("aoki", { entities: [{ type: "GROUP", code: "everyone" }] })).toHaveLength(1);
      expect(usable("admin", { entities: [] })).toEqual([]);
      expect(usable("admin", { destApp: "999" })).toEqual([]);
    },
  );

  fact(
    "get a start for the new record only from an action that leads to this very app",
    { evidence: documented("help: app actions copy into a new record"), needs: "doors" },
    async () => {
      const stored = await storedAction();
      const { store } = platform.platform;
      const user = store.users.find("admin");
      const find = (query: Readonly<Record<string, string>>, destApp = Number(other)) =>
        user && findActionStart(store, (name) => query[name], { user, now: new Date(), destApp });
      const query = { actionId: stored?.id ?? "", sourceApp: app, sourceRecord: "1" };
      expect(find(query)).toMatchObject({ sourceApp: Number(app), sourceRecord: 1, fields: [{ code: "文" }] });
      expect(find(query, Number(app))).toBeNull();
      expect(find({ ...query, actionId: "1" })).toBeNull();
      expect(find({ ...query, sourceRecord: "0" })).toBeNull();
      expect(find({})).toBeNull();
    },
  );
});

describe("notes for administrators", () => {
  fact(
    "start empty, keep what is not sent and become live with a deploy",
    { evidence: documented("official description: reports, actions, admin notes") },
    async () => {
      const client = platform.client();
      await expect(client.app.getAdminNotes({ app })).resolves.toMatchObject({
        content: "",
        includeInTemplateAndDuplicates: expect.any(Boolean),
      });
      await client.app.updateAdminNotes({ app, content: "<b>引き継ぎ</b>", includeInTemplateAndDuplicates: false });
      await client.app.updateAdminNotes({ app, content: "二回目" });
      const notes = { content: "二回目", includeInTemplateAndDuplicates: false };
      await expect(client.app.getAdminNotes({ app, preview: true })).resolves.toMatchObject(notes);
      await expect(client.app.getAdminNotes({ app })).resolves.toMatchObject({ content: "" });
      await client.app.deployApp({ apps: [{ app }] });
      await expect(client.app.getAdminNotes({ app })).resolves.toMatchObject(notes);
    },
  );

  fact(
    "refuse 10,001 characters and a revision that is not the present one",
    { evidence: documented("official description: reports, actions, admin notes") },
    async () => {
      await expect(
        platform.call("PUT", "/k/v1/preview/app/adminNotes.json", { body: { app, content: "あ".repeat(10_001) } }),
      ).resolves.toMatchObject({ status: 400, body: { errors: { content: expect.anything() } } });
      await expect(
        platform.call("PUT", "/k/v1/preview/app/adminNotes.json", { body: { app, content: "", revision: 1 } }),
      ).resolves.toMatchObject({ status: 409, body: { code: "GAIA_CO02" } });
    },
  );
});

describe("the older form", () => {
  fact(
    "lists fields in the order of the form under its older keys",
    { evidence: documented("official description: reports, actions, admin notes") },
    async () => {
      const { body } = await platform.call("GET", `/k/v1/form.json?app=${app}`);
      expect(body).toMatchObject({
        properties: [
          { code: "部署", type: "DROP_DOWN", required: "false", noLabel: "false", options: ["甲"] },
          { code: "日", type: "DATE", defaultValue: null, defaultExpression: null, unique: "false" },
          { code: "額", type: "NUMBER", digit: "false", minValue: null },
          { code: "文", type: "MULTI_LINE_TEXT" },
        ],
      });
    },
  );
});
