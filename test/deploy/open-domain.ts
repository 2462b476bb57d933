import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { AppSchema } from "../../apps-schema/schema/app-schema.ts";
import type { Platform } from "../../platform/server.ts";
import { createPlatform } from "../../platform/server.ts";
import type { KintoneClient } from "../../scripts/deploy/client/kintone-client.ts";
import { createKintoneClient } from "../../scripts/deploy/client/kintone-client.ts";
import type { ApplyReport, Deployment, PlanOptions, PlannedSuite } from "../../scripts/deploy/engine.ts";
import { applyDeployment, planDeployment } from "../../scripts/deploy/engine.ts";
import { loadEnvironment } from "../../scripts/deploy/environment.ts";
import { openStateFile } from "../../scripts/deploy/state/state-file.ts";
import type { Proxy } from "./start-proxy.ts";
import { startProxy } from "./start-proxy.ts";

/** An empty platform of its own behind a proxy that counts, for tests that deploy declarations of their own. */
export type Domain = {
  readonly folder: string;
  readonly platform: Platform;
  readonly proxy: Proxy;
  readonly client: KintoneClient;
  /** As a fresh process would see it: everything it knows from before is in the state file. */
  readonly deployment: (apps: readonly AppSchema[], parts?: Partial<Deployment>) => Deployment;
  readonly plan: (apps: readonly AppSchema[], options?: PlanOptions) => Promise<PlannedSuite>;
  readonly apply: (apps: readonly AppSchema[], options?: PlanOptions) => Promise<ApplyReport>;
  readonly close: () => Promise<void>;
};

export async function openDomain(deployDelayMs = 0): Promise<Domain> {
  const folder = mkdtempSync(join(tmpdir(), "machi-dx-domain-"));
  const platform = await createPlatform({ dataDir: join(folder, "data"), port: 0, deployDelayMs });
  const proxy = await startProxy(platform.url);
  const environment = loadEnvironment("local", { KINTONE_BASE_URL: proxy.url });
  const deployment: Domain["deployment"] = (apps, parts = {}) => ({
    environment,
    apps,
    plugins: [],
    records: [],
    sample: [],
    state: openStateFile(join(folder, "state"), environment),
    ...parts,
  });
  return {
    folder,
    platform,
    proxy,
    client: createKintoneClient({ baseUrl: platform.url, username: "admin", password: "admin" }),
    deployment,
    plan: (apps, options) => planDeployment(deployment(apps), options),
    apply: async (apps, options) => {
      const fresh = deployment(apps);
      return applyDeployment(fresh, await planDeployment(fresh, options), () => {});
    },
    close: async () => {
      await proxy.close();
      await platform.close();
      rmSync(folder, { recursive: true, force: true });
    },
  };
}
