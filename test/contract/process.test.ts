import { afterAll, beforeAll, beforeEach, describe, expect } from "vitest";
import { startTestPlatform, type TestPlatform } from "./harness.ts";
import { documented, observed } from "./target/evidence.ts";
import { fact } from "./target/fact.ts";

let platform: TestPlatform;
let app: string;

beforeAll(async () => {
  platform = await startTestPlatform();
});

beforeEach(async () => {
  app = (await platform.client().app.addApp({ name: "手続き" })).app;
  await platform.call("POST", "/k/v1/preview/app/form/fields.json", {
    body: { app, properties: { 担当: { type: "USER_SELECT", code: "担当", label: "担当" } } },
  });
});

afterAll(async () => {
  await platform.close();
});

const put = (body: Record<string, unknown>) =>
  platform.call("PUT", "/k/v1/preview/app/status.json", { body: { app, ...body } });
const get = () => platform.client().app.getProcessManagement({ app, preview: true });

const group = { entity: { type: "GROUP", code: "Administrators" } };
const states = {
  下書き: { name: "下書き", index: "0" },
  確認: { name: "確認", index: 1, assignee: { type: "ANY", entities: [group] } },
};
const actions = [
  { name: "送る", from: "下書き", to: "確認" },
  { name: "戻す", from: "確認", to: "下書き", filterCond: "担当 in (LOGINUSER())" },
];

describe("process management", () => {
  fact(
    "answers null for statuses and actions while they were never set",
    { evidence: observed("2026-04", "kintone-emulator notes") },
    async () => {
      await expect(get()).resolves.toMatchObject({ enable: false, states: null, actions: null });
    },
  );

  fact(
    "fills what kintone fills and puts back what GET answered without any change",
    { evidence: observed("2026-04", "kintone-emulator notes") },
    async () => {
      await expect(put({ enable: true, states, actions })).resolves.toMatchObject({ status: 200 });
      const before = await get();
      expect(before).toMatchObject({
        enable: true,
        states: {
          下書き: {
            name: "下書き",
            index: "0",
            assignee: {
              type: "ONE",
              entities: [{ entity: { type: "FIELD_ENTITY", code: "作成者" }, includeSubs: false }],
            },
          },
          確認: { index: "1", assignee: { type: "ANY", entities: [{ ...group, includeSubs: false }] } },
        },
        actions: [
          { name: "送る", from: "下書き", to: "確認", filterCond: "", type: "PRIMARY" },
          { name: "戻す", type: "PRIMARY" },
        ],
      });
      expect(before.states?.["下書き"]).not.toHaveProperty("id");
      await put({ enable: before.enable, states: before.states, actions: before.actions });
      const after = await get();
      expect({ ...after, revision: "" }).toEqual({ ...before, revision: "" });
    },
  );

  fact(
    "switches the status fields and the view 「（作業者が自分）」 on and off",
    { evidence: observed("2026-04", "kintone-emulator notes") },
    async () => {
      const client = platform.client();
      await put({ enable: true, states, actions });
      const { properties } = await client.app.getFormFields({ app, preview: true });
      expect(properties["ステータス"]).toMatchObject({ enabled: true });
      expect(properties["作業者"]).toMatchObject({ enabled: true });
      const { views } = await client.app.getViews({ app, preview: true });
      expect(views["（作業者が自分）"]).toMatchObject({
        builtinType: "ASSIGNEE",
        filterCond: "作業者 in (LOGINUSER())",
      });
      await expect(
        client.app.updateViews({ app, views: { 表: { type: "LIST", name: "表", index: 0, fields: ["ステータス"] } } }),
      ).rejects.toMatchObject({ code: "GAIA_IL44", status: 400 });
      await platform.call("PUT", "/k/v1/preview/app/views.json", { body: { app, views } });
      await put({ enable: false });
      await expect(client.app.getViews({ app, preview: true })).resolves.toMatchObject({ views: {} });
    },
  );

  fact(
    "renames a status with its actions and deletes those that are not listed",
    { evidence: documented("developer site: update process management settings") },
    async () => {
      await put({ enable: true, states, actions });
      await put({ states: { 下書き: { name: "起案", index: 0 }, 確認: { index: 1 } } });
      await expect(get()).resolves.toMatchObject({
        states: { 起案: { index: "0" }, 確認: { assignee: { type: "ANY" } } },
        actions: [
          { name: "送る", from: "起案", to: "確認" },
          { name: "戻す", from: "確認", to: "起案" },
        ],
      });
      await put({ states: { 起案: { index: 0 }, 完了: { name: "完了", index: 1 } } });
      await expect(get()).resolves.toMatchObject({ states: { 起案: {}, 完了: {} }, actions: [] });
    },
  );

  fact("refuses what kintone refuses", { evidence: observed("2026-04", "kintone-emulator notes") }, async () => {
    await put({ enable: true, states, actions });
    const answer = async (body: Record<string, unknown>) => (await put(body)).body;
    await expect(answer({ states: { 新: { name: "新", index: 0 }, 下書き: { index: 1 } } })).resolves.toMatchObject({
      errors: { "states[新]": expect.anything() },
    });
    await expect(
      answer({ states: { ...states, 下書き: { index: 0, assignee: { type: "ANY", entities: [] } } } }),
    ).resolves.toMatchObject({ errors: { "states[下書き].assignee": expect.anything() } });
    const withEntity = (type: string, code: string) => ({
      states: { ...states, 確認: { index: 1, assignee: { type: "ONE", entities: [{ entity: { type, code } }] } } },
    });
    await expect(answer(withEntity("USER", "nobody"))).resolves.toMatchObject({ code: "GAIA_IL26" });
    await expect(answer(withEntity("GROUP", "nobody"))).resolves.toMatchObject({ code: "GAIA_IL27" });
    await expect(answer(withEntity("ORGANIZATION", "nowhere"))).resolves.toMatchObject({ code: "GAIA_IL28" });
    await expect(answer(withEntity("FIELD_ENTITY", "無い"))).resolves.toMatchObject({ code: "GAIA_FC01" });
    await expect(answer(withEntity("CREATOR", "x"))).resolves.toMatchObject({ code: "CB_VA01" });
    await expect(answer({ actions: [{ name: "送る", from: "下書き", to: "無い" }] })).resolves.toMatchObject({
      errors: { "actions[0].to": expect.anything() },
    });
    await expect(
      answer({ actions: [{ name: "送る", from: "下書き", to: "確認", filterCond: 'ステータス = "下書き"' }] }),
    ).resolves.toMatchObject({ errors: { "actions[0].filterCond": expect.anything() } });
    await expect(
      answer({ actions: [{ name: "送る", from: "下書き", to: "確認", type: "SECONDARY" }] }),
    ).resolves.toMatchObject({ errors: { "actions[0].executableUser": { messages: ["必須です。"] } } });
  });
});
