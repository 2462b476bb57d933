import { afterAll, beforeAll, describe, expect } from "vitest";
import { startTestPlatform, type TestPlatform } from "./harness.ts";
import { documented } from "./target/evidence.ts";
import { fact } from "./target/fact.ts";

let platform: TestPlatform;

beforeAll(async () => {
  platform = await startTestPlatform();
});

afterAll(async () => {
  await platform.close();
});

const field = (type: string, code: string) => ({ type, code, label: code });
const row = (...fields: unknown[]) => [{ type: "ROW", fields }];

/** An app with a text, a number, a group and a table of two columns. */
async function createForm(): Promise<string> {
  const { app } = await platform.client().app.addApp({ name: "フォーム" });
  const { status } = await platform.call("POST", "/k/v1/preview/app/form/fields.json", {
    body: {
      app,
      properties: {
        題: field("SINGLE_LINE_TEXT", "題"),
        数: field("NUMBER", "数"),
        枠: field("GROUP", "枠"),
        表: {
          ...field("SUBTABLE", "表"),
          fields: { 列一: field("DATE", "列一"), 列二: field("SINGLE_LINE_TEXT", "列二") },
        },
      },
    },
  });
  expect(status).toBe(200);
  return app;
}

const put = (app: string, layout: unknown) =>
  platform.call("PUT", "/k/v1/preview/app/form/layout.json", { body: { app, layout } });

const table = {
  type: "SUBTABLE",
  code: "表",
  fields: [
    { type: "SINGLE_LINE_TEXT", code: "列二" },
    { type: "DATE", code: "列一" },
  ],
};

describe("the form's layout", () => {
  fact(
    "takes rows, groups, tables and decorations, and answers sizes as text",
    { evidence: documented("official description of form/layout.json") },
    async () => {
      const app = await createForm();
      const layout = [
        {
          type: "GROUP",
          code: "枠",
          layout: [
            {
              type: "ROW",
              fields: [
                { type: "SINGLE_LINE_TEXT", code: "題", size: { width: 300 } },
                { type: "SPACER", elementId: "here", size: { width: "100", height: "20" } },
              ],
            },
          ],
        },
        { type: "ROW", fields: [{ type: "LABEL", label: "<b>見出し</b>", size: { width: "200" } }, { type: "HR" }] },
        {
          type: "ROW",
          fields: [
            { type: "NUMBER", code: "数" },
            { type: "RECORD_NUMBER", code: "レコード番号" },
          ],
        },
        table,
      ];
      await expect(put(app, layout)).resolves.toMatchObject({ status: 200, body: { revision: "4" } });
      const answer = await platform.client().app.getFormLayout({ app, preview: true });
      expect(answer.layout).toEqual([
        {
          type: "GROUP",
          code: "枠",
          layout: [
            {
              type: "ROW",
              fields: [
                { type: "SINGLE_LINE_TEXT", code: "題", size: { width: "300" } },
                { type: "SPACER", elementId: "here", size: { width: "100", height: "20" } },
              ],
            },
          ],
        },
        {
          type: "ROW",
          fields: [
            { type: "LABEL", elementId: "", label: "<b>見出し</b>", size: { width: "200" } },
            { type: "HR", elementId: "", size: {} },
          ],
        },
        {
          type: "ROW",
          fields: [
            { type: "NUMBER", code: "数", size: { width: "193" } },
            { type: "RECORD_NUMBER", code: "レコード番号", size: {} },
          ],
        },
        {
          type: "SUBTABLE",
          code: "表",
          fields: [
            { type: "SINGLE_LINE_TEXT", code: "列二", size: { width: "193" } },
            { type: "DATE", code: "列一", size: { width: "101" } },
          ],
        },
      ]);
      await expect(put(app, answer.layout)).resolves.toMatchObject({ status: 200 });
      const again = await platform.client().app.getFormLayout({ app, preview: true });
      expect(again.layout).toEqual(answer.layout);
    },
  );

  fact(
    "refuses a layout that leaves out a field of the form or of a table",
    { evidence: documented("official description of form/layout.json") },
    async () => {
      const app = await createForm();
      const rest = [
        { type: "ROW", fields: [{ type: "NUMBER", code: "数" }] },
        { type: "GROUP", code: "枠", layout: [] },
      ];
      await expect(put(app, [...rest, table])).resolves.toMatchObject({
        status: 400,
        body: { code: "CB_VA01", errors: { layout: { messages: [expect.stringContaining("題")] } } },
      });
      const halfTable = { ...table, fields: table.fields.slice(0, 1) };
      await expect(put(app, [halfTable])).resolves.toMatchObject({
        body: { errors: { "layout[0].fields": { messages: [expect.stringContaining("列一")] } } },
      });
    },
  );

  fact(
    "refuses unknown and doubled fields, groups in rows and wrong types",
    { evidence: documented("official description of form/layout.json") },
    async () => {
      const app = await createForm();
      const answer = async (layout: unknown) => (await put(app, layout)).body;
      await expect(answer(row({ type: "NUMBER", code: "無い" }))).resolves.toMatchObject({ code: "GAIA_FC01" });
      const twice = { type: "NUMBER", code: "数" };
      await expect(answer(row(twice, twice))).resolves.toMatchObject({
        errors: { "layout[0].fields[1].code": expect.anything() },
      });
      await expect(answer(row({ type: "GROUP", code: "枠" }))).resolves.toMatchObject({
        errors: { "layout[0].fields[0].type": expect.anything() },
      });
      await expect(answer(row({ type: "DATE", code: "数" }))).resolves.toMatchObject({
        errors: { "layout[0].fields[0].type": expect.anything() },
      });
      await expect(answer("row")).resolves.toMatchObject({ errors: { layout: expect.anything() } });
      await expect(answer(undefined)).resolves.toMatchObject({ errors: { layout: { messages: ["必須です。"] } } });
    },
  );
});
