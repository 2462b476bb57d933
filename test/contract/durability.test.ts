import { KintoneRestAPIClient, KintoneRestAPIError } from "@kintone/rest-api-client";
import { spawn } from "node:child_process";
import type { ChildProcess } from "node:child_process";
import { once } from "node:events";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { afterAll, afterEach, describe, expect } from "vitest";
import { own } from "./target/evidence.ts";
import { fact } from "./target/fact.ts";
import { watchFile } from "./target/watch-file.ts";

watchFile(() => {});

const root = resolve(import.meta.dirname, "../..");
const dataDir = mkdtempSync(join(tmpdir(), "machi-dx-durability-"));
const running = new Set<ChildProcess>();

afterEach(() => {
  for (const child of running) {
    child.kill("SIGKILL");
  }
});

afterAll(() => {
  rmSync(dataDir, { recursive: true, force: true });
});

type Started = { readonly child: ChildProcess; readonly output: () => string };

function start(): Started {
  const child = spawn(process.execPath, ["--import", "tsx", "platform/main.ts", "--port", "0", "--data", dataDir], {
    cwd: root,
    stdio: ["ignore", "pipe", "pipe"],
  });
  running.add(child);
  child.once("exit", () => running.delete(child));
  let output = "";
  for (const stream of [child.stdout, child.stderr]) {
    stream.on("data", (chunk: Buffer) => {
      output += chunk.toString();
    });
  }
  return { child, output: () => output };
}

/** Waits until the platform says that it answers. */
async function waitUntilReady({ child, output }: Started): Promise<KintoneRestAPIClient> {
  const deadline = Date.now() + 20_000;
  while (Date.now() < deadline && child.exitCode === null) {
    const [, baseUrl] = /^ready (http:\/\/localhost:\d+)$/mu.exec(output()) ?? [];
    if (baseUrl !== undefined) {
      return new KintoneRestAPIClient({ baseUrl, auth: { username: "admin", password: "admin" } });
    }
    await new Promise((done) => {
      setTimeout(done, 20);
    });
  }
  throw new Error(`the platform did not start: ${output()}`);
}

type TestRecord = {
  readonly $id: { readonly type: "__ID__"; readonly value: string };
  readonly 名: { readonly type: "SINGLE_LINE_TEXT"; readonly value: string };
  readonly 表: {
    readonly type: "SUBTABLE";
    readonly value: { readonly id: string; readonly value: { readonly 行: TestRecord["名"] } }[];
  };
};

describe("a platform that is killed", () => {
  fact(
    "has every acknowledged record and none half",
    { evidence: own("acknowledged writes survive"), timeout: 120_000 },
    async () => {
      const acknowledged = new Map<string, string>();
      let app = "";
      for (let round = 0; round < 4; round += 1) {
        const started = start();
        const client = await waitUntilReady(started);
        app = app === "" ? await createApp(client) : app;
        await expectRecords(client, app, acknowledged);
        const exited = once(started.child, "exit");
        setTimeout(() => started.child.kill("SIGKILL"), 100 + Math.random() * 400);
        const fault = await writeUntilKilled(client, { app, round, acknowledged }).catch((error: unknown) => error);
        // The kill cuts the connection; an answer of the platform would be a failure of its own.
        expect(fault).not.toBeInstanceOf(KintoneRestAPIError);
        await exited;
      }
      const last = start();
      const client = await waitUntilReady(last);
      await expectRecords(client, app, acknowledged);
      expect(acknowledged.size).toBeGreaterThan(10);
      const stopped = once(last.child, "exit");
      last.child.kill("SIGTERM");
      expect(await stopped).toEqual([0, null]);
    },
  );

  fact(
    "refuses a second process on the same folder with one line",
    { evidence: own("acknowledged writes survive"), timeout: 60_000 },
    async () => {
      const first = start();
      await waitUntilReady(first);
      const second = start();
      const [code] = await once(second.child, "exit");
      expect(code).toBe(1);
      const lines = second.output().trim().split("\n");
      expect(lines).toHaveLength(1);
      expect(lines[0]).toMatch(/使用中です.*is in use by another process/u);
    },
  );
});

async function createApp(client: KintoneRestAPIClient): Promise<string> {
  const { app } = await client.app.addApp({ name: "耐久" });
  await client.app.addFormFields({
    app,
    properties: {
      名: { type: "SINGLE_LINE_TEXT", code: "名", label: "名", unique: true },
      表: {
        type: "SUBTABLE",
        code: "表",
        label: "表",
        fields: { 行: { type: "SINGLE_LINE_TEXT", code: "行", label: "行" } },
      },
    },
  });
  await client.app.deployApp({ apps: [{ app }] });
  return app;
}

function row(text: string): { value: { 行: { value: string } } } {
  return { value: { 行: { value: text } } };
}

/** Adds pairs of records and changes one of each; remembers what was answered. */
async function writeUntilKilled(
  client: KintoneRestAPIClient,
  target: { readonly app: string; readonly round: number; readonly acknowledged: Map<string, string> },
): Promise<never> {
  const { app, round, acknowledged } = target;
  for (let count = 0; ; count += 1) {
    const names = [`${round}-${count}-a`, `${round}-${count}-b`];
    const records = names.map((name) => ({ 名: { value: name }, 表: { value: [row(name), row(name)] } }));
    const { ids } = await client.record.addRecords({ app, records });
    for (const [index, id] of ids.entries()) {
      acknowledged.set(id, names[index] ?? "");
    }
    const [id = ""] = ids;
    const changed = `${round}-${count}-c`;
    // From here on either value may be stored; the new one must be once it was answered.
    acknowledged.set(id, `${names[0]}|${changed}`);
    await client.record.updateRecord({
      app,
      id,
      record: { 名: { value: changed }, 表: { value: [row(changed), row(changed)] } },
    });
    acknowledged.set(id, changed);
  }
}

async function expectRecords(
  client: KintoneRestAPIClient,
  app: string,
  acknowledged: ReadonlyMap<string, string>,
): Promise<void> {
  const records = await client.record.getAllRecords<TestRecord>({ app });
  const stored = new Map<string, string>();
  for (const { $id, 名, 表 } of records) {
    stored.set($id.value, 名.value);
    expect(表.value.map((each) => each.value.行.value)).toEqual([名.value, 名.value]);
  }
  for (const [id, names] of acknowledged) {
    expect(names.split("|")).toContain(stored.get(id));
  }
  // The two records of one call are both there or both not.
  const added = records.map(({ 名 }) => 名.value.replace(/-[abc]$/u, ""));
  for (const name of new Set(added)) {
    expect(added.filter((each) => each === name)).toHaveLength(2);
  }
}
