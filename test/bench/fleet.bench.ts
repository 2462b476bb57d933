import { spawn } from "node:child_process";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { buildPlanRecords } from "../../scripts/deploy/desired/desired-records.ts";
import { loadEnvironment } from "../../scripts/deploy/environment.ts";
import { createFleetProgress } from "../../scripts/deploy/fleet/fleet-progress.ts";
import type { FleetReport, FleetVerb } from "../../scripts/deploy/fleet/fleet-report.ts";
import { createFleetSuite } from "../../scripts/deploy/fleet/fleet-suite.ts";
import type { Fleet, Town } from "../../scripts/deploy/fleet/load-fleet.ts";
import { runFleet } from "../../scripts/deploy/fleet/run-fleet.ts";
import { packTestPlugins } from "../deploy/pack-test-plugins.ts";

/**
 * A prefecture's 44 municipalities, each a domain of its own on one server in another process, with the whole suite: the first apply, a
 * plan and an apply when nothing changed. The ratio is to one domain alone. `MACHI_DX_FLEET=8` takes fewer.
 */
const count = Number(process.env["MACHI_DX_FLEET"] ?? "44");
const parallel = 4;
const folder = mkdtempSync(join(tmpdir(), "machi-dx-fleet-bench-"));
const server = spawn(
  process.execPath,
  [
    "--import",
    "tsx",
    "platform/main.ts",
    "--port",
    "0",
    "--data",
    join(folder, "data"),
    "--domains",
    String(count + 1),
  ],
  { stdio: ["ignore", "pipe", "inherit"] },
);
try {
  const [alone = "", ...urls] = await readUrls();
  const plugins = await packTestPlugins(folder);
  const suite = createFleetSuite({
    mode: "merge",
    plugins,
    records: buildPlanRecords(),
    stateFolder: join(folder, "state"),
  });
  const one = toFleet("one", [alone]);
  const all = toFleet("all", urls);
  console.log(
    `${count} domains, ${parallel} at a time`.padEnd(30) +
      "calls".padStart(8) +
      "time".padStart(10) +
      "ratio".padStart(8),
  );
  for (const command of ["apply", "plan", "apply"] as const) {
    const single = await run(one, command);
    const fleet = await run(all, command);
    show(`${command}, one domain`, single, single);
    show(`${command}, ${count} domains`, fleet, single);
  }

  async function run(fleet: Fleet, command: FleetVerb): Promise<FleetReport> {
    const { towns } = fleet;
    const report = await runFleet({
      fleet,
      suite,
      command,
      mode: "merge",
      allowed: new Map(),
      withAllWaves: true,
      isExact: false,
      tag: undefined,
      progress: createFleetProgress({ total: towns.length, parallel, write: () => {}, columns: null }),
      isStopping: () => false,
    });
    const failed = report.municipalities.find(({ failure }) => failure !== null);
    if (failed !== undefined) {
      throw new Error(`${failed.name}: ${failed.failure?.message}`);
    }
    return report;
  }
} finally {
  server.kill("SIGTERM");
  await new Promise((settle) => {
    server.once("close", settle);
  });
  rmSync(folder, { recursive: true, force: true });
}

function show(name: string, { totals }: FleetReport, single: FleetReport): void {
  const ratio = totals.seconds / Math.max(0.1, single.totals.seconds);
  console.log(
    name.padEnd(30) +
      String(totals.calls).padStart(8) +
      `${totals.seconds.toFixed(1)} s`.padStart(10) +
      `×${ratio.toFixed(1)}`.padStart(8),
  );
}

function toFleet(name: string, urls: readonly string[]): Fleet {
  const towns = urls.map((baseUrl, index): Town => {
    const town = `${name}-${index + 1}`;
    const environment = { ...loadEnvironment("local", { KINTONE_BASE_URL: baseUrl }), name: town, label: town };
    return { name: town, label: town, wave: index === 0 ? "canary" : "wave1", environment };
  });
  return {
    name,
    label: name,
    file: "fleet.json",
    parallel,
    stopAfter: 1,
    dailyCalls: 10_000,
    waves: ["canary", "wave1"],
    towns,
  };
}

/** The addresses of the further domains, once the server says that it is ready. */
function readUrls(): Promise<string[]> {
  let text = "";
  return new Promise((settle) => {
    server.stdout.setEncoding("utf8").on("data", (more: string) => {
      text += more;
      if (text.includes("ready ")) {
        settle([...text.matchAll(/^domain \S+ (\S+)$/gmu)].map((found) => found[1] ?? ""));
      }
    });
  });
}
