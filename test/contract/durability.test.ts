import { KintoneRestAPIClient, KintoneRestAPIError } from "@kintone/rest-api-client";
import { spawn } from "node:child_process";
import type { ChildProcess } from "node:child_process";
import { once } from "node:events";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { setTimeout as wait } from "node:timers/promises";
import { afterAll, afterEach, describe, expect } from "vitest";
import { findLosses } from "./durability/find-losses.ts";
import { type Acknowledged, createLoadApp, writeUntilKilled } from "./durability/write-load.ts";
import { own } from "./target/evidence.ts";
import { fact } from "./target/fact.ts";

/** MACHI_DX_KILLS=100 is the long run; see docs/kintone/fuzz.md. */
const kills = Number(process.env["MACHI_DX_KILLS"] ?? 10);

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
  const deadline = Date.now() + 120_000;
  while (Date.now() < deadline && child.exitCode === null) {
    const [, baseUrl] = /^ready (http:\/\/localhost:\d+)$/mu.exec(output()) ?? [];
    if (baseUrl !== undefined) {
      return new KintoneRestAPIClient({ baseUrl, auth: { username: "admin", password: "admin" } });
    }
    await wait(20);
  }
  throw new Error(`the platform did not start: ${output()}`);
}

/** Kills a random moment after some writes were acknowledged: by the clock alone, a slow machine would be hit before its first write. */
async function killAmidWrites(child: ChildProcess, acknowledged: Acknowledged, load: AbortSignal): Promise<void> {
  const enough = acknowledged.texts.size + 4;
  while (acknowledged.texts.size < enough && !load.aborted) {
    await wait(5);
  }
  await wait(Math.random() * 450);
  child.kill("SIGKILL");
}

describe("a platform that is killed", () => {
  fact(
    "has every acknowledged write and none half",
    { evidence: own("acknowledged writes survive"), timeout: 60_000 + kills * 60_000 },
    async () => {
      const acknowledged: Acknowledged = { texts: new Map(), files: new Map(), steps: new Map() };
      let app = "";
      for (let round = 0; round < kills; round += 1) {
        const started = start();
        const client = await waitUntilReady(started);
        app = app === "" ? await createLoadApp(client) : app;
        expect(await findLosses(client, { app, acknowledged, round: round - 1 })).toEqual([]);
        const exited = once(started.child, "exit");
        const load = new AbortController();
        const killed = killAmidWrites(started.child, acknowledged, load.signal);
        const faults = await writeUntilKilled({ client, app, round, acknowledged });
        load.abort();
        await killed;
        // The kill cuts the connections; an answer of the platform would be a failure of its own.
        expect(faults.filter((fault) => fault instanceof KintoneRestAPIError)).toEqual([]);
        await exited;
      }
      const last = start();
      const client = await waitUntilReady(last);
      expect(await findLosses(client, { app, acknowledged, round: kills - 1 })).toEqual([]);
      expect(acknowledged.texts.size).toBeGreaterThan(kills * 3);
      process.stdout.write(
        `${kills} kills: ${acknowledged.texts.size} records, ${acknowledged.files.size} files, ${acknowledged.steps.size} processes acknowledged\n`,
      );
      const stopped = once(last.child, "exit");
      last.child.kill("SIGTERM");
      expect(await stopped).toEqual([0, null]);
    },
  );

  fact(
    "refuses a second process on the same folder with one line",
    { evidence: own("acknowledged writes survive") },
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
