import { afterAll, beforeAll, describe, expect } from "vitest";
import { startTestPlatform, type TestPlatform } from "./harness.ts";
import { inClient, documented } from "./target/evidence.ts";
import { fact } from "./target/fact.ts";

let platform: TestPlatform;
let app: string;

beforeAll(async () => {
  platform = await startTestPlatform();
  app = (await platform.client().app.addApp({ name: "一覧" })).app;
  await platform.call("POST", "/k/v1/preview/app/form/fields.json", {
    body: {
      app,
      properties: {
        題: { type: "SINGLE_LINE_TEXT", code: "題", label: "題" },
        日: { type: "DATE", code: "日", label: "日" },
        枠: { type: "GROUP", code: "枠", label: "枠" },
      },
    },
  });
});

afterAll(async () => {
  await platform.close();
});

const put = (views: unknown) => platform.call("PUT", "/k/v1/preview/app/views.json", { body: { app, views } });
const get = async () => (await platform.client().app.getViews({ app, preview: true })).views;
const list = { type: "LIST", name: "表", index: 0, fields: ["題", "日"], filterCond: '題 like "あ"', sort: "日 desc" };

const answer = async (views: unknown) => (await put(views)).body;
const body = (view: object) => answer({ 表: { ...list, ...view } });

describe("views", () => {
  fact(
    "keeps three kinds of views in order, with ids that stay through a new name",
    { evidence: documented("official description of app/views.json") },
    async () => {
      const created = await put({
        工程表: { type: "CUSTOM", name: "工程表", index: 0, html: "<div id='x'></div>", pager: false, device: "ANY" },
        表: { ...list, index: 7 },
        暦: { type: "CALENDAR", name: "暦", index: "9" },
      });
      expect(created).toMatchObject({ status: 200, body: { views: { 表: { id: expect.stringMatching(/^\d+$/u) } } } });
      const views = await get();
      expect(Object.keys(views)).toEqual(["工程表", "表", "暦"]);
      expect(views["工程表"]).toMatchObject({
        index: "0",
        html: "<div id='x'></div>",
        pager: false,
        device: "ANY",
        filterCond: "",
      });
      expect(views["表"]).toMatchObject({
        index: "1",
        fields: ["題", "日"],
        filterCond: '題 like "あ"',
        sort: "日 desc",
      });
      expect(views["暦"]).toMatchObject({
        index: "2",
        date: "作成日時",
        title: "レコード番号",
        sort: "レコード番号 desc",
      });
      await put({ 表: { type: "LIST", name: "新しい表", index: 0 } });
      const after = await get();
      expect(Object.keys(after)).toEqual(["新しい表"]);
      expect(after["新しい表"]).toMatchObject({ id: views["表"]?.id, fields: ["題", "日"] });
    },
  );

  fact(
    "puts back what GET answered without any change",
    { evidence: inClient("tools send back what they read") },
    async () => {
      await put({ 表: { ...list, name: "表" } });
      const before = await get();
      await expect(put(before)).resolves.toMatchObject({ status: 200 });
      await expect(get()).resolves.toEqual(before);
    },
  );

  fact(
    "refuses conditions and orders that a query over the records would refuse",
    { evidence: documented("official description of app/views.json") },
    async () => {
      await expect(body({ filterCond: "題 like" })).resolves.toMatchObject({
        code: "CB_VA01",
        errors: { "views[表].filterCond": { messages: ["クエリ記法が間違っています。"] } },
      });
      await expect(body({ filterCond: '無い = "あ"' })).resolves.toMatchObject({ code: "GAIA_IQ11" });
      await expect(body({ filterCond: '題 > "あ"' })).resolves.toMatchObject({ code: "GAIA_IQ03" });
      await expect(body({ sort: "無い asc" })).resolves.toMatchObject({ code: "GAIA_IQ11" });
    },
  );

  fact(
    "refuses a new view without its name, unknown fields, groups and a missing list of fields",
    { evidence: documented("official description of app/views.json") },
    async () => {
      await expect(answer({ 新: { type: "LIST", index: 0, fields: ["題"] } })).resolves.toMatchObject({
        errors: { "views[新].name": { messages: ["必須です。"] } },
      });
      await expect(answer({ 新: { type: "LIST", name: "別", index: 0, fields: ["題"] } })).resolves.toMatchObject({
        errors: { "views[新].name": expect.anything() },
      });
      await expect(answer({ 新: { type: "LIST", name: "新", index: 0 } })).resolves.toMatchObject({
        errors: { "views[新].fields": expect.anything() },
      });
      await expect(answer({ 新: { type: "LIST", name: "新", index: 0, fields: ["無い"] } })).resolves.toMatchObject({
        code: "GAIA_FC01",
      });
      await expect(answer({ 新: { type: "LIST", name: "新", index: 0, fields: ["枠"] } })).resolves.toMatchObject({
        errors: { "views[新].fields[0]": expect.anything() },
      });
      await expect(answer({ 新: { type: "MAP", name: "新", index: 0 } })).resolves.toMatchObject({
        errors: { "views[新].type": { messages: ["Enum値のいずれかでなければなりません。"] } },
      });
    },
  );
});
