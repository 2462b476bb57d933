import { spawn } from "node:child_process";
import { writeFileSync } from "node:fs";
import { join, resolve } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { listOf, memberOf, objectOf, textOf } from "../scripts/deploy/client/json.ts";
import type { FleetReport } from "../scripts/deploy/fleet/fleet-report.ts";
import { renderFleet } from "../scripts/deploy/fleet/render-fleet.ts";
import type { TestFleet } from "./deploy/open-fleet.ts";
import { openFleet } from "./deploy/open-fleet.ts";
import { startProxy } from "./deploy/start-proxy.ts";

const root = resolve(import.meta.dirname, "..");
let towns: TestFleet;

beforeAll(async () => {
  towns = await openFleet(20);
});

afterAll(() => towns.close());

const outcomesOf = ({ municipalities }: FleetReport): Record<string, string> =>
  Object.fromEntries(municipalities.map(({ name, outcome }) => [name, outcome]));

const failureOf = ({ municipalities }: FleetReport, town: string): string =>
  municipalities.find(({ name }) => name === town)?.failure?.message ?? "";

const everyApp = ["試験 dept", "試験 issue", "試験 kpi"];

/** The label that a field of an app has in a domain. */
async function labelOf(town: string, name: string, code: string): Promise<string> {
  const client = towns.client(town);
  const apps = listOf(memberOf(await client.read("/k/v1/apps.json", { name }), "apps"));
  const app = textOf(memberOf(apps[0], "appId"));
  const { properties } = objectOf(await client.read("/k/v1/app/form/fields.json", { app }));
  return textOf(memberOf(memberOf(properties, code), "label"));
}

describe("a fleet where all is well", () => {
  it("creates the suite wave by wave, keeps each town's own words, and takes two calls a domain when nothing changed", async () => {
    towns.change("aoba", {
      overlay: { dept: { name: "課の一覧" }, kpi: { fields: { name: { label: "指標の名前" } } } },
    });
    towns.change("ishi", { overlay: { kpi: { fields: { name: { label: "ものさし" } } } } });
    const fleet = await towns.fleet({ canary: ["aoba"], wave1: ["ishi", "umi"] });
    const first = await towns.run(fleet, { withAllWaves: false });
    expect([first.exitCode, outcomesOf(first)]).toEqual([
      0,
      { aoba: "applied", ishi: "not-started", umi: "not-started" },
    ]);
    expect(renderFleet(first, "text")).toContain("組「wave1」がまだです");
    const second = await towns.run(fleet, { withAllWaves: false });
    expect(outcomesOf(second)).toEqual({ aoba: "finished", ishi: "applied", umi: "applied" });
    expect(await towns.appNames("aoba")).toEqual(["課の一覧", "試験 issue", "試験 kpi"].toSorted());
    expect(await towns.appNames("umi")).toEqual(everyApp);
    const labels = ["aoba", "ishi", "umi"].map((town) => labelOf(town, "試験 kpi", "name"));
    expect(await Promise.all(labels)).toEqual(["指標の名前", "ものさし", "名前"]);

    await Promise.all(["aoba", "ishi", "umi"].map(towns.countCalls));
    const again = await towns.run(fleet);
    expect([again.exitCode, outcomesOf(again)]).toEqual([0, { aoba: "same", ishi: "same", umi: "same" }]);
    const calls = await Promise.all(["aoba", "ishi", "umi"].map(towns.countCalls));
    expect(Math.max(...calls)).toBeLessThanOrEqual(2);
    expect(again.totals.calls).toBe(calls.reduce((sum, each) => sum + each, 0));
    const planned = await towns.run(fleet, { command: "plan" });
    expect([planned.exitCode, planned.totals.same, planned.totals.calls]).toEqual([0, 3, 6]);
  });

  it("serves only the town whose own words changed, and tells all of it as JSON, Markdown and JUnit", async () => {
    towns.change("ishi", { overlay: { kpi: { fields: { name: { label: "成果のものさし" } } } } });
    const fleet = await towns.fleet({ canary: ["aoba"], wave1: ["ishi", "umi"] });
    const planned = await towns.run(fleet, { command: "plan" });
    expect([planned.exitCode, outcomesOf(planned)]).toEqual([2, { aoba: "same", ishi: "changes", umi: "same" }]);
    const report = await towns.run(fleet, { tag: "令和8年12月" });
    expect(outcomesOf(report)).toEqual({ aoba: "finished", ishi: "applied", umi: "finished" });
    expect(await labelOf("ishi", "試験 kpi", "name")).toBe("成果のものさし");
    expect(JSON.parse(renderFleet(report, "json"))).toMatchObject({
      kind: "machi-dx-fleet-report",
      format: 1,
      exitCode: 0,
      municipalities: [
        { status: null, failure: null },
        { outcome: "applied", release: "令和8年12月" },
        { backups: null },
      ],
    });
    expect(renderFleet(report, "md")).toContain("| wave1 | ishi町 | 適用しました |");
    expect(renderFleet(report, "junit")).toContain('tests="3" failures="0" errors="0" skipped="2"');
    const status = await towns.run(fleet, { command: "status" });
    expect([status.exitCode, status.municipalities[1]?.status?.releases[0]?.tag]).toEqual([0, "令和8年12月"]);
  });
});

describe("a fleet in which one goes wrong", () => {
  it("serves the siblings of a wrong password and of missing people, then only those two when they are mended", async () => {
    towns.change("kita", { password: "geheim" });
    towns.change("minami", { isLocal: false, kind: "staging" });
    const waves = { canary: ["naka"], wave1: ["kita", "minami", "nishi"] };
    const report = await towns.run(await towns.fleet(waves, { stopAfter: 3 }));
    expect([report.exitCode, outcomesOf(report)]).toEqual([
      1,
      { naka: "applied", kita: "failed", minami: "failed", nishi: "applied" },
    ]);
    expect(failureOf(report, "kita")).toContain("ログインできませんでした");
    expect(failureOf(report, "minami")).toMatch(/グループ.*everyone|jimukyoku/u);
    expect(await towns.appNames("minami")).toEqual([]);
    const text = renderFleet(report, "text");
    expect(text).toContain("終わっていない2団体だけ");
    expect(JSON.stringify(report) + text).not.toContain("geheim");

    towns.change("kita", { password: "admin" });
    towns.change("minami", { isLocal: true, kind: "local" });
    await Promise.all(["naka", "nishi"].map(towns.countCalls));
    const rest = await towns.run(await towns.fleet(waves, { stopAfter: 3 }));
    expect([rest.exitCode, outcomesOf(rest)]).toEqual([
      0,
      { naka: "finished", kita: "applied", minami: "applied", nishi: "finished" },
    ]);
    expect(await Promise.all(["naka", "nishi"].map(towns.countCalls))).toEqual([0, 0]);
  });

  it("stops after as many failures as are allowed: a deploy that FAILs and one that is refused", async () => {
    const waves = { canary: ["ichi"], wave1: ["ni", "san"], wave2: ["yon"] };
    await towns.fleet(waves);
    const proxy = await startProxy(towns.url("ni"));
    try {
      proxy.treat(({ method, path }) =>
        method === "GET" && path.endsWith("/deploy.json") ? { json: { apps: [{ app: "1", status: "FAIL" }] } } : "pass",
      );
      towns.change("ni", { baseUrl: proxy.url });
      const match = { method: "POST", path: "/k/v1/preview/app/deploy.json" };
      await towns.arm("san", [{ match, status: 400, code: "GAIA_AP15" }]);
      const report = await towns.run(await towns.fleet(waves, { stopAfter: 2 }));
      expect([report.exitCode, outcomesOf(report)]).toEqual([
        1,
        { ichi: "applied", ni: "failed", san: "failed", yon: "not-started" },
      ]);
      expect(failureOf(report, "ni")).toContain("反映");
      expect(renderFleet(report, "text")).toContain("終わっていない3団体だけ");
    } finally {
      await proxy.close();
    }
    towns.change("ni", { baseUrl: towns.url("ni") });
    const rest = await towns.run(await towns.fleet(waves, { stopAfter: 2 }));
    expect(outcomesOf(rest)).toEqual({ ichi: "finished", ni: "applied", san: "applied", yon: "applied" });
    expect(await towns.appNames("ni")).toEqual(everyApp);
  });

  it("goes no further than a canary that fails, however many failures are allowed", async () => {
    towns.change("roku", { password: "geheim" });
    const report = await towns.run(await towns.fleet({ canary: ["roku"], wave1: ["nana"] }, { stopAfter: 9 }));
    expect(outcomesOf(report)).toEqual({ roku: "failed", nana: "not-started" });
  });
});

describe("a fleet that is cut off", () => {
  it("ends between two steps when it is asked to, and goes on from there", async () => {
    const fleet = await towns.fleet({ canary: ["tome"], wave1: ["tsugi"] });
    let steps = 0;
    const isStopping = (): boolean => {
      steps += 1;
      return steps > 8;
    };
    const stopped = await towns.run(fleet, { isStopping });
    expect([stopped.exitCode, outcomesOf(stopped)]).toEqual([1, { tome: "interrupted", tsugi: "not-started" }]);
    expect(renderFleet(stopped, "text")).toMatch(/\d+\/\d+段階まで終えて止めました/u);
    const rest = await towns.run(fleet);
    expect(outcomesOf(rest)).toEqual({ tome: "applied", tsugi: "applied" });
    expect(await towns.appNames("tome")).toEqual(everyApp);
  });

  it("loses nothing by a kill: the next run leaves alone who was done and finishes the others without a second of anything", async () => {
    const fleet = await towns.fleet({ canary: ["hana"], wave1: ["mori", "kawa"] });
    const [fleetFile, pluginFile] = ["fleet.json", "plugins.json"].map((name) => join(towns.folder, name));
    writeFileSync(fleetFile ?? "", JSON.stringify(fleet));
    writeFileSync(pluginFile ?? "", JSON.stringify(towns.plugins));
    const child = spawn(
      process.execPath,
      ["--import", "tsx", join(root, "test/deploy/fleet-child.ts"), towns.folder, fleetFile ?? "", pluginFile ?? ""],
      { cwd: root, stdio: ["ignore", "pipe", "inherit"] },
    );
    // Too busy a machine would let the run end before the kill.
    await towns.arm("kawa", [{ skip: 12, delayMs: 60_000, drop: "before", count: null }]);
    const said: string[] = [];
    const code = await new Promise((settle) => {
      child.stdout.setEncoding("utf8").on("data", (text: string) => {
        said.push(text);
        if (text.includes("wave1 kawa町: 始めます")) {
          setTimeout(() => child.kill("SIGKILL"), 150);
        }
      });
      child.once("close", (_, signal) => settle(signal));
    });
    expect([code, said.join("")]).toEqual(["SIGKILL", expect.stringContaining("hana町: 適用しました")]);
    await towns.client("kawa").write("DELETE", "/k/platform/faults.json", {});
    await towns.countCalls("hana");
    const rest = await towns.run(fleet);
    expect([rest.exitCode, outcomesOf(rest)["hana"], await towns.countCalls("hana")]).toEqual([0, "finished", 0]);
    expect(await Promise.all(["mori", "kawa"].map(towns.appNames))).toEqual([everyApp, everyApp]);
    const again = await towns.run(fleet);
    expect(outcomesOf(again)).toEqual({ hana: "same", mori: "same", kawa: "same" });
  });
});
