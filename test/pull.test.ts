import { execFileSync } from "node:child_process";
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { KintoneRestAPIClient } from "@kintone/rest-api-client";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { AppSchema } from "../apps-schema/schema/app-schema.ts";
import type { Platform } from "../platform/server.ts";
import { createPlatform } from "../platform/server.ts";
import { inRepository, repositoryRoot } from "../scripts/cli/repository-root.ts";
import { createKintoneClient } from "../scripts/deploy/client/kintone-client.ts";
import { planDeployment } from "../scripts/deploy/engine.ts";
import type { Environment } from "../scripts/deploy/environment.ts";
import { loadEnvironment } from "../scripts/deploy/environment.ts";
import { downloadCustomize } from "../scripts/deploy/pull/download-customize.ts";
import { printDeclaration } from "../scripts/deploy/pull/print-declaration.ts";
import { pullApp } from "../scripts/deploy/pull/pull-app.ts";
import type { PulledDeclaration } from "../scripts/deploy/pull/pulled-app.ts";
import { openStateFile } from "../scripts/deploy/state/state-file.ts";
import { toDeclaration } from "../scripts/deploy/pull/to-declaration.ts";

let folder = "";
let platform: Platform;
let dept = "";
let action = "";

const text = (code: string, label: string): { type: "SINGLE_LINE_TEXT"; code: string; label: string } => ({
  type: "SINGLE_LINE_TEXT",
  code,
  label,
});

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), "machi-dx-pull-"));
  platform = await createPlatform({ dataDir: join(folder, "data"), port: 0 });
  const auth = { username: "admin", password: "admin" };
  const client = new KintoneRestAPIClient({ baseUrl: platform.url, auth });
  dept = (await client.app.addApp({ name: "課の一覧" })).app;
  await client.app.addFormFields({
    app: dept,
    properties: {
      課コード: { ...text("課コード", "課コード"), unique: true, required: true },
      課名: text("課名", "課名"),
    },
  });
  await client.app.deployApp({ apps: [{ app: dept }] });
  action = (await client.app.addApp({ name: "事業台帳" })).app;
  await client.app.addFormFields({
    app: action,
    properties: {
      事業番号: { ...text("事業番号", "事業番号"), unique: true, maxLength: "20" },
      課コード: {
        ...text("課コード", "課"),
        lookup: {
          relatedApp: { app: dept },
          relatedKeyField: "課コード",
          fieldMappings: [{ field: "課名", relatedField: "課名" }],
          lookupPickerFields: ["課名"],
          filterCond: "",
          sort: "課コード asc",
        },
      },
      課名: text("課名", "課名"),
      状況: {
        type: "DROP_DOWN",
        code: "状況",
        label: "状況",
        options: { 未着手: { label: "未着手", index: "0" }, 着手: { label: "着手", index: "1" } },
      },
      予算: { type: "NUMBER", code: "予算", label: "予算", unit: "千円", unitPosition: "AFTER", digit: true },
      見積り: { type: "NUMBER", code: "見積り", label: "見積り", unit: "¥", unitPosition: "BEFORE" },
      期限: { type: "DATE", code: "期限", label: "期限" },
      残り: { type: "NUMBER", code: "残り", label: "残り", minValue: "0" },
      時刻: { type: "TIME", code: "時刻", label: "時刻" },
      明細: {
        type: "SUBTABLE",
        code: "明細",
        label: "明細",
        fields: { 品名: text("品名", "品名"), 日時: { type: "DATETIME", code: "日時", label: "日時" } },
      },
    },
  });
  await client.app.updateViews({
    app: action,
    views: {
      着手中: {
        type: "LIST",
        index: "0",
        name: "着手中",
        fields: ["事業番号", "状況"],
        filterCond: '状況 in ("着手") and 予算 >= "10"',
        sort: "事業番号 asc",
      },
    },
  });
  await setOtherAreas(client);
  await client.app.deployApp({ apps: [{ app: action }] });
});

/** Everything else that an app can say, as an administrator sets it by hand. */
async function setOtherAreas(client: KintoneRestAPIClient): Promise<void> {
  const app = action;
  const everyone = { type: "GROUP", code: "everyone" } as const;
  const admins = { type: "GROUP", code: "Administrators" } as const;
  const creator = { type: "FIELD_ENTITY", code: "作成者" } as const;
  await client.app.updateProcessManagement({
    app,
    enable: true,
    states: {
      受付: { name: "受付", index: "0", assignee: { type: "ONE", entities: [{ entity: creator }] } },
      完了: { name: "完了", index: "1", assignee: { type: "ONE", entities: [] } },
    },
    actions: [{ name: "終える", from: "受付", to: "完了", filterCond: '状況 in ("着手")' }],
  });
  const yes = { viewable: true, editable: true, deletable: false, includeSubs: false };
  const no = { viewable: true, editable: false, deletable: false, includeSubs: false };
  await client.app.updateRecordAcl({
    app,
    rights: [
      {
        filterCond: '状況 in ("着手") and 期限 < TODAY()',
        entities: [
          { entity: admins, ...yes },
          { entity: creator, ...yes },
          { entity: everyone, ...no },
        ],
      },
    ],
  });
  await client.app.updateFieldAcl({
    app,
    rights: [
      {
        code: "予算",
        entities: [
          { accessibility: "WRITE", entity: admins, includeSubs: false },
          { accessibility: "READ", entity: everyone, includeSubs: false },
        ],
      },
    ],
  });
  const events = { recordAdded: true, recordEdited: false, statusChanged: true, fileImported: false };
  await client.app.updateGeneralNotifications({
    app,
    notifyToCommenter: true,
    notifications: [{ entity: creator, includeSubs: false, commentAdded: true, ...events }],
  });
  const targets = [{ entity: creator, includeSubs: false }];
  const perRecord = { filterCond: '状況 in ("着手")', title: "着手しました", targets };
  await client.app.updatePerRecordNotifications({ app, notifications: [perRecord] });
  await client.app.updateReminderNotifications({
    app,
    timezone: "Asia/Tokyo",
    notifications: [
      {
        timing: { code: "期限", daysLater: "-14", time: "08:30" },
        filterCond: "期限 <= FROM_TODAY(30, DAYS)",
        title: "期限の2週間前です",
        targets,
      },
    ],
  });
  await client.app.updateReports({
    app,
    reports: {
      状況ごと: {
        index: "0",
        name: "状況ごと",
        chartType: "COLUMN",
        chartMode: "STACKED",
        groups: [{ code: "状況" }, { code: "期限", per: "MONTH" }],
        aggregations: [{ type: "SUM", code: "予算" }],
        filterCond: "",
        sorts: [{ by: "TOTAL", order: "DESC" }],
      },
    },
  });
  await client.app.updateAppActions({
    app,
    actions: {
      課を足す: {
        index: "0",
        name: "課を足す",
        destApp: { app: dept },
        mappings: [{ srcType: "FIELD", srcField: "課名", destField: "課名" }],
        entities: [everyone],
        filterCond: "",
      },
    },
  });
  await client.app.updateAdminNotes({
    app,
    content: "<p>担当: <b>企画課</b>(内線 84)</p>",
    includeInTemplateAndDuplicates: true,
  });
  const { fileKey } = await client.file.uploadFile({ file: { name: "町の色.css", data: "body { color: green; }" } });
  const css = { type: "FILE", file: { fileKey } } as const;
  await client.app.updateAppCustomize({
    app,
    scope: "ALL",
    desktop: { js: [], css: [css] },
    mobile: { js: [], css: [] },
  });
}

afterAll(async () => {
  await platform.close();
  rmSync(folder, { recursive: true, force: true });
});

/** A button names a group that a role stands for. */
function peopleOf({ principals }: Environment): Environment["principals"] {
  return { ...principals, iin: { type: "GROUP", code: "everyone" } };
}

async function pull(key: "dept" | "action"): Promise<PulledDeclaration> {
  const environment = loadEnvironment("local", { KINTONE_BASE_URL: platform.url });
  const app = await pullApp(createKintoneClient(environment), key === "dept" ? dept : action);
  return toDeclaration(app, {
    key,
    toKey: (id) => (id === dept ? "dept" : id === action ? "action" : null),
    toId: (each) => (each === "dept" ? dept : action),
    principals: peopleOf(environment),
  });
}

function relabel(fields: AppSchema["fields"], code: string): AppSchema["fields"] {
  const field = fields[code];
  return field === undefined ? fields : { ...fields, [code]: { ...field, label: "変えた名前" } };
}

describe("an app made by hand", () => {
  it("is pulled as far as declarations have words, and the rest is listed as it is", async () => {
    const { schema, leftOut } = await pull("action");
    expect(schema).toMatchObject({ key: "action", name: "事業台帳", keyField: "事業番号" });
    expect(schema.fields).toMatchObject({
      事業番号: { type: "SINGLE_LINE_TEXT", unique: true, maxLength: 20 },
      課コード: { type: "LOOKUP", app: "dept", copies: { 課名: "課名" } },
      状況: { type: "DROP_DOWN", options: ["未着手", "着手"] },
      予算: { type: "NUMBER", unit: "千円", grouped: true },
      明細: { type: "SUBTABLE", fields: { 品名: { type: "SINGLE_LINE_TEXT" } } },
    });
    expect(schema.views).toEqual([
      {
        type: "LIST",
        name: "着手中",
        columns: ["事業番号", "状況"],
        where: [
          { field: "状況", operator: "in", values: ["着手"] },
          { field: "予算", operator: ">=", value: "10" },
        ],
        joint: "and",
        sort: [["事業番号", "asc"]],
      },
    ]);
    expect(leftOut.map(({ path }) => path)).toEqual(
      expect.arrayContaining(["fields.残り", "fields.時刻", "fields.明細.fields.日時"]),
    );
    expect(leftOut.find(({ path }) => path === "fields.残り")?.value).toMatchObject({ minValue: "0" });
    expect(Object.keys(schema.fields)).not.toContain("残り");
  });

  it("has its process, rights, notices, graphs, buttons and notes in the declaration", async () => {
    const { schema, leftOut } = await pull("action");
    expect(schema).toMatchObject({
      fields: { 見積り: { unit: "¥", unitPosition: "BEFORE" } },
      process: {
        states: [
          { name: "受付", assignees: "creator" },
          { name: "完了", assignees: [] },
        ],
      },
      recordPermissions: [
        {
          where: [
            { field: "状況", operator: "in", values: ["着手"] },
            { field: "期限", operator: "<", call: "TODAY()" },
          ],
          lines: [
            { whom: "administrators", may: ["view", "edit"] },
            { whom: { field: "作成者" }, may: ["view", "edit"] },
            { whom: "everyone", may: ["view"] },
          ],
        },
      ],
      fieldPermissions: [{ field: "予算", lines: [{ access: "write" }, { whom: "everyone", access: "read" }] }],
      notifications: {
        general: [{ to: { field: "作成者" }, on: ["added", "comment", "status"] }],
        perRecord: [{ title: "着手しました", to: [{ field: "作成者" }] }],
        reminder: [
          {
            field: "期限",
            daysLater: -14,
            time: "8:30",
            where: [{ field: "期限", operator: "<=", call: "FROM_TODAY(30, DAYS)" }],
          },
        ],
      },
      reports: [
        {
          chart: "COLUMN",
          mode: "STACKED",
          groups: [{ code: "状況" }, { code: "期限", per: "MONTH" }],
          figures: [{ type: "SUM", code: "予算" }],
          order: "most-first",
        },
      ],
      actions: [{ name: "課を足す", to: "dept", copies: { 課名: "課名" }, roles: ["iin"] }],
      notes: expect.stringContaining("企画課"),
    });
    const areas = leftOut
      .map(({ path }) => path)
      .filter((path) => !/^(?:fields|layout|settings|permissions)/u.test(path));
    expect(areas).toEqual(["customize.desktop"]);
  });

  it("has its files downloaded beside the declaration", async () => {
    const client = createKintoneClient(loadEnvironment("local", { KINTONE_BASE_URL: platform.url }));
    const { areas } = await pullApp(client, action);
    const files = await downloadCustomize(client, areas.customize ?? {}, join(folder, "files"));
    expect(files).toEqual([join("desktop", "css", "1-町の色.css")]);
    expect(readFileSync(join(folder, "files", files[0] ?? ""), "utf8")).toBe("body { color: green; }");
  });

  it("is as its declaration says: planning it against the app that it came from changes nothing", async () => {
    const local = loadEnvironment("local", { KINTONE_BASE_URL: platform.url });
    const environment = {
      ...local,
      apps: { dept, action },
      principals: peopleOf(local),
    };
    const apps = [(await pull("dept")).schema, (await pull("action")).schema];
    const state = openStateFile(join(folder, "state"), environment);
    const deployment = { environment, apps, plugins: [], records: [], sample: [], state };
    const { plan } = await planDeployment(deployment, { check: "exact" });
    expect(plan.steps.filter(({ area }) => area !== "principals")).toEqual([]);
    expect(plan.consents).toEqual([]);

    const relabelled = apps.map((app) => ({ ...app, fields: relabel(app.fields, "課名") }));
    const changed = await planDeployment({ ...deployment, apps: relabelled }, { check: "exact" });
    expect(changed.plan.steps.map(({ area }) => area)).toEqual(expect.arrayContaining(["fields", "deploy"]));
  });

  it("becomes TypeScript that type-checks", async () => {
    const out = inRepository(".cache/test-pull", String(process.pid));
    mkdirSync(out, { recursive: true });
    try {
      for (const key of ["dept", "action"] as const) {
        const { schema } = await pull(key);
        writeFileSync(join(out, `${key}.ts`), printDeclaration(schema, "../../../apps-schema/schema/app-schema.ts"));
      }
      const options = { noEmit: true, composite: false, incremental: false, rootDir: repositoryRoot };
      const config = { extends: "../../../tsconfig.base.json", compilerOptions: options, include: ["*.ts"] };
      writeFileSync(join(out, "tsconfig.json"), JSON.stringify(config));
      const tsc = inRepository("node_modules/typescript/bin/tsc");
      expect(execFileSync(process.execPath, [tsc, "-p", out], { encoding: "utf8" })).toBe("");
    } finally {
      rmSync(out, { recursive: true, force: true });
    }
  });
});
