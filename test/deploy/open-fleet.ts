import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { Platform } from "../../platform/server.ts";
import { createPlatform } from "../../platform/server.ts";
import type { KintoneClient } from "../../scripts/deploy/client/kintone-client.ts";
import { createKintoneClient } from "../../scripts/deploy/client/kintone-client.ts";
import { listOf, memberOf, textOf } from "../../scripts/deploy/client/json.ts";
import type { Environment } from "../../scripts/deploy/environment.ts";
import { loadEnvironment } from "../../scripts/deploy/environment.ts";
import { createFleetProgress } from "../../scripts/deploy/fleet/fleet-progress.ts";
import type { FleetReport } from "../../scripts/deploy/fleet/fleet-report.ts";
import { createFleetSuite } from "../../scripts/deploy/fleet/fleet-suite.ts";
import type { Fleet } from "../../scripts/deploy/fleet/load-fleet.ts";
import type { FleetRun } from "../../scripts/deploy/fleet/run-fleet.ts";
import { runFleet } from "../../scripts/deploy/fleet/run-fleet.ts";
import type { PackedPlugin } from "../../scripts/build/pack-plugin.ts";
import { packTestPlugins } from "./pack-test-plugins.ts";
import { smallRecords, smallSuite } from "./small-suite.ts";

/** One server with a domain for each municipality, and a fleet of them; each asks for what it needs of it. */
export type TestFleet = {
  readonly folder: string;
  readonly plugins: readonly PackedPlugin[];
  readonly fleet: (waves: Readonly<Record<string, readonly string[]>>, limits?: Partial<Fleet>) => Promise<Fleet>;
  /** As an administrator of one municipality. */
  readonly client: (town: string) => KintoneClient;
  readonly url: (town: string) => string;
  /** Another environment for a municipality: a wrong password, other words, people that are not there. */
  readonly change: (town: string, members: Partial<Environment>) => void;
  readonly run: (fleet: Fleet, parts?: Partial<FleetRun>) => Promise<FleetReport>;
  /** Faults that requests to a municipality meet on demand. */
  readonly arm: (town: string, faults: readonly object[]) => Promise<void>;
  /** Requests that arrived at a municipality since the last time this was asked. */
  readonly countCalls: (town: string) => Promise<number>;
  readonly appNames: (town: string) => Promise<string[]>;
  readonly close: () => Promise<void>;
};

export async function openFleet(deployDelayMs = 0): Promise<TestFleet> {
  const folder = mkdtempSync(join(tmpdir(), "machi-dx-fleet-"));
  const platform = await createPlatform({ dataDir: join(folder, "data"), port: 0, deployDelayMs });
  const plugins = (await packTestPlugins(folder)).map((plugin) => ({ ...plugin, key: "development" as const }));
  const urls = new Map<string, string>();
  const changes = new Map<string, Partial<Environment>>();
  const url = (town: string): string => urls.get(town) ?? "";
  const client = (town: string): KintoneClient =>
    createKintoneClient({ baseUrl: url(town), username: "admin", password: "admin" });
  return {
    folder,
    plugins,
    url,
    client,
    fleet: async (waves, limits = {}) => {
      const towns = await Promise.all(
        Object.entries(waves).flatMap(([wave, names]) =>
          names.map((name) => openTown({ platform, urls, changes }, name, wave)),
        ),
      );
      const named = { name: "ken", label: "見本県", file: "fleet.json", waves: Object.keys(waves), towns };
      return { ...named, parallel: 2, stopAfter: 1, dailyCalls: 10_000, ...limits };
    },
    change: (town, members) => changes.set(town, { ...changes.get(town), ...members }),
    run: (fleet, parts = {}) => runFleet({ ...createRun(fleet, { folder, plugins }), ...parts }),
    arm: async (town, faults) => {
      const headers = { "X-Cybozu-Authorization": btoa("admin:admin"), "Content-Type": "application/json" };
      await fetch(`${url(town)}/k/platform/faults.json`, { method: "POST", headers, body: JSON.stringify(faults) });
    },
    countCalls: async (town) => {
      const requests = await client(town).read("/k/platform/requests.json");
      await client(town).write("DELETE", "/k/platform/requests.json", {});
      return listOf(memberOf(requests, "requests")).filter(
        (each) => !textOf(memberOf(each, "path")).startsWith("/k/platform/"),
      ).length;
    },
    appNames: async (town) =>
      listOf(memberOf(await client(town).read("/k/v1/apps.json"), "apps"))
        .map((app) => textOf(memberOf(app, "name")))
        .toSorted(),
    close: async () => {
      await platform.close();
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

type Towns = {
  readonly platform: Platform;
  readonly urls: Map<string, string>;
  readonly changes: ReadonlyMap<string, Partial<Environment>>;
};

async function openTown(
  { platform, urls, changes }: Towns,
  name: string,
  wave: string,
): Promise<Fleet["towns"][number]> {
  const baseUrl = urls.get(name) ?? (await platform.openDomain()).url;
  urls.set(name, baseUrl);
  const local = loadEnvironment("local", { KINTONE_BASE_URL: baseUrl });
  const environment = { ...local, name, label: `${name}町`, ...changes.get(name) };
  return { name, label: environment.label, wave, environment };
}

/** A run as a fresh process makes it: everything it knows from before is in the state folder. */
export function createRun(
  fleet: Fleet,
  { folder, plugins }: { readonly folder: string; readonly plugins: readonly PackedPlugin[] },
): FleetRun {
  return {
    fleet,
    suite: createFleetSuite({
      mode: "merge",
      apps: smallSuite(),
      plugins,
      records: smallRecords(3),
      stateFolder: join(folder, "state"),
    }),
    command: "apply",
    mode: "merge",
    allowed: new Map(),
    withAllWaves: true,
    isExact: false,
    tag: undefined,
    progress: createFleetProgress({
      total: fleet.towns.length,
      parallel: fleet.parallel,
      write: () => {},
      columns: null,
    }),
    isStopping: () => false,
  };
}
