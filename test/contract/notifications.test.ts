import type { KintoneRestAPIClient } from "@kintone/rest-api-client";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, beforeEach, describe, expect } from "vitest";
import { startTestPlatform } from "./harness.ts";
import type { TestPlatform } from "./harness.ts";
import { documented, guess, own } from "./target/evidence.ts";
import { fact } from "./target/fact.ts";

let platform: TestPlatform;
let admin: KintoneRestAPIClient;
let tantou: KintoneRestAPIClient;
let app: string;

const people = ["tantou", "kachou", "iin"];

beforeAll(async () => {
  platform = await startTestPlatform({ movableClock: true, now: () => new Date("2026-04-01T00:00:00Z") });
  const users = people.map((code) => ({ code, name: `${code}さん`, password: code }));
  await platform.call("POST", "/v1/users.json", { body: { users } });
  await platform.call("POST", "/v1/groups.json", { body: { groups: [{ code: "kakunin", name: "確認者" }] } });
  const organizations = [
    { code: "bu", name: "部" },
    { code: "ka", name: "課", parentCode: "bu" },
  ];
  await platform.call("POST", "/v1/organizations.json", { body: { organizations } });
  await platform.call("PUT", "/v1/user/groups.json", { body: { code: "kachou", groups: ["kakunin"] } });
  admin = platform.client();
  tantou = platform.client("tantou");
  ({ app } = await admin.app.addApp({ name: "事業" }));
  await admin.app.addFormFields({
    app,
    properties: {
      名: { type: "SINGLE_LINE_TEXT", code: "名", label: "名" },
      額: { type: "NUMBER", code: "額", label: "額" },
      期日: { type: "DATE", code: "期日", label: "期日" },
      日時: { type: "DATETIME", code: "日時", label: "日時" },
      担当: { type: "USER_SELECT", code: "担当", label: "担当" },
      課: { type: "ORGANIZATION_SELECT", code: "課", label: "課" },
    },
  });
  await admin.app.deployApp({ apps: [{ app }] });
});

afterAll(async () => {
  await platform.close();
});

const user = (code: string) => ({ type: "USER" as const, code });
const group = { type: "GROUP" as const, code: "kakunin" };
const field = (code: string) => ({ type: "FIELD_ENTITY" as const, code });

type Notice = {
  id: string;
  kind: string;
  title: string;
  status: string;
  record: { id: string; title: string };
  createdAt: string;
};

async function readInbox(login: string, query = ""): Promise<readonly Notice[]> {
  const { body } = await platform.call("GET", `/k/platform/inbox.json${query}`, { login });
  if (!isInbox(body)) {
    throw new TypeError("the answer is no inbox");
  }
  return body.notices;
}

/** Only the list is looked at: the cases look at what they need. */
function isInbox(body: unknown): body is { readonly notices: readonly Notice[] } {
  return typeof body === "object" && body !== null && "notices" in body && Array.isArray(body.notices);
}

async function kindsOf(login: string): Promise<readonly string[]> {
  return (await readInbox(login)).map(({ kind }) => kind).toReversed();
}

async function deploy(settings: {
  general?: Parameters<KintoneRestAPIClient["app"]["updateGeneralNotifications"]>[0];
  perRecord?: Parameters<KintoneRestAPIClient["app"]["updatePerRecordNotifications"]>[0]["notifications"];
  reminders?: NonNullable<Parameters<KintoneRestAPIClient["app"]["updateReminderNotifications"]>[0]["notifications"]>;
}): Promise<void> {
  await admin.app.updateGeneralNotifications({ notifyToCommenter: false, notifications: [], ...settings.general, app });
  await admin.app.updatePerRecordNotifications({ app, notifications: settings.perRecord ?? [] });
  await admin.app.updateReminderNotifications({ app, timezone: "Asia/Tokyo", notifications: settings.reminders ?? [] });
  await admin.app.deployApp({ apps: [{ app }] });
}

describe("notification settings through the official client", () => {
  // Evidence: help 040565, the initial settings.
  fact(
    "start with comments for creator, modifier and earlier commenters",
    { evidence: documented("help 040565"), needs: "people" },
    async () => {
      const fresh = await admin.app.addApp({ name: "新しい" });
      const off = {
        includeSubs: false,
        recordAdded: false,
        recordEdited: false,
        statusChanged: false,
        fileImported: false,
      };
      expect(await admin.app.getGeneralNotifications({ app: fresh.app, preview: true })).toEqual({
        notifications: [
          { entity: field("作成者"), commentAdded: true, ...off },
          { entity: field("更新者"), commentAdded: true, ...off },
        ],
        notifyToCommenter: true,
        revision: fresh.revision,
      });
      expect(await admin.app.getReminderNotifications({ app: fresh.app, preview: true })).toEqual({
        notifications: [],
        timezone: null,
        revision: fresh.revision,
      });
    },
  );

  // Evidence: REST description, shapes of the three settings.
  fact(
    "answer what was set, with the defaults filled in, and are live only after the deploy",
    { evidence: documented("official description: notifications"), needs: "people" },
    async () => {
      await deploy({});
      await admin.app.updateGeneralNotifications({
        app,
        notifications: [
          { entity: user("tantou"), recordAdded: true, includeSubs: true },
          { entity: { type: "ORGANIZATION", code: "bu" }, includeSubs: true, statusChanged: true },
          { entity: field("課"), includeSubs: true },
        ],
      });
      await admin.app.updatePerRecordNotifications({
        app,
        notifications: [{ filterCond: "額 >= 100", targets: [{ entity: group }] }],
      });
      await admin.app.updateReminderNotifications({
        app,
        notifications: [
          {
            timing: { code: "期日", daysLater: -10_000, time: "09:00" },
            title: "前",
            targets: [{ entity: field("担当") }],
          },
          { timing: { code: "日時", daysLater: "1", hoursLater: "-2" }, filterCond: "", targets: [] },
        ],
      });
      const preview = await admin.app.getGeneralNotifications({ app, preview: true });
      expect(preview.notifyToCommenter).toBe(false);
      expect(preview.notifications).toMatchObject([
        { entity: user("tantou"), includeSubs: false, recordAdded: true, recordEdited: false, fileImported: false },
        { includeSubs: true, statusChanged: true, recordAdded: false },
        { entity: field("課"), includeSubs: true },
      ]);
      expect((await admin.app.getPerRecordNotifications({ app, preview: true })).notifications).toEqual([
        { filterCond: "額 >= 100", title: "", targets: [{ entity: group, includeSubs: false }] },
      ]);
      expect(await admin.app.getReminderNotifications({ app, preview: true })).toMatchObject({
        timezone: "Asia/Tokyo",
        notifications: [
          {
            timing: { code: "期日", daysLater: "-10000", time: "09:00" },
            filterCond: "",
            title: "前",
            targets: [{ entity: field("担当"), includeSubs: false }],
          },
          { timing: { code: "日時", daysLater: "1", hoursLater: "-2" }, targets: [] },
        ],
      });
      expect((await admin.app.getGeneralNotifications({ app })).notifications).toEqual([]);
      await admin.app.deployApp({ apps: [{ app }] });
      expect((await admin.app.getGeneralNotifications({ app })).notifications).toHaveLength(3);
      expect((await admin.app.getPerRecordNotifications({ app, lang: "ja" })).notifications).toHaveLength(1);
      expect((await admin.app.getReminderNotifications({ app })).notifications).toHaveLength(2);
    },
  );

  const target = { entity: { type: "USER", code: "tantou" } };
  const timing = { code: "期日", daysLater: "1", time: "09:00" };

  // Evidence: REST description (required parameters, ten-minute steps, ±10,000, title ≤ 100); texts as for other settings.
  fact.each([
    [
      "an entity of no kind",
      "general",
      { notifications: [{ entity: { type: "X", code: "a" } }] },
      "CB_VA01",
      "notifications[0].entity.type",
    ],
    ["no entity", "general", { notifications: [{}] }, "CB_VA01", "notifications[0].entity"],
    ["a user who is not there", "general", { notifications: [{ entity: user("nobody") }] }, "GAIA_IL26", null],
    ["a field that is not there", "general", { notifications: [{ entity: field("ない") }] }, "GAIA_FC01", null],
    [
      "a field that names nobody",
      "general",
      { notifications: [{ entity: field("額") }] },
      "CB_VA01",
      "notifications[0].entity.code",
    ],
    [
      "a flag that is none",
      "general",
      { notifications: [{ ...target, recordAdded: "x" }] },
      "CB_VA01",
      "notifications[0].recordAdded",
    ],
    ["no list", "perRecord", {}, "CB_VA01", "notifications"],
    ["no condition", "perRecord", { notifications: [{ targets: [] }] }, "CB_VA01", "notifications[0].filterCond"],
    ["no targets", "perRecord", { notifications: [{ filterCond: "" }] }, "CB_VA01", "notifications[0].targets"],
    [
      "an unreadable condition",
      "perRecord",
      { notifications: [{ filterCond: "額 >", targets: [] }] },
      "CB_VA01",
      "notifications[0].filterCond",
    ],
    [
      "an unknown field in a condition",
      "perRecord",
      { notifications: [{ filterCond: "ない = 1", targets: [] }] },
      "GAIA_IQ11",
      null,
    ],
    [
      "a long title",
      "perRecord",
      { notifications: [{ filterCond: "", title: "あ".repeat(101), targets: [] }] },
      "CB_VA01",
      "notifications[0].title",
    ],
    ["no timing", "reminder", { notifications: [{ targets: [target] }] }, "CB_VA01", "notifications[0].timing"],
    [
      "minutes outside the steps",
      "reminder",
      { notifications: [{ timing: { ...timing, time: "09:05" }, targets: [] }] },
      "CB_VA01",
      "notifications[0].timing.time",
    ],
    [
      "too many days",
      "reminder",
      { notifications: [{ timing: { ...timing, daysLater: 10_001 }, targets: [] }] },
      "CB_VA01",
      "notifications[0].timing.daysLater",
    ],
    [
      "too few days",
      "reminder",
      { notifications: [{ timing: { ...timing, daysLater: -10_001 }, targets: [] }] },
      "CB_VA01",
      "notifications[0].timing.daysLater",
    ],
    [
      "hours from a day",
      "reminder",
      { notifications: [{ timing: { code: "期日", daysLater: 1, hoursLater: 1 }, targets: [] }] },
      "CB_VA01",
      "notifications[0].timing.hoursLater",
    ],
    [
      "a field without a date",
      "reminder",
      { notifications: [{ timing: { ...timing, code: "額" }, targets: [] }] },
      "CB_VA01",
      "notifications[0].timing.code",
    ],
    [
      "an unknown field",
      "reminder",
      { notifications: [{ timing: { ...timing, code: "ない" }, targets: [] }] },
      "GAIA_FC01",
      null,
    ],
    ["an unknown time zone", "reminder", { timezone: "Asia/Nowhere" }, "CB_VA01", "timezone"],
  ])(
    "refuse %s",
    { evidence: documented("official description: notifications"), needs: "people" },
    async (...[, kind, settings, code, path]) => {
      const address = `/k/v1/preview/app/notifications/${kind}.json`;
      const { status, body } = await platform.call("PUT", address, { body: { app, ...settings } });
      expect([status, body]).toMatchObject([400, { code, ...(path !== null && { errors: { [path]: {} } }) }]);
    },
  );

  fact(
    "are neither read nor written by those who do not manage the app, nor with an old revision",
    { evidence: documented("official description: notifications"), needs: "people" },
    async () => {
      await expect(tantou.app.getGeneralNotifications({ app })).rejects.toMatchObject({ code: "CB_NO02" });
      await expect(tantou.app.updateGeneralNotifications({ app })).rejects.toMatchObject({ code: "CB_NO02" });
      await expect(admin.app.updateGeneralNotifications({ app, revision: 1 })).rejects.toMatchObject({
        code: "GAIA_CO02",
      });
    },
  );

  fact(
    "follow renamed fields and let go of deleted ones",
    { evidence: guess("settings follow a new field code"), needs: "people" },
    async () => {
      const { app: other } = await admin.app.addApp({ name: "改名" });
      const property = { type: "USER_SELECT" as const, code: "人", label: "人" };
      await admin.app.addFormFields({ app: other, properties: { 人: property } });
      await admin.app.updateGeneralNotifications({
        app: other,
        notifications: [{ entity: field("人"), recordAdded: true }],
      });
      await admin.app.updateFormFields({ app: other, properties: { 人: { ...property, code: "担当者" } } });
      const read = async () => (await admin.app.getGeneralNotifications({ app: other, preview: true })).notifications;
      expect(await read()).toMatchObject([{ entity: field("担当者"), recordAdded: true }]);
      await admin.app.deleteFormFields({ app: other, fields: ["担当者"] });
      expect(await read()).toEqual([]);
    },
  );
});

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

function move(body: unknown, login = "admin"): ReturnType<TestPlatform["call"]> {
  return platform.call("POST", "/k/platform/clock.json", { body, login });
}

describe("the clock", () => {
  fact(
    "delivers reminders when it is moved past them, and answers follow it",
    { evidence: own("the movable clock") },
    async () => {
      await deploy({
        reminders: [
          {
            timing: { code: "期日", daysLater: -1, time: "09:00" },
            title: "明日です",
            targets: [{ entity: field("担当") }],
          },
        ],
      });
      const record = { 期日: { value: "2026-05-10" }, 担当: { value: [{ code: "kachou" }] } };
      await tantou.record.addRecord({ app, record });
      platform.platform.store.db.run("DELETE FROM inbox");
      await move({ now: "2026-05-08T23:59:59Z" });
      expect(await kindsOf("kachou")).toEqual([]);
      await move({ now: "2026-05-09T00:00:00Z" });
      expect(await readInbox("kachou")).toMatchObject([
        { kind: "reminder", title: "明日です", actor: null, createdAt: "2026-05-09T00:00:00.000Z" },
      ]);
      await move({ now: "2026-05-01T00:00:00Z" });
      await move({ offsetMs: 400 * 86_400_000 });
      expect(await kindsOf("kachou")).toEqual(["reminder"]);
      const { id } = await tantou.record.addRecord({ app, record: {} });
      const later = await tantou.record.getRecord({ app, id });
      expect(later.record["作成日時"]).toMatchObject({ value: "2027-05-06T00:00:00Z" });
      expect((await move({ now: null })).body).toEqual({ now: "2026-04-01T00:00:00.000Z", offsetMs: 0, movable: true });
    },
  );

  fact(
    "is moved by administrators only, and to a time that is one",
    { evidence: own("the movable clock") },
    async () => {
      expect(await move({ offsetMs: 1 }, "tantou")).toMatchObject({ status: 403, body: { code: "CB_NO02" } });
      for (const body of [
        { now: "tomorrow" },
        { offsetMs: "1" },
        { offsetMs: 1e300 },
        { later: 1 },
        { now: "0001-01-01T00:00:00Z" },
      ]) {
        expect((await move(body)).status).toBe(400);
      }
    },
  );

  fact(
    "delivers after a start what came due while the platform was stopped",
    { evidence: own("reminders due while stopped") },
    async () => {
      const dataDir = mkdtempSync(join(tmpdir(), "machi-dx-reminders-"));
      const start = (now: string) => startTestPlatform({ dataDir, now: () => new Date(now) });
      const before = await start("2026-04-01T00:00:00Z");
      const client = before.client();
      const created = await client.app.addApp({ name: "期日" });
      await client.app.updateReminderNotifications({
        app: created.app,
        timezone: "Asia/Tokyo",
        notifications: [
          {
            timing: { code: "作成日時", daysLater: 0, hoursLater: 2 },
            title: "二時間後",
            targets: [{ entity: user("admin") }],
          },
        ],
      });
      await client.app.deployApp({ apps: [{ app: created.app }] });
      await client.record.addRecord({ app: created.app, record: {} });
      await before.close();
      const after = await start("2026-04-03T00:00:00Z");
      const read = async () => (await after.call("GET", "/k/platform/inbox.json")).body;
      await expect
        .poll(read)
        .toMatchObject({ notices: [{ title: "二時間後", createdAt: "2026-04-01T02:00:00.000Z" }], unread: 1 });
      await after.close();
      rmSync(dataDir, { recursive: true, force: true });
    },
  );

  fact(
    "stands where it is unless the platform was started for moving it",
    { evidence: own("the movable clock") },
    async () => {
      const fixed = await startTestPlatform();
      const { status, body } = await fixed.call("POST", "/k/platform/clock.json", { body: { offsetMs: 1 } });
      await fixed.close();
      expect([status, body]).toMatchObject([403, { code: "PLATFORM_CLOCK_FIXED" }]);
    },
  );
});
