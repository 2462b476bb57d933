import type { Page } from "playwright-core";
import type { PagePlatform } from "./page-platform.ts";

/** A page of the platform and what stands on it when it is drawn. */
export type PageCase = {
  readonly name: string;
  readonly path: string;
  readonly ready: string;
  readonly onPhone?: boolean;
  /** Desktop pages are walked at 390 px too when this is set: kintone has no other page for phones. */
  readonly isWide?: boolean;
  readonly act?: (page: Page) => Promise<void>;
};

const everyone = { entity: { type: "GROUP", code: "everyone" } };
const text = (code: string): unknown => ({ type: "SINGLE_LINE_TEXT", code, label: code });

/** Everything that has a page, in English words only: what is Japanese on a page in English is the platform's. */
export const everyPageSeed = {
  users: [{ code: "iin", name: "Hanako Example", locale: "en", groups: ["Administrators"] }],
  apps: [
    {
      name: "Orders",
      settings: { description: "What was ordered", theme: "GREEN" },
      fields: {
        subject: { ...Object(text("subject")), required: true },
        customer: {
          type: "SINGLE_LINE_TEXT",
          code: "customer",
          label: "customer",
          lookup: {
            relatedApp: { app: "2", code: "" },
            relatedKeyField: "name",
            fieldMappings: [{ field: "town", relatedField: "town" }],
            lookupPickerFields: ["name", "town"],
            filterCond: "",
            sort: "name asc",
          },
        },
        town: text("town"),
        notes: { type: "MULTI_LINE_TEXT", code: "notes", label: "notes" },
        rich: { type: "RICH_TEXT", code: "rich", label: "rich" },
        amount: { type: "NUMBER", code: "amount", label: "amount", digit: true },
        count: { type: "NUMBER", code: "count", label: "count" },
        each: { type: "CALC", code: "each", label: "each", expression: "amount / count", format: "NUMBER" },
        due: { type: "DATE", code: "due", label: "due" },
        at: { type: "DATETIME", code: "at", label: "at" },
        time: { type: "TIME", code: "time", label: "time" },
        kind: {
          type: "DROP_DOWN",
          code: "kind",
          label: "kind",
          options: { new: { label: "new", index: "0" }, old: { label: "old", index: "1" } },
        },
        flags: {
          type: "CHECK_BOX",
          code: "flags",
          label: "flags",
          options: { a: { label: "a", index: "0" }, b: { label: "b", index: "1" } },
        },
        choice: {
          type: "RADIO_BUTTON",
          code: "choice",
          label: "choice",
          options: { yes: { label: "yes", index: "0" }, no: { label: "no", index: "1" } },
        },
        who: { type: "USER_SELECT", code: "who", label: "who" },
        link: { type: "LINK", code: "link", label: "link", protocol: "WEB" },
        files: { type: "FILE", code: "files", label: "files" },
        lines: {
          type: "SUBTABLE",
          code: "lines",
          label: "lines",
          fields: { item: text("item"), pieces: { type: "NUMBER", code: "pieces", label: "pieces" } },
        },
      },
      views: {
        table: {
          index: "0",
          type: "LIST",
          name: "table",
          fields: ["subject", "customer", "amount", "count", "each", "due", "kind", "flags", "who"],
          filterCond: "",
          sort: "amount asc",
        },
        calendar: { index: "1", type: "CALENDAR", name: "calendar", date: "due", title: "subject" },
        own: { index: "2", type: "CUSTOM", name: "own", html: "<p>own</p>", pager: true, device: "ANY" },
      },
      process: {
        enable: true,
        states: {
          draft: { name: "draft", index: "0", assignee: { type: "ONE", entities: [] } },
          done: { name: "done", index: "1", assignee: { type: "ANY", entities: [everyone] } },
        },
        actions: [{ name: "Send", from: "draft", to: "done" }],
      },
      reports: {
        reports: {
          kinds: {
            chartType: "BAR",
            chartMode: "NORMAL",
            name: "kinds",
            index: "0",
            groups: [{ code: "kind" }],
            aggregations: [{ type: "COUNT" }],
            filterCond: "",
            sorts: [],
          },
        },
      },
      acl: {
        rights: [
          {
            ...everyone,
            appEditable: true,
            recordViewable: true,
            recordAddable: true,
            recordEditable: true,
            recordDeletable: true,
            recordImportable: true,
            recordExportable: true,
          },
        ],
      },
      records: Array.from({ length: 24 }, (_, index) => ({
        subject:
          index % 5 === 0 ? `A rather long subject that needs more than one line, number ${index}` : `Order ${index}`,
        amount: String(index * 1000),
        count: String(index % 3),
        due: "2026-11-05",
        kind: index % 2 === 0 ? "new" : "old",
        flags: ["a", "b"],
      })),
    },
    {
      name: "Customers",
      fields: { name: { type: "SINGLE_LINE_TEXT", code: "name", label: "name", unique: true }, town: text("town") },
      records: [
        { name: "Example Ltd", town: "Springfield" },
        { name: "Sample Inc", town: "Shelbyville" },
      ],
    },
    { name: "Nothing yet", fields: { name: text("name") } },
  ],
};

const toMember = (code: string, isAdmin: boolean) => ({ entity: { type: "USER" as const, code }, isAdmin });

/** The walk through all of them; what a page needs beforehand is made here. */
export async function listEveryPage(platform: PagePlatform): Promise<PageCase[]> {
  const { space, record } = platform.client();
  const made = await space.addSpaceFromTemplate({
    id: 1,
    name: "Square",
    members: [toMember("admin", true), toMember("iin", false)],
  });
  const id = Number(made.id);
  await space.updateSpaceBody({ id, body: "<b>Welcome</b>" });
  await platform.call("POST", "/k/v1/space/thread.json", { space: id, name: "Questions" });
  const thread = platform.store.spaces.find(id)?.defaultThread ?? 0;
  await record.addRecordComment({
    app: 1,
    record: 1,
    comment: { text: "Please look", mentions: [{ code: "iin", type: "USER" }] },
  });
  await record.updateRecord({ app: 1, id: 1, record: { notes: { value: "One\nTwo" } } });
  const views = platform.store.apps.find(1)?.live?.views ?? [];
  const view = (name: string): string => views.find((one) => one.name === name)?.id ?? "";
  const cells = "table.recordlist-gaia tbody tr";
  const cards = ".kp-mobile-card";
  const box = "#record-gaia .control-gaia";
  return [
    { name: "portal", path: "/k/", ready: "main a" },
    { name: "space", path: `/k/#/space/${id}`, ready: "main h1" },
    { name: "thread", path: `/k/#/space/${id}/thread/${thread}`, ready: "main textarea, main h1" },
    {
      name: "list",
      path: `/k/1/?view=${view("table")}`,
      ready: cells,
      act: async (page) => {
        await page.locator("details summary").first().click();
        await page.locator(".kp-list-totals-choice select, select.kp-list-totals-choice").first().selectOption("sum");
        await page.locator("tfoot .kp-number").first().waitFor();
      },
    },
    {
      name: "filter",
      path: `/k/1/?view=${view("table")}&query=${encodeURIComponent("due = FROM_TODAY(-3, WEEKS) and amount > 1 order by due asc, amount desc")}`,
      ready: ".kp-list button[aria-expanded]",
      act: async (page) => {
        await page.locator(".kp-list button[aria-expanded]").first().click();
        await page.locator(".kp-filter-count").waitFor();
      },
    },
    {
      name: "inline edit",
      path: `/k/1/?view=${view("table")}`,
      ready: cells,
      act: async (page) => {
        await page.locator(".recordlist-edit-gaia").first().click();
        await page.locator(".recordlist-save-gaia").waitFor();
      },
    },
    { name: "calendar", path: `/k/1/?view=${view("calendar")}&date=2026-11`, ready: "main a" },
    { name: "custom view", path: `/k/1/?view=${view("own")}`, ready: ".gaia-app-indexview-customview-html" },
    { name: "empty list", path: "/k/3/", ready: "main h1" },
    { name: "record", path: "/k/1/show#record=1", ready: box },
    {
      name: "history",
      path: "/k/1/show#record=1",
      ready: box,
      act: async (page) => {
        await page.getByRole("tab").nth(1).click();
        await page.locator("[role=tabpanel] li").first().waitFor();
      },
    },
    { name: "edit", path: "/k/1/show#record=1&mode=edit", ready: "#record-gaia input" },
    {
      name: "lookup",
      path: "/k/1/edit",
      ready: "#record-gaia input",
      act: async (page) => {
        await page.locator(".kp-lookup button").first().click();
        await page.locator("dialog tbody tr").first().waitFor();
      },
    },
    { name: "create", path: "/k/1/edit", ready: "#record-gaia input" },
    { name: "print", path: "/k/1/print?record=1", ready: box },
    { name: "graph", path: `/k/1/report?report=${reportOf(platform)}`, ready: "main svg" },
    { name: "inbox", path: "/k/ntf/", ready: "main li" },
    { name: "csv", path: "/k/1/import", ready: "main input[type=file]", isWide: true },
    { name: "app settings", path: "/k/admin/app/1/", ready: "main h1", isWide: true },
    { name: "app plugins", path: "/k/admin/app/1/plugin/", ready: "main h1", isWide: true },
    { name: "tokens", path: "/k/admin/app/apitoken?app=1", ready: "main h1", isWide: true },
    { name: "plugin administration", path: "/k/admin/system/plugin/", ready: "main h1", isWide: true },
    { name: "requests", path: "/k/platform/requests", ready: "main h1", isWide: true },
    { name: "not there", path: "/k/999/", ready: "main h1" },
    { name: "portal", path: "/k/m/", ready: "main a", onPhone: true },
    { name: "space", path: `/k/m/#/space/${id}`, ready: "main h1", onPhone: true },
    { name: "thread", path: `/k/m/#/space/${id}/thread/${thread}`, ready: "main h1", onPhone: true },
    {
      name: "list",
      path: `/k/m/1/?view=${view("table")}`,
      ready: cards,
      onPhone: true,
      act: async (page) => page.locator(".kp-mobile-search summary").click(),
    },
    { name: "calendar", path: `/k/m/1/?view=${view("calendar")}&date=2026-11`, ready: "main a", onPhone: true },
    { name: "empty list", path: "/k/m/3/", ready: "main h1", onPhone: true },
    { name: "record", path: "/k/m/1/show?record=1", ready: box, onPhone: true },
    { name: "edit", path: "/k/m/1/edit?record=1", ready: "#record-gaia input", onPhone: true },
    { name: "create", path: "/k/m/1/edit", ready: "#record-gaia input", onPhone: true },
    { name: "graph", path: `/k/m/1/report?report=${reportOf(platform)}`, ready: "main svg", onPhone: true },
    { name: "inbox", path: "/k/m/ntf/", ready: "main li", onPhone: true },
  ];
}

function reportOf(platform: PagePlatform): string {
  return platform.store.apps.find(1)?.live?.reports[0]?.id ?? "";
}
