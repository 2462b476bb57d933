import packContents from "@kintone/plugin-packer";
import type { KintoneRestAPIClient } from "@kintone/rest-api-client";
import { strToU8, zipSync } from "fflate";
import { generateKeyPairSync } from "node:crypto";
import { afterAll, beforeAll, describe, expect } from "vitest";
import { startTestPlatform } from "./harness.ts";
import type { TestPlatform } from "./harness.ts";
import { inClient } from "./target/evidence.ts";
import { fact } from "./target/fact.ts";

// Every public method of the installed official client, once, with real content. The cases run in their order: what one makes, the
// next one uses. What each operation means is held elsewhere; here it is that the client as it is published gets along.

let platform: TestPlatform;
let client: KintoneRestAPIClient;
/** What cases leave for later ones: ids and keys by name. */
const kept = new Map<string, string>();

const keep = (name: string, value: unknown): void => {
  kept.set(name, String(value));
};
const take = (name: string): string => kept.get(name) ?? "";

const official = inClient("@kintone/rest-api-client");
const text = (code: string, more: object = {}) => ({ type: "SINGLE_LINE_TEXT" as const, code, label: code, ...more });
const everyone = { type: "GROUP", code: "everyone" } as const;
const row = (名: string, 数 = "1") => ({ 名: { value: 名 }, 数: { value: 数 } });
const mail = "hanako@example.jp";
const revision = { revision: expect.stringMatching(/^\d+$/u) };

beforeAll(async () => {
  platform = await startTestPlatform();
  client = platform.client();
  await platform.call("POST", "/v1/users.json", {
    body: { users: [{ code: "aoki", name: "青木", password: "aoki" }] },
  });
});

afterAll(async () => {
  await platform.close();
});

type Packer = typeof packContents;
const toPacker = (module: Packer | { readonly default: Packer }): Packer =>
  "default" in module ? module.default : module;
const key = generateKeyPairSync("rsa", { modulusLength: 1024 })
  .privateKey.export({ type: "pkcs1", format: "pem" })
  .toString();

async function uploadPlugin(version: string): Promise<string> {
  const manifest = {
    manifest_version: 1,
    version,
    type: "APP",
    name: { ja: "工程表", en: "Road map" },
    icon: "icon.png",
    desktop: { js: ["desktop.js"], css: [] },
  };
  const files = {
    "manifest.json": strToU8(JSON.stringify(manifest)),
    "icon.png": strToU8("png"),
    "desktop.js": strToU8("/* desktop */"),
  };
  const { plugin } = await toPacker(packContents)(Buffer.from(zipSync(files)), key);
  return (await client.file.uploadFile({ file: { name: "plugin.zip", data: Buffer.from(plugin) } })).fileKey;
}

type Numbered = { readonly $id: { readonly type: "__ID__"; readonly value: string } };

type Case = readonly [method: string, call: () => Promise<unknown>, expected: unknown];

const app = () => take("app");
const deploy = async () => client.app.deployApp({ apps: [{ app: app() }] });

const appCases: readonly Case[] = [
  ["app.addApp", async () => keepOf("app", client.app.addApp({ name: "事業" }), "app"), { app: expect.any(String) }],
  [
    "app.addFormFields",
    () =>
      client.app.addFormFields({
        app: app(),
        properties: {
          名: text("名", { unique: true }),
          数: { type: "NUMBER", code: "数", label: "数" },
          期日: { type: "DATE", code: "期日", label: "期日" },
          添付: { type: "FILE", code: "添付", label: "添付" },
          不要: text("不要"),
        },
      }),
    revision,
  ],
  [
    "app.updateFormFields",
    () => client.app.updateFormFields({ app: app(), properties: { 名: text("名", { label: "事業名" }) } }),
    revision,
  ],
  ["app.deleteFormFields", () => client.app.deleteFormFields({ app: app(), fields: ["不要"] }), revision],
  [
    "app.getFormFields",
    () => client.app.getFormFields({ app: app(), preview: true, lang: "ja" }),
    { properties: { 名: { label: "事業名", unique: true } } },
  ],
  [
    "app.updateFormLayout",
    () =>
      client.app.updateFormLayout({
        app: app(),
        layout: [
          { type: "ROW", fields: [text("名"), { type: "NUMBER", code: "数" }, { type: "DATE", code: "期日" }] },
          { type: "ROW", fields: [{ type: "FILE", code: "添付" }] },
        ],
      }),
    revision,
  ],
  [
    "app.getFormLayout",
    () => client.app.getFormLayout({ app: app(), preview: true }),
    { layout: [{ type: "ROW", fields: [{ code: "名" }, { code: "数" }, { code: "期日" }] }, { type: "ROW" }] },
  ],
  [
    "app.updateViews",
    () =>
      client.app.updateViews({
        app: app(),
        views: { 一覧: { type: "LIST", index: 0, name: "一覧", fields: ["名", "数"], sort: "名 asc" } },
      }),
    { views: { 一覧: { id: expect.any(String) } } },
  ],
  [
    "app.getViews",
    () => client.app.getViews({ app: app(), preview: true }),
    { views: { 一覧: { fields: ["名", "数"] } } },
  ],
  [
    "app.updateAppSettings",
    () => client.app.updateAppSettings({ app: app(), description: "説明", theme: "RED" }),
    revision,
  ],
  [
    "app.getAppSettings",
    () => client.app.getAppSettings({ app: app(), preview: true }),
    { name: "事業", description: "説明", theme: "RED" },
  ],
  [
    "app.updateProcessManagement",
    () =>
      client.app.updateProcessManagement({
        app: app(),
        enable: true,
        states: {
          未: { name: "未", index: "0", assignee: { type: "ONE", entities: [] } },
          済: {
            name: "済",
            index: "1",
            assignee: { type: "ALL", entities: [{ entity: { type: "USER", code: "admin" } }] },
          },
          了: { name: "了", index: "2", assignee: { type: "ONE", entities: [] } },
        },
        actions: [
          { name: "済ませる", from: "未", to: "済", filterCond: "" },
          { name: "終える", from: "済", to: "了", filterCond: "" },
        ],
      }),
    revision,
  ],
  [
    "app.getProcessManagement",
    () => client.app.getProcessManagement({ app: app(), preview: true }),
    { enable: true, actions: [{ name: "済ませる" }, { name: "終える" }] },
  ],
  [
    "app.updateFieldAcl",
    () =>
      client.app.updateFieldAcl({
        app: app(),
        rights: [{ code: "数", entities: [{ accessibility: "WRITE", entity: everyone }] }],
      }),
    revision,
  ],
  ["app.getFieldAcl", () => client.app.getFieldAcl({ app: app(), preview: true }), { rights: [{ code: "数" }] }],
  [
    "app.updateAppAcl",
    () =>
      client.app.updateAppAcl({
        app: app(),
        rights: [
          {
            entity: everyone,
            appEditable: true,
            recordViewable: true,
            recordAddable: true,
            recordEditable: true,
            recordDeletable: true,
          },
        ],
      }),
    revision,
  ],
  [
    "app.getAppAcl",
    () => client.app.getAppAcl({ app: app(), preview: true }),
    { rights: [{ entity: everyone, appEditable: true }] },
  ],
  [
    "app.updateRecordAcl",
    () =>
      client.app.updateRecordAcl({
        app: app(),
        rights: [
          { filterCond: "数 > 0", entities: [{ entity: everyone, viewable: true, editable: true, deletable: true }] },
        ],
      }),
    revision,
  ],
  [
    "app.getRecordAcl",
    () => client.app.getRecordAcl({ app: app(), preview: true }),
    { rights: [{ filterCond: "数 > 0" }] },
  ],
  [
    "app.updateAppCustomize",
    () =>
      client.app.updateAppCustomize({
        app: app(),
        scope: "ADMIN",
        desktop: { js: [{ type: "URL", url: "https://example.com/a.js" }] },
      }),
    revision,
  ],
  [
    "app.getAppCustomize",
    () => client.app.getAppCustomize({ app: app(), preview: true }),
    { scope: "ADMIN", desktop: { js: [{ type: "URL", url: "https://example.com/a.js" }] } },
  ],
  [
    "app.updateGeneralNotifications",
    () =>
      client.app.updateGeneralNotifications({
        app: app(),
        notifications: [{ entity: { type: "USER", code: "aoki" }, includeSubs: false, recordAdded: true }],
      }),
    revision,
  ],
  [
    "app.getGeneralNotifications",
    () => client.app.getGeneralNotifications({ app: app(), preview: true }),
    { notifications: [{ entity: { code: "aoki" }, recordAdded: true }] },
  ],
  [
    "app.updatePerRecordNotifications",
    () =>
      client.app.updatePerRecordNotifications({
        app: app(),
        notifications: [{ filterCond: "数 > 5", title: "多い", targets: [{ entity: { type: "USER", code: "aoki" } }] }],
      }),
    revision,
  ],
  [
    "app.getPerRecordNotifications",
    () => client.app.getPerRecordNotifications({ app: app(), preview: true }),
    { notifications: [{ title: "多い" }] },
  ],
  [
    "app.updateReminderNotifications",
    () =>
      client.app.updateReminderNotifications({
        app: app(),
        timezone: "Asia/Tokyo",
        notifications: [
          {
            timing: { code: "期日", daysLater: "-1", time: "09:00" },
            title: "明日",
            targets: [{ entity: { type: "USER", code: "aoki" } }],
          },
        ],
      }),
    revision,
  ],
  [
    "app.getReminderNotifications",
    () => client.app.getReminderNotifications({ app: app(), preview: true }),
    { timezone: "Asia/Tokyo", notifications: [{ title: "明日" }] },
  ],
  [
    "app.updateReports",
    () =>
      client.app.updateReports({
        app: app(),
        reports: {
          件数: {
            chartType: "BAR",
            chartMode: "NORMAL",
            name: "件数",
            index: 0,
            groups: [{ code: "名" }],
            aggregations: [{ type: "COUNT" }],
            filterCond: "",
            sorts: [{ by: "TOTAL", order: "DESC" }],
          },
        },
      }),
    { reports: { 件数: { id: expect.any(String) } } },
  ],
  [
    "app.getReports",
    () => client.app.getReports({ app: app(), preview: true }),
    { reports: { 件数: { chartType: "BAR" } } },
  ],
  [
    "app.updateAppActions",
    () =>
      client.app.updateAppActions({
        app: app(),
        actions: {
          写す: {
            name: "写す",
            index: "0",
            destApp: { app: app() },
            mappings: [{ srcType: "FIELD", srcField: "名", destField: "名" }],
            entities: [everyone],
          },
        },
      }),
    { actions: { 写す: { id: expect.any(String) } } },
  ],
  [
    "app.getAppActions",
    () => client.app.getAppActions({ app: app(), preview: true }),
    { actions: { 写す: { mappings: [{ srcField: "名" }] } } },
  ],
  [
    "app.updateAdminNotes",
    () => client.app.updateAdminNotes({ app: app(), content: "<b>引継ぎ</b>", includeInTemplateAndDuplicates: true }),
    revision,
  ],
  [
    "app.getAdminNotes",
    () => client.app.getAdminNotes({ app: app(), preview: true }),
    { content: "<b>引継ぎ</b>", includeInTemplateAndDuplicates: true },
  ],
];

const pluginCases: readonly Case[] = [
  [
    "plugin.installPlugin",
    async () => keepOf("plugin", client.plugin.installPlugin({ fileKey: await uploadPlugin("1") }), "id"),
    { version: "1" },
  ],
  [
    "plugin.updatePlugin",
    async () => client.plugin.updatePlugin({ id: take("plugin"), fileKey: await uploadPlugin("2") }),
    { version: "2" },
  ],
  ["plugin.getPlugins", () => client.plugin.getPlugins({}), { plugins: [{ version: "2" }] }],
  ["app.addPlugins", () => client.app.addPlugins({ app: app(), ids: [take("plugin")] }), revision],
  ["app.getPlugins", () => client.app.getPlugins({ app: app(), preview: true }), { plugins: [{ enabled: true }] }],
  ["plugin.getApps", () => client.plugin.getApps({ id: take("plugin") }), { apps: [{ name: "事業" }] }],
  ["plugin.getRequiredPlugins", () => client.plugin.getRequiredPlugins({}), { plugins: [] }],
  ["app.deployApp", deploy, {}],
  ["app.getDeployStatus", () => client.app.getDeployStatus({ apps: [app()] }), { apps: [{ status: "SUCCESS" }] }],
  ["app.getApp", () => client.app.getApp({ id: app() }), { name: "事業", spaceId: null }],
  ["app.getApps", () => client.app.getApps({ name: "事業" }), { apps: [{ name: "事業" }] }],
  ["app.getStatistics", () => client.app.getStatistics({}), { apps: [{ name: "事業", status: "ACTIVATED" }] }],
];

const ids = (...names: readonly string[]) => names.map((name) => Number(take(name)));

const recordCases: readonly Case[] = [
  [
    "file.uploadFile",
    async () => keepOf("file", client.file.uploadFile({ file: { name: "資料.txt", data: "中身" } }), "fileKey"),
    { fileKey: expect.any(String) },
  ],
  [
    "record.addRecord",
    async () =>
      keepOf(
        "record",
        client.record.addRecord({
          app: app(),
          record: { ...row("甲"), 添付: { value: [{ fileKey: take("file") }] } },
        }),
        "id",
      ),
    { revision: "1" },
  ],
  [
    "record.getRecord",
    async () => {
      const answer = await client.record.getRecord({ app: app(), id: take("record") });
      keep("stored", /"fileKey":"([^"]+)"/u.exec(JSON.stringify(answer.record))?.[1]);
      return answer;
    },
    { record: { 名: { value: "甲" }, 添付: { value: [{ name: "資料.txt" }] } } },
  ],
  [
    "file.downloadFile",
    async () => ({
      text: new TextDecoder().decode(await client.file.downloadFile({ fileKey: take("stored") })),
    }),
    { text: "中身" },
  ],
  [
    "record.updateRecord",
    () => client.record.updateRecord({ app: app(), id: take("record"), record: { 数: { value: 2 } }, revision: 1 }),
    { revision: "2" },
  ],
  [
    "record.upsertRecord",
    () =>
      client.record.upsertRecord({ app: app(), updateKey: { field: "名", value: "乙" }, record: { 数: { value: 3 } } }),
    { revision: "1" },
  ],
  [
    "record.addRecords",
    () => client.record.addRecords({ app: app(), records: [row("丙"), row("丁")] }),
    { ids: ["3", "4"], revisions: ["1", "1"] },
  ],
  [
    "record.getRecords",
    () => client.record.getRecords({ app: app(), query: "数 > 1 order by 数 desc", totalCount: true, fields: ["名"] }),
    { totalCount: "2", records: [{ 名: { value: "乙" } }, { 名: { value: "甲" } }] },
  ],
  [
    "record.updateRecords",
    () =>
      client.record.updateRecords({
        app: app(),
        upsert: true,
        records: [
          { id: 3, record: { 数: { value: 5 } } },
          { updateKey: { field: "名", value: "戊" }, record: { 数: { value: 6 } } },
        ],
      }),
    { records: [{ id: "3", operation: "UPDATE" }, { operation: "INSERT" }] },
  ],
  ["record.deleteRecords", () => client.record.deleteRecords({ app: app(), ids: [4], revisions: [1] }), {}],
  [
    "record.createCursor",
    async () => keepOf("cursor", client.record.createCursor({ app: app(), size: 2, query: "order by $id asc" }), "id"),
    { totalCount: "4" },
  ],
  [
    "record.getRecordsByCursor",
    () => client.record.getRecordsByCursor({ id: take("cursor") }),
    { records: [{ 名: { value: "甲" } }, { 名: { value: "乙" } }], next: true },
  ],
  ["record.deleteCursor", () => client.record.deleteCursor({ id: take("cursor") }), {}],
  [
    "record.addAllRecords",
    () =>
      client.record.addAllRecords({
        app: app(),
        records: Array.from({ length: 230 }, (_, index) => row(`多${index}`, "7")),
      }),
    { records: expect.objectContaining({ length: 230 }) },
  ],
  [
    "record.getAllRecords",
    async () => count(client.record.getAllRecords({ app: app(), condition: "数 = 7", orderBy: "$id asc" })),
    { count: 230 },
  ],
  [
    "record.getAllRecordsWithId",
    async () => count(client.record.getAllRecordsWithId({ app: app(), condition: "数 = 7" })),
    { count: 230 },
  ],
  [
    "record.getAllRecordsWithOffset",
    async () => count(client.record.getAllRecordsWithOffset({ app: app(), condition: "数 = 7" })),
    { count: 230 },
  ],
  [
    "record.getAllRecordsWithCursor",
    async () => count(client.record.getAllRecordsWithCursor({ app: app(), query: "数 = 7" })),
    { count: 230 },
  ],
  [
    "record.updateAllRecords",
    async () => {
      const found = await client.record.getAllRecords<Numbered>({ app: app(), condition: "数 = 7" });
      const records = found.map(({ $id }) => ({ id: $id.value, record: { 数: { value: 8 } } }));
      return client.record.updateAllRecords({ app: app(), records });
    },
    { records: expect.objectContaining({ length: 230 }) },
  ],
  [
    "record.deleteAllRecords",
    async () => {
      const found = await client.record.getAllRecords<Numbered>({ app: app(), condition: "数 = 8" });
      return client.record.deleteAllRecords({
        app: app(),
        records: found.map(({ $id }) => ({ id: $id.value })),
      });
    },
    {},
  ],
  [
    "record.addRecordComment",
    async () =>
      keepOf(
        "comment",
        client.record.addRecordComment({
          app: app(),
          record: take("record"),
          comment: { text: "確認", mentions: [{ type: "USER", code: "aoki" }] },
        }),
        "id",
      ),
    { id: "1" },
  ],
  [
    "record.getRecordComments",
    () => client.record.getRecordComments({ app: app(), record: take("record"), order: "asc" }),
    { comments: [{ id: "1", mentions: [{ code: "aoki" }] }] },
  ],
  [
    "search",
    () => client.search({ query: [{ operator: "AND", keywords: ["甲"] }], types: ["RECORD"] }),
    {
      hits: [{ type: "RECORD", record: { recordId: "1", matchedFields: [{ code: "名", label: "事業名" }] } }],
      nextPageToken: null,
    },
  ],
  [
    "record.deleteRecordComment",
    () => client.record.deleteRecordComment({ app: app(), record: take("record"), comment: take("comment") }),
    {},
  ],
  [
    "app.evaluateRecordsAcl",
    () => client.app.evaluateRecordsAcl({ app: app(), ids: ids("record") }),
    { rights: [{ id: "1", record: { viewable: true } }] },
  ],
  [
    "record.updateRecordStatus",
    () => client.record.updateRecordStatus({ app: app(), id: take("record"), action: "済ませる", assignee: "admin" }),
    { revision: "4" },
  ],
  [
    "record.updateRecordAssignees",
    () => client.record.updateRecordAssignees({ app: app(), id: take("record"), assignees: ["admin"] }),
    { revision: "5" },
  ],
  [
    "record.updateRecordsStatus",
    () =>
      client.record.updateRecordsStatus({
        app: app(),
        records: [
          { id: take("record"), action: "終える" },
          { id: 2, action: "済ませる" },
        ],
      }),
    { records: [{ id: "1" }, { id: "2" }] },
  ],
  [
    "bulkRequest",
    () =>
      client.bulkRequest({
        requests: [
          { method: "POST", api: "/k/v1/record.json", payload: { app: app(), record: row("己") } },
          { method: "DELETE", api: "/k/v1/records.json", payload: { app: app(), ids: [3] } },
        ],
      }),
    { results: [{ revision: "1" }, {}] },
  ],
  ["getBaseUrl", async () => ({ url: client.getBaseUrl() }), { url: expect.stringMatching(/^http:\/\/localhost:/u) }],
];

const me = { entity: { type: "USER" as const, code: "admin" }, isAdmin: true };
const guestClient = () => platform.guestClient(Number(take("guest space")));

const spaceCases: readonly Case[] = [
  [
    "space.addSpaceFromTemplate",
    async () => {
      const guest = await client.space.addSpaceFromTemplate({ id: 1, name: "共同", members: [me], isGuest: true });
      keep("guest space", guest.id);
      return keepOf("space", client.space.addSpaceFromTemplate({ id: 1, name: "広場", members: [me] }), "id");
    },
    { id: expect.any(String) },
  ],
  ["space.updateSpace", () => client.space.updateSpace({ id: take("space"), name: "新しい広場" }), {}],
  ["space.updateSpaceBody", () => client.space.updateSpaceBody({ id: take("space"), body: "<b>案内</b>" }), {}],
  [
    "space.getSpace",
    async () => {
      const space = await client.space.getSpace({ id: take("space") });
      keep("thread", space.defaultThread);
      return space;
    },
    { name: "新しい広場", body: "<b>案内</b>" },
  ],
  [
    "space.updateSpaceMembers",
    () =>
      client.space.updateSpaceMembers({
        id: take("space"),
        members: [me, { entity: { type: "USER", code: "aoki" } }],
      }),
    {},
  ],
  [
    "space.getSpaceMembers",
    () => client.space.getSpaceMembers({ id: take("space") }),
    { members: [{ entity: { code: "admin" } }, { entity: { code: "aoki" } }] },
  ],
  [
    "space.addThread",
    async () => keepOf("thread", client.space.addThread({ space: take("space"), name: "相談" }), "id"),
    {},
  ],
  ["space.updateThread", () => client.space.updateThread({ id: take("thread"), body: "<p>話す</p>" }), {}],
  [
    "space.addThreadComment",
    () => client.space.addThreadComment({ space: take("space"), thread: take("thread"), comment: { text: "はい" } }),
    { id: expect.any(String) },
  ],
  ["app.move", () => client.app.move({ app: app(), space: take("space") }), {}],
  [
    "space.getStatistics",
    () => client.space.getStatistics({}),
    { spaces: [{ name: "共同", isGuest: true }, { memberCount: "2" }] },
  ],
  [
    "space.addGuests",
    () =>
      client.space.addGuests({
        guests: [{ code: mail, name: "花子", password: "secret-1", timezone: "Asia/Tokyo", locale: "ja" }],
      }),
    {},
  ],
  [
    "space.updateSpaceGuests",
    () => guestClient().space.updateSpaceGuests({ id: take("guest space"), guests: [mail] }),
    {},
  ],
  ["space.deleteGuests", () => client.space.deleteGuests({ guests: [mail] }), {}],
  [
    "space.deleteSpace",
    async () => {
      await client.app.move({ app: app(), space: null });
      return client.space.deleteSpace({ id: take("space") });
    },
    {},
  ],
  ["plugin.uninstallPlugin", () => client.plugin.uninstallPlugin({ id: take("plugin") }), {}],
];

async function keepOf<T extends object>(name: string, answer: Promise<T>, member: keyof T & string): Promise<T> {
  const found = await answer;
  keep(name, found[member]);
  return found;
}

async function count(records: Promise<readonly unknown[]>): Promise<{ readonly count: number }> {
  return { count: (await records).length };
}

const cases = [...appCases, ...pluginCases, ...recordCases, ...spaceCases];

function methodsOf(of: object): readonly string[] {
  return Object.getOwnPropertyNames(Object.getPrototypeOf(of)).filter((name) => name !== "constructor");
}

describe("every method of the official client", () => {
  fact.each(cases)("%s works", { evidence: official, needs: "system" }, async (_, call, expected) => {
    expect(await call()).toMatchObject(Object(expected));
  });

  /** Declared private in the client's own types. */
  const hidden = new Set([
    "record.warnMaximumOffsetValueIfNeeded",
    "record.separateArrayRecursive",
    ...["add", "update", "delete"].flatMap((verb) => [
      `record.${verb}AllRecordsRecursive`,
      `record.${verb}AllRecordsWithBulkRequest`,
    ]),
  ]);

  fact("is among these cases", { evidence: official, needs: "system" }, () => {
    const { record, app: apps, space, file, plugin } = client;
    const groups = { record, app: apps, space, file, plugin };
    const methods = [
      ...methodsOf(client),
      ...Object.entries(groups).flatMap(([group, of]) => methodsOf(of).map((name) => `${group}.${name}`)),
    ].filter((name) => !hidden.has(name));
    expect(methods.length).toBeGreaterThan(90);
    expect(methods.toSorted()).toEqual(cases.map(([name]) => name).toSorted());
  });
});
