import { afterAll, afterEach, beforeAll, describe, expect } from "vitest";
import { KintoneRestAPIClient } from "@kintone/rest-api-client";
import { spawn } from "node:child_process";
import { once } from "node:events";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { createInterface } from "node:readline";
import { fileURLToPath } from "node:url";
import { startTestPlatform, type TestPlatform } from "./harness.ts";
import { documented, guess, observed, own } from "./target/evidence.ts";
import { fact } from "./target/fact.ts";

let platform: TestPlatform;

beforeAll(async () => {
  platform = await startTestPlatform();
});

afterAll(async () => {
  await platform.close();
});

type Properties = Record<string, unknown>;

const text = (code: string, more: object = {}) => ({
  [code]: { type: "SINGLE_LINE_TEXT", code, label: code, ...more },
});
const options = (...names: string[]) =>
  Object.fromEntries(names.map((name, index) => [name, { label: name, index: String(index) }]));

async function createApp(target: TestPlatform, properties: Properties): Promise<string> {
  const { app } = await target.client().app.addApp({ name: "反映" });
  const { status } = await target.call("POST", "/k/v1/preview/app/form/fields.json", { body: { app, properties } });
  expect(status).toBe(200);
  return app;
}

const putFields = (app: string, properties: Properties) =>
  platform.call("PUT", "/k/v1/preview/app/form/fields.json", { body: { app, properties } });

async function statusOf(target: TestPlatform, ...apps: string[]): Promise<string[]> {
  const answer = await target.client().app.getDeployStatus({ apps });
  return answer.apps.map(({ status }) => status);
}

/** The platform as its own process, with a deploy delay that never ends. */
async function spawnPlatform(dataDir: string): Promise<{ url: string; kill: () => Promise<void> }> {
  const main = fileURLToPath(new URL("../../platform/main.ts", import.meta.url));
  const args = ["--import", "tsx", main, "--port", "0", "--data", dataDir, "--deploy-delay", "600000"];
  const child = spawn(process.execPath, args, { stdio: ["ignore", "pipe", "inherit"] });
  const exited = once(child, "exit");
  for await (const line of createInterface(child.stdout)) {
    if (line.startsWith("ready ")) {
      const kill = async (): Promise<void> => {
        child.kill("SIGKILL");
        await exited;
      };
      return { url: line.slice("ready ".length), kill };
    }
  }
  throw new Error("the platform did not start");
}

describe("deploying", () => {
  fact(
    "answers SUCCESS at the first poll when there is no delay",
    { evidence: observed("2026-04", "kintone-emulator notes") },
    async () => {
      const app = await createApp(platform, text("題"));
      await expect(platform.client().app.deployApp({ apps: [{ app }] })).resolves.toEqual({});
      await expect(statusOf(platform, app)).resolves.toEqual(["SUCCESS"]);
      const { properties } = await platform.client().app.getFormFields({ app });
      expect(properties).toHaveProperty("題");
    },
  );

  fact(
    "keeps preview and live apart until the next deploy, and takes changes back with revert",
    { evidence: documented("developer site: deploy app settings") },
    async () => {
      const client = platform.client();
      const app = await createApp(platform, text("題"));
      await client.app.deployApp({ apps: [{ app }] });
      await client.app.updateAppSettings({ app, name: "変更後" });
      await expect(client.app.getApp({ id: app })).resolves.toMatchObject({ name: "反映" });
      await client.app.deployApp({ apps: [{ app }], revert: true });
      await expect(client.app.getAppSettings({ app, preview: true })).resolves.toMatchObject({ name: "反映" });
      const fresh = await client.app.addApp({ name: "未反映" });
      await expect(client.app.deployApp({ apps: [{ app: fresh.app }], revert: true })).rejects.toMatchObject({
        code: "GAIA_AP01",
      });
    },
  );

  fact(
    "refuses an old revision, an unknown app and an empty list",
    { evidence: documented("developer site: deploy app settings") },
    async () => {
      const client = platform.client();
      const app = await createApp(platform, text("題"));
      await expect(client.app.deployApp({ apps: [{ app, revision: 2 }] })).rejects.toMatchObject({ code: "GAIA_CO02" });
      await expect(client.app.deployApp({ apps: [{ app, revision: 3 }] })).resolves.toEqual({});
      await expect(client.app.deployApp({ apps: [{ app: 999_999_999 }] })).rejects.toMatchObject({ code: "GAIA_AP01" });
      await expect(client.app.deployApp({ apps: [] })).rejects.toMatchObject({ code: "CB_VA01" });
    },
  );

  fact(
    "makes apps that refer to each other live together",
    { evidence: documented("developer site: deploy app settings") },
    async () => {
      const client = platform.client();
      const key = (code: string) => text(code, { unique: true });
      const first = await createApp(platform, { ...key("番号"), ...text("写し") });
      const second = await createApp(platform, { ...key("番号"), ...text("写し") });
      const lookup = (app: string) => ({
        ...text("参照", {
          lookup: {
            relatedApp: { app },
            relatedKeyField: "番号",
            fieldMappings: [{ field: "写し", relatedField: "番号" }],
          },
        }),
      });
      for (const [app, other] of [
        [first, second],
        [second, first],
      ] as const) {
        const { status } = await platform.call("POST", "/k/v1/preview/app/form/fields.json", {
          body: { app, properties: lookup(other) },
        });
        expect(status).toBe(200);
      }
      await expect(client.app.deployApp({ apps: [{ app: first }] })).rejects.toMatchObject({ code: "GAIA_AP01" });
      await client.app.deployApp({ apps: [{ app: first }, { app: second }] });
      await expect(statusOf(platform, first, second)).resolves.toEqual(["SUCCESS", "SUCCESS"]);
      await putFields(second, { 番号: { type: "SINGLE_LINE_TEXT", unique: false } });
      await expect(client.app.deployApp({ apps: [{ app: second }] })).rejects.toMatchObject({ code: "GAIA_LO03" });
    },
  );

  fact(
    "ends in FAIL and CANCEL, with nothing live, when stored values repeat in a field that becomes unique",
    { evidence: observed("2026-04", "kintone-emulator notes") },
    async () => {
      const client = platform.client();
      const app = await createApp(platform, text("番号"));
      const other = await createApp(platform, text("題"));
      await client.app.deployApp({ apps: [{ app }, { app: other }] });
      await client.record.addRecords({ app, records: [{ 番号: { value: "1" } }, { 番号: { value: "1" } }] });
      await putFields(app, { 番号: { type: "SINGLE_LINE_TEXT", unique: true } });
      await client.app.updateAppSettings({ app: other, name: "道連れ" });
      await client.app.deployApp({ apps: [{ app }, { app: other }] });
      await expect(statusOf(platform, app, other)).resolves.toEqual(["FAIL", "CANCEL"]);
      await expect(client.app.getApp({ id: other })).resolves.toMatchObject({ name: "反映" });
      const { properties } = await client.app.getFormFields({ app });
      expect(properties["番号"]).toMatchObject({ unique: false });
      await client.record.deleteRecords({ app, ids: [1] });
      await client.app.deployApp({ apps: [{ app }] });
      await expect(statusOf(platform, app)).resolves.toEqual(["SUCCESS"]);
      await expect(client.record.addRecord({ app, record: { 番号: { value: "1" } } })).rejects.toMatchObject({
        code: "CB_VA01",
      });
    },
  );
});

describe("stored records after a deploy", () => {
  fact(
    "lose the values of deleted fields for good, keep those of removed options and follow new names",
    { evidence: guess("as the settings page warns: deleted fields lose their data"), needs: "doors" },
    async () => {
      const client = platform.client();
      const choice = { type: "DROP_DOWN", code: "区分", label: "区分", options: options("甲", "乙") };
      const boxes = { type: "CHECK_BOX", code: "印", label: "印", options: options("赤", "青") };
      const app = await createApp(platform, {
        ...text("題"),
        区分: choice,
        表: { type: "SUBTABLE", code: "表", label: "表", fields: { 印: boxes, ...text("列") } },
      });
      await client.app.deployApp({ apps: [{ app }] });
      const row = { value: { 印: { value: ["赤", "青"] }, 列: { value: "あ" } } };
      for (const value of ["甲", "乙"]) {
        await client.record.addRecord({
          app,
          record: { 題: { value: "消える" }, 区分: { value }, 表: { value: [row] } },
        });
      }
      await client.app.deleteFormFields({ app, fields: ["題", "列"] });
      await putFields(app, {
        区分: { type: "DROP_DOWN", options: { 甲: { label: "甲種", index: 0 } } },
        表: {
          type: "SUBTABLE",
          fields: { 印: { type: "CHECK_BOX", options: { 赤: { label: "朱", index: 0 }, 青: { index: 1 } } } },
        },
      });
      await client.app.deployApp({ apps: [{ app }] });
      const { records } = await client.record.getRecords({ app, query: "order by $id asc" });
      expect(records.map((record) => record["区分"]?.value)).toEqual(["甲種", "乙"]);
      expect(records[0]).not.toHaveProperty("題");
      expect(JSON.stringify([...platform.platform.store.records.all(Number(app)).values()])).not.toMatch(/消える|あ/u);
      expect(records[0]?.["表"]?.value).toMatchObject([{ value: { 印: { value: ["朱", "青"] } } }]);
      await platform.call("POST", "/k/v1/preview/app/form/fields.json", { body: { app, properties: text("題") } });
      await client.app.deployApp({ apps: [{ app }] });
      const { record } = await client.record.getRecord({ app, id: 1 });
      expect(record["題"]?.value).toBe("");
    },
  );

  fact("lose the attachments of a deleted field", { evidence: guess("as the values of a deleted field") }, async () => {
    const client = platform.client();
    const app = await createApp(platform, { ...text("題"), 添付: { type: "FILE", code: "添付", label: "添付" } });
    await client.app.deployApp({ apps: [{ app }] });
    const { fileKey } = await client.file.uploadFile({ file: { name: "a.txt", data: "a" } });
    const { id } = await client.record.addRecord({ app, record: { 添付: { value: [{ fileKey }] } } });
    const { record } = await client.record.getRecord({ app, id });
    const attached = record["添付"];
    const key = attached?.type === "FILE" ? (attached.value[0]?.fileKey ?? "") : "";
    await expect(client.file.downloadFile({ fileKey: key })).resolves.toBeDefined();
    await client.app.deleteFormFields({ app, fields: ["添付"] });
    await expect(client.file.downloadFile({ fileKey: key })).resolves.toBeDefined();
    await client.app.deployApp({ apps: [{ app }] });
    await expect(client.file.downloadFile({ fileKey: key })).rejects.toThrow(/404|GAIA_BL01/u);
  });

  fact(
    "keep their status under its new name",
    { evidence: documented("developer site: update process management settings") },
    async () => {
      const client = platform.client();
      const app = await createApp(platform, text("題"));
      const nobody = { type: "ONE" as const, entities: [] };
      const states = {
        起案: { name: "起案", index: 0, assignee: nobody },
        確認: { name: "確認", index: 1, assignee: nobody },
      };
      const actions = [{ name: "送る", from: "起案", to: "確認" }];
      await client.app.updateProcessManagement({ app, enable: true, states, actions });
      await client.app.deployApp({ apps: [{ app }] });
      const { id } = await client.record.addRecord({ app, record: {} });
      await client.record.updateRecordStatus({ app, id, action: "送る" });
      await client.app.updateProcessManagement({
        app,
        states: { 起案: { index: 0 }, 確認: { name: "承認", index: 1 } },
      });
      await client.app.deployApp({ apps: [{ app }] });
      const { record } = await client.record.getRecord({ app, id });
      expect(record["ステータス"]?.value).toBe("承認");
    },
  );

  fact(
    "are still looked up after the source renamed its key field",
    { evidence: guess("settings follow a new field code") },
    async () => {
      const client = platform.client();
      const source = await createApp(platform, { ...text("番号", { unique: true }), ...text("名") });
      await client.app.deployApp({ apps: [{ app: source }] });
      await client.record.addRecord({ app: source, record: { 番号: { value: "A" }, 名: { value: "名前" } } });
      const app = await createApp(platform, {
        ...text("参照", {
          lookup: {
            relatedApp: { app: source },
            relatedKeyField: "番号",
            fieldMappings: [{ field: "写し", relatedField: "名" }],
          },
        }),
        ...text("写し"),
      });
      await client.app.deployApp({ apps: [{ app }] });
      await putFields(source, { 番号: { type: "SINGLE_LINE_TEXT", code: "新番号" } });
      await client.app.deployApp({ apps: [{ app: source }] });
      const { properties } = await client.app.getFormFields({ app });
      expect(properties["参照"]).toMatchObject({ lookup: { relatedKeyField: "新番号" } });
      const { id } = await client.record.addRecord({ app, record: { 参照: { value: "A" } } });
      const { record } = await client.record.getRecord({ app, id });
      expect(record["写し"]?.value).toBe("名前");
    },
  );
});

describe("a deploy that takes time", () => {
  const open: TestPlatform[] = [];
  const start = async (settings: Parameters<typeof startTestPlatform>[0]): Promise<TestPlatform> => {
    const started = await startTestPlatform(settings);
    open.push(started);
    return started;
  };

  afterEach(async () => {
    for (const started of open.splice(0)) {
      await started.close();
    }
  });

  /** What is answered while a deploy runs; on a machine so busy that the deploy ended meanwhile, again with a longer one. */
  const askDuringDeploy = async (
    deployDelayMs: number,
  ): Promise<{ slow: TestPlatform; app: string; outcomes: readonly PromiseSettledResult<unknown>[] }> => {
    const slow = await start({ deployDelayMs });
    const client = slow.client();
    const app = await createApp(slow, text("題"));
    const begin = performance.now();
    await client.app.deployApp({ apps: [{ app }] });
    const outcomes = await Promise.allSettled([
      statusOf(slow, app),
      client.app.updateAppSettings({ app, name: "途中" }),
      client.app.deployApp({ apps: [{ app }] }),
      client.app.getApp({ id: app }),
    ]);
    const isSure = performance.now() - begin < deployDelayMs;
    return isSure ? { slow, app, outcomes } : askDuringDeploy(deployDelayMs * 4);
  };

  fact(
    "is PROCESSING first and refuses settings until it has ended",
    { evidence: documented("developer site: deploy app settings"), needs: "doors" },
    async () => {
      const { slow, app, outcomes } = await askDuringDeploy(300);
      const client = slow.client();
      expect(outcomes).toMatchObject([
        { status: "fulfilled", value: ["PROCESSING"] },
        { status: "rejected", reason: { code: "GAIA_DA02", status: 503 } },
        { status: "rejected", reason: { code: "GAIA_DA02" } },
        { status: "rejected", reason: { code: "GAIA_AP01" } },
      ]);
      await expect.poll(() => statusOf(slow, app)).toEqual(["SUCCESS"]);
      await expect(client.app.getApp({ id: app })).resolves.toMatchObject({ appId: app });
      await expect(client.app.updateAppSettings({ app, name: "後" })).resolves.toHaveProperty("revision");
    },
  );

  fact(
    "is ended at the next start when its process was killed",
    { evidence: own("a deploy cut by a kill is ended") },
    async () => {
      const dataDir = mkdtempSync(join(tmpdir(), "machi-dx-deploy-"));
      const { url, kill } = await spawnPlatform(dataDir);
      try {
        const client = new KintoneRestAPIClient({ baseUrl: url, auth: { username: "admin", password: "admin" } });
        const { app } = await client.app.addApp({ name: "中断" });
        await client.app.deployApp({ apps: [{ app }] });
        await expect(client.app.getDeployStatus({ apps: [app] })).resolves.toEqual({
          apps: [{ app, status: "PROCESSING" }],
        });
        await kill();
        const next = await start({ dataDir });
        await expect(statusOf(next, app)).resolves.toEqual(["SUCCESS"]);
        await expect(next.client().app.getApp({ id: app })).resolves.toMatchObject({ appId: app, name: "中断" });
      } finally {
        await kill();
        for (const started of open.splice(0)) {
          await started.close();
        }
        rmSync(dataDir, { recursive: true, force: true });
      }
    },
  );
});
