import type { KintoneRestAPIClient } from "@kintone/rest-api-client";
import { afterAll, beforeAll, beforeEach, describe, expect } from "vitest";
import type { TestPlatform } from "./harness.ts";
import {
  deployNotifications,
  field,
  group,
  kindsOf,
  people,
  readInbox,
  startNotifiedApp,
  user,
} from "./notifications/notified-app.ts";
import { documented, guess, own } from "./target/evidence.ts";
import { fact } from "./target/fact.ts";

let platform: TestPlatform;
let admin: KintoneRestAPIClient;
let tantou: KintoneRestAPIClient;
let app: string;

beforeAll(async () => {
  ({ platform, app } = await startNotifiedApp());
  admin = platform.client();
  tantou = platform.client("tantou");
});

afterAll(async () => {
  await platform.close();
});

const deploy = async (settings: Parameters<typeof deployNotifications>[1]): Promise<void> =>
  deployNotifications(app, settings);

describe("the inbox", () => {
  beforeEach(async () => {
    for (const login of ["admin", ...people]) {
      platform.platform.store.db.run("DELETE FROM inbox WHERE user_code = ?", login);
    }
  });

  fact(
    "receives records added and edited, not by those who did it themselves",
    { evidence: documented("help: notifications"), needs: "people" },
    async () => {
      await deploy({
        general: {
          app,
          notifications: [user("tantou"), group].map((entity) => ({ entity, recordAdded: true, recordEdited: true })),
        },
      });
      const { id } = await tantou.record.addRecord({ app, record: { 名: { value: "窓口" } } });
      await admin.record.updateRecord({ app, id, record: { 額: { value: 5 } } });
      expect(await kindsOf("tantou")).toEqual(["recordEdited"]);
      expect(await kindsOf("kachou")).toEqual(["recordAdded", "recordEdited"]);
      expect(await kindsOf("iin")).toEqual([]);
      expect((await readInbox("kachou"))[1]).toMatchObject({
        app: { id: app, name: "事業" },
        record: { id, title: "窓口" },
        actor: { code: "tantou", name: "tantouさん" },
        createdAt: "2026-04-01T00:00:00.000Z",
        isRead: false,
      });
    },
  );

  fact(
    "receives the people in fields of the record, and in organizations below",
    { evidence: documented("help: notifications"), needs: "people" },
    async () => {
      const { store } = platform.platform;
      store.organizations.saveOfUser("iin", ["ka"]);
      await deploy({
        general: {
          app,
          notifications: [
            { entity: field("担当"), recordAdded: true },
            { entity: field("課"), includeSubs: true, recordAdded: true },
          ],
        },
      });
      const record = { 担当: { value: [{ code: "kachou" }] }, 課: { value: [{ code: "bu" }] } };
      await tantou.record.addRecord({ app, record });
      expect([await kindsOf("kachou"), await kindsOf("iin")]).toEqual([["recordAdded"], ["recordAdded"]]);
    },
  );

  fact(
    "receives what meets a condition, with its subject, once for each event",
    { evidence: documented("help: notifications"), needs: "people" },
    async () => {
      await deploy({
        general: { app, notifications: [{ entity: user("kachou"), recordAdded: true }] },
        perRecord: [
          { filterCond: "額 >= 100", title: "高額です", targets: [{ entity: user("kachou") }, { entity: group }] },
        ],
      });
      const { id } = await tantou.record.addRecord({ app, record: { 額: { value: 99 } } });
      await tantou.record.updateRecord({ app, id, record: { 額: { value: 100 } } });
      await tantou.record.addRecord({ app, record: { 額: { value: 200 } } });
      expect((await readInbox("kachou")).map(({ kind, title }) => [kind, title]).toReversed()).toEqual([
        ["recordAdded", ""],
        ["perRecord", "高額です"],
        ["perRecord", "高額です"],
      ]);
    },
  );

  fact(
    "receives comments and mentions; a mention is told as such",
    { evidence: documented("help: notifications"), needs: "people" },
    async () => {
      await deploy({
        general: { app, notifications: [{ entity: field("作成者"), commentAdded: true }], notifyToCommenter: true },
      });
      const { id: record } = await tantou.record.addRecord({ app, record: {} });
      await platform.client("iin").record.addRecordComment({ app, record, comment: { text: "一" } });
      const mentions = [
        { code: "kakunin", type: "GROUP" as const },
        { code: "tantou", type: "USER" as const },
      ];
      await admin.record.addRecordComment({ app, record, comment: { text: "二", mentions } });
      expect(await kindsOf("tantou")).toEqual(["commentAdded", "mention"]);
      expect(await kindsOf("kachou")).toEqual(["mention"]);
      expect(await kindsOf("iin")).toEqual(["commentAdded"]);
      expect(await kindsOf("admin")).toEqual([]);
      expect(await readInbox("kachou", "?filter=mentions")).toMatchObject([{ comment: "確認者 tantouさん 二" }]);
    },
  );

  fact(
    "receives the next assignees and those who follow the status",
    { evidence: documented("help: notifications"), needs: "people" },
    async () => {
      const { app: flow } = await admin.app.addApp({ name: "決裁" });
      await admin.app.updateProcessManagement({
        app: flow,
        enable: true,
        states: {
          下書き: { index: 0, assignee: { type: "ONE", entities: [] } },
          確認: { index: 1, assignee: { type: "ANY", entities: [{ entity: group }] } },
        },
        actions: [{ name: "送る", from: "下書き", to: "確認", filterCond: "" }],
      });
      await admin.app.updateGeneralNotifications({
        app: flow,
        notifications: [user("iin"), user("kachou")].map((entity) => ({ entity, statusChanged: true })),
      });
      await admin.app.deployApp({ apps: [{ app: flow }] });
      const { id } = await tantou.record.addRecord({ app: flow, record: {} });
      await tantou.record.updateRecordStatus({ app: flow, id, action: "送る" });
      expect(await readInbox("kachou")).toMatchObject([{ kind: "assigned", status: "確認" }]);
      expect(await readInbox("iin")).toMatchObject([{ kind: "statusChanged", status: "確認" }]);
      await admin.record.updateRecordAssignees({ app: flow, id, assignees: ["kachou", "tantou"] });
      expect([await kindsOf("kachou"), await kindsOf("tantou")]).toEqual([["assigned"], ["assigned"]]);
    },
  );

  fact(
    "has no record of one's own that an administrator brought over",
    { evidence: guess("nobody is told of what is their own"), needs: "people" },
    async () => {
      const { app: drafts } = await admin.app.addApp({ name: "下書き" });
      await admin.app.updateProcessManagement({
        app: drafts,
        enable: true,
        states: {
          下書き: { index: 0, assignee: { type: "ONE", entities: [{ entity: field("作成者") }] } },
          確認: { index: 1, assignee: { type: "ANY", entities: [{ entity: group }] } },
        },
        actions: [{ name: "送る", from: "下書き", to: "確認", filterCond: "" }],
      });
      await admin.app.deployApp({ apps: [{ app: drafts }] });
      const { id } = await admin.record.addRecord({ app: drafts, record: { 作成者: { value: { code: "tantou" } } } });
      expect(await kindsOf("tantou")).toEqual([]);
      await tantou.record.updateRecordStatus({ app: drafts, id, action: "送る" });
      expect(await kindsOf("kachou")).toEqual(["assigned"]);
    },
  );

  fact("has nothing of a write that was refused", { evidence: own("a refused write leaves nothing") }, async () => {
    await deploy({ general: { app, notifications: [{ entity: user("kachou"), recordAdded: true }] } });
    const records = [{ 名: { value: "a" } }, { 額: { value: { wrong: true } } }];
    await expect(tantou.record.addRecords({ app, records })).rejects.toMatchObject({ status: 400 });
    expect(await kindsOf("kachou")).toEqual([]);
  });

  fact(
    "is marked read by its owner only, and counts what is not",
    { evidence: documented("help: notifications"), needs: "people" },
    async () => {
      await deploy({
        general: {
          app,
          notifications: [
            { entity: user("kachou"), recordAdded: true },
            { entity: user("iin"), recordAdded: true },
          ],
        },
      });
      await tantou.record.addRecords({ app, records: [{}, {}, {}] });
      const [newest] = await readInbox("kachou");
      const mark = (login: string, body: object) => platform.call("PUT", "/k/platform/inbox.json", { login, body });
      expect((await mark("iin", { ids: [newest?.id], read: true })).body).toEqual({ unread: 3 });
      expect((await mark("kachou", { ids: [newest?.id], read: true })).body).toEqual({ unread: 2 });
      expect(await readInbox("kachou", "?filter=unread")).toHaveLength(2);
      expect((await mark("kachou", { all: true, read: true })).body).toEqual({ unread: 0 });
      expect((await platform.call("GET", "/k/platform/inbox/unread.json", { login: "iin" })).body).toEqual({
        unread: 3,
      });
      expect((await mark("kachou", {})).status).toBe(400);
    },
  );

  fact(
    "tells nothing of records that one may not view, also of those that were open before",
    { evidence: documented("help: notifications"), needs: "people" },
    async () => {
      const { app: closing } = await admin.app.addApp({ name: "人事" });
      await admin.app.addFormFields({
        app: closing,
        properties: { 名: { type: "SINGLE_LINE_TEXT", code: "名", label: "名" } },
      });
      const notifications = [{ entity: user("kachou"), recordAdded: true }];
      await admin.app.updateGeneralNotifications({ app: closing, notifications });
      await admin.app.deployApp({ apps: [{ app: closing }] });
      const { id } = await tantou.record.addRecord({ app: closing, record: { 名: { value: "秘密" } } });
      expect(await readInbox("kachou")).toMatchObject([{ record: { id, title: "秘密" } }]);
      const rights = [{ entity: user("tantou"), recordViewable: true, recordAddable: true }];
      await admin.app.updateAppAcl({ app: closing, rights });
      await admin.app.deployApp({ apps: [{ app: closing }] });
      await tantou.record.addRecord({ app: closing, record: {} });
      expect(await readInbox("kachou")).toMatchObject([{ app: { name: "" }, record: { id, title: "" } }]);
      const asked = platform.client("kachou").record.getRecordComments({ app: closing, record: id });
      await expect(asked).rejects.toMatchObject({ code: "CB_NO02" });
    },
  );

  fact(
    "loses what was told of a record that is deleted",
    { evidence: documented("help: notifications"), needs: "people" },
    async () => {
      await deploy({ general: { app, notifications: [{ entity: user("kachou"), recordAdded: true }] } });
      const { id } = await tantou.record.addRecord({ app, record: {} });
      await admin.record.deleteRecords({ app, ids: [id] });
      expect(await kindsOf("kachou")).toEqual([]);
    },
  );
});
