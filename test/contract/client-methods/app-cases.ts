import { expect } from "vitest";
import { type Case, type Course, revision } from "./course.ts";

const text = (code: string, more: object = {}) => ({ type: "SINGLE_LINE_TEXT" as const, code, label: code, ...more });
const everyone = { type: "GROUP", code: "everyone" } as const;

/** Apps, their settings and their deploys. */
export function createAppCases(course: Course): readonly Case[] {
  const { keepOf, app } = course;
  return [
    [
      "app.addApp",
      async () => keepOf("app", course.client.app.addApp({ name: "事業" }), "app"),
      { app: expect.any(String) },
    ],
    [
      "app.addFormFields",
      () =>
        course.client.app.addFormFields({
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
      () => course.client.app.updateFormFields({ app: app(), properties: { 名: text("名", { label: "事業名" }) } }),
      revision,
    ],
    ["app.deleteFormFields", () => course.client.app.deleteFormFields({ app: app(), fields: ["不要"] }), revision],
    [
      "app.getFormFields",
      () => course.client.app.getFormFields({ app: app(), preview: true, lang: "ja" }),
      { properties: { 名: { label: "事業名", unique: true } } },
    ],
    [
      "app.updateFormLayout",
      () =>
        course.client.app.updateFormLayout({
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
      () => course.client.app.getFormLayout({ app: app(), preview: true }),
      { layout: [{ type: "ROW", fields: [{ code: "名" }, { code: "数" }, { code: "期日" }] }, { type: "ROW" }] },
    ],
    [
      "app.updateViews",
      () =>
        course.client.app.updateViews({
          app: app(),
          views: { 一覧: { type: "LIST", index: 0, name: "一覧", fields: ["名", "数"], sort: "名 asc" } },
        }),
      { views: { 一覧: { id: expect.any(String) } } },
    ],
    [
      "app.getViews",
      () => course.client.app.getViews({ app: app(), preview: true }),
      { views: { 一覧: { fields: ["名", "数"] } } },
    ],
    [
      "app.updateAppSettings",
      () => course.client.app.updateAppSettings({ app: app(), description: "説明", theme: "RED" }),
      revision,
    ],
    [
      "app.getAppSettings",
      () => course.client.app.getAppSettings({ app: app(), preview: true }),
      { name: "事業", description: "説明", theme: "RED" },
    ],
    [
      "app.updateProcessManagement",
      () =>
        course.client.app.updateProcessManagement({
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
      () => course.client.app.getProcessManagement({ app: app(), preview: true }),
      { enable: true, actions: [{ name: "済ませる" }, { name: "終える" }] },
    ],
    [
      "app.updateFieldAcl",
      () =>
        course.client.app.updateFieldAcl({
          app: app(),
          rights: [{ code: "数", entities: [{ accessibility: "WRITE", entity: everyone }] }],
        }),
      revision,
    ],
    [
      "app.getFieldAcl",
      () => course.client.app.getFieldAcl({ app: app(), preview: true }),
      { rights: [{ code: "数" }] },
    ],
    [
      "app.updateAppAcl",
      () =>
        course.client.app.updateAppAcl({
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
      () => course.client.app.getAppAcl({ app: app(), preview: true }),
      { rights: [{ entity: everyone, appEditable: true }] },
    ],
    [
      "app.updateRecordAcl",
      () =>
        course.client.app.updateRecordAcl({
          app: app(),
          rights: [
            { filterCond: "数 > 0", entities: [{ entity: everyone, viewable: true, editable: true, deletable: true }] },
          ],
        }),
      revision,
    ],
    [
      "app.getRecordAcl",
      () => course.client.app.getRecordAcl({ app: app(), preview: true }),
      { rights: [{ filterCond: "数 > 0" }] },
    ],
    [
      "app.updateAppCustomize",
      () =>
        course.client.app.updateAppCustomize({
          app: app(),
          scope: "ADMIN",
          desktop: { js: [{ type: "URL", url: "https://example.com/a.js" }] },
        }),
      revision,
    ],
    [
      "app.getAppCustomize",
      () => course.client.app.getAppCustomize({ app: app(), preview: true }),
      { scope: "ADMIN", desktop: { js: [{ type: "URL", url: "https://example.com/a.js" }] } },
    ],
    [
      "app.updateGeneralNotifications",
      () =>
        course.client.app.updateGeneralNotifications({
          app: app(),
          notifications: [{ entity: { type: "USER", code: "aoki" }, includeSubs: false, recordAdded: true }],
        }),
      revision,
    ],
    [
      "app.getGeneralNotifications",
      () => course.client.app.getGeneralNotifications({ app: app(), preview: true }),
      { notifications: [{ entity: { code: "aoki" }, recordAdded: true }] },
    ],
    [
      "app.updatePerRecordNotifications",
      () =>
        course.client.app.updatePerRecordNotifications({
          app: app(),
          notifications: [
            { filterCond: "数 > 5", title: "多い", targets: [{ entity: { type: "USER", code: "aoki" } }] },
          ],
        }),
      revision,
    ],
    [
      "app.getPerRecordNotifications",
      () => course.client.app.getPerRecordNotifications({ app: app(), preview: true }),
      { notifications: [{ title: "多い" }] },
    ],
    [
      "app.updateReminderNotifications",
      () =>
        course.client.app.updateReminderNotifications({
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
      () => course.client.app.getReminderNotifications({ app: app(), preview: true }),
      { timezone: "Asia/Tokyo", notifications: [{ title: "明日" }] },
    ],
    [
      "app.updateReports",
      () =>
        course.client.app.updateReports({
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
      () => course.client.app.getReports({ app: app(), preview: true }),
      { reports: { 件数: { chartType: "BAR" } } },
    ],
    [
      "app.updateAppActions",
      () =>
        course.client.app.updateAppActions({
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
      () => course.client.app.getAppActions({ app: app(), preview: true }),
      { actions: { 写す: { mappings: [{ srcField: "名" }] } } },
    ],
    [
      "app.updateAdminNotes",
      () =>
        course.client.app.updateAdminNotes({
          app: app(),
          content: "<b>引継ぎ</b>",
          includeInTemplateAndDuplicates: true,
        }),
      revision,
    ],
    [
      "app.getAdminNotes",
      () => course.client.app.getAdminNotes({ app: app(), preview: true }),
      { content: "<b>引継ぎ</b>", includeInTemplateAndDuplicates: true },
    ],
  ];
}
