import type { ChildProcess } from "node:child_process";
import { spawn } from "node:child_process";
import { writeFileSync } from "node:fs";
import { join, resolve } from "node:path";
import { setTimeout as wait } from "node:timers/promises";
import { describe, expect, it } from "vitest";
import { listOf, memberOf, textOf } from "../scripts/deploy/client/json.ts";
import type { Domain } from "./deploy/open-domain.ts";
import { openDomain } from "./deploy/open-domain.ts";
import { packTestPlugins } from "./deploy/pack-test-plugins.ts";
import { smallSuite } from "./deploy/small-suite.ts";

const root = resolve(import.meta.dirname, "..");
const kills = Number(process.env["MACHI_DX_KILLS"] ?? "25");
/** One child is killed this often before it may go through: each kill finds the domain in another half-done state. */
const killsPerDomain = 5;

/** A process that has loaded the engine waits for a word, so that a kill hits the work and not the loading. */
function startRun(domain: Domain, plugins: string): ChildProcess {
  const child = resolve(root, "test/deploy/deploy-child.ts");
  const args = ["--import", "tsx", child, domain.proxy.url, join(domain.folder, "state"), plugins];
  return spawn(process.execPath, args, { cwd: root, stdio: ["pipe", "ignore", "inherit"] });
}

/** Lets it work and answers how it ended: its exit code, or null after a kill. */
function letGo(child: ChildProcess): Promise<number | null> {
  child.stdin?.end("go\n");
  return new Promise((settle) => {
    child.once("close", (code) => settle(code));
  });
}

/** As far as a run gets at most between the word to kill it and its end: on a busy machine the kill may come late. */
const furthestRequest = 6;

/** Kills the run a random number of requests after its first one, and a random moment after that. */
async function killSomewhere(domain: Domain, child: ChildProcess, random: () => number): Promise<boolean> {
  let left = 1 + Math.floor(random() * 18);
  const ended = letGo(child);
  const held = { before: async () => void (await ended), fate: "lose-request" } as const;
  domain.proxy.treat(() => {
    left -= 1;
    if (left === 0) {
      void wait(random() * 12).then(() => child.kill("SIGKILL"));
    }
    return left > -furthestRequest ? "pass" : held;
  });
  return (await ended) === null;
}

/** mulberry32: a run that failed can be repeated with its seed. */
function createRandom(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d_2b_79_f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
}

async function countRecords(domain: Domain): Promise<number> {
  let count = 0;
  for (const app of domain.platform.store.apps.list()) {
    const params = { app: String(app.id), totalCount: true, query: "limit 1" };
    count += Number(textOf(memberOf(await domain.client.read("/k/v1/records.json", params), "totalCount")));
  }
  return count;
}

describe("a run that is killed", () => {
  const seeds = Array.from({ length: Math.ceil(kills / killsPerDomain) }, (_, index) => (Date.now() % 100_000) + index);

  it.each(seeds)(
    "anywhere, %#: the next one ends in the same state without a second of anything (seed %i)",
    async (seed) => {
      const random = createRandom(seed);
      const domain = await openDomain(20);
      try {
        const plugins = join(domain.folder, "plugins.json");
        writeFileSync(plugins, JSON.stringify(await packTestPlugins(domain.folder)));
        let hits = 0;
        let next = startRun(domain, plugins);
        for (let count = 0; count < killsPerDomain; count += 1) {
          const child = next;
          // The next one loads while this one works.
          next = startRun(domain, plugins);
          hits += (await killSomewhere(domain, child, random)) ? 1 : 0;
        }
        expect(hits).toBeGreaterThan(killsPerDomain / 2);
        domain.proxy.treat(() => "pass");
        expect(await letGo(next)).toBe(0);

        const apps = domain.platform.store.apps.list();
        expect(apps.map(({ preview }) => preview.general.name).toSorted()).toEqual(
          smallSuite()
            .map(({ name }) => name)
            .toSorted(),
        );
        expect(apps.every(({ live }) => live !== null)).toBe(true);
        expect(await countRecords(domain)).toBe(3 * 30);
        const views = apps.flatMap(({ live }) => live?.views.map(({ name }) => name) ?? []);
        expect(views.toSorted()).toEqual(["一覧", "一覧", "一覧", "（作業者が自分）"].toSorted());
        const installed = listOf(memberOf(await domain.client.read("/k/v1/plugins.json"), "plugins"));
        expect(installed).toHaveLength(2);
        const { plan } = await domain.plan(smallSuite(), { check: "exact" });
        expect([plan.steps, plan.hazards]).toEqual([[], []]);
      } finally {
        await domain.close();
      }
    },
    600_000,
  );
});
