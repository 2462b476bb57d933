import { buildPlugins } from "../../build/build-all.ts";
import { createKintoneClient } from "../../deploy/client/kintone-client.ts";
import { listOf, memberOf, textOf } from "../../deploy/client/json.ts";
import { createDeployment } from "../../deploy/create-deployment.ts";
import type { Deployment } from "../../deploy/engine.ts";
import { planDeployment } from "../../deploy/engine.ts";
import { findDrift } from "../../deploy/release/find-drift.ts";
import { hashDeclared, listReleases } from "../../deploy/release/release-store.ts";
import { buildStatus, renderStatus } from "../../deploy/report/render-status.ts";
import type { Usage } from "../../deploy/report/render-status.ts";
import { answer } from "../say.ts";
import type { Command } from "./command.ts";

/** Versions, what differs from the declarations, releases and today's calls; makes no write. */
export async function runStatusCommand({ environment, format }: Command): Promise<number> {
  await buildPlugins();
  const deployment = createDeployment(environment, { withSample: false });
  const planned = await planDeployment(deployment, { check: "exact" });
  const ids = [...planned.observed.apps.values()].map(({ id }) => id);
  const status = buildStatus(environment, deployment, {
    ...planned,
    isDrift: findDrift(deployment, planned),
    releases: listReleases(deployment.state.folder),
    declared: hashDeclared(deployment),
    usage: await readUsage(deployment, ids),
  });
  answer(renderStatus(status, format));
  return 0;
}

/** Only system administrators may ask, and only some contracts have it: without an answer the status goes without. */
async function readUsage({ environment }: Deployment, ids: readonly string[]): Promise<ReadonlyMap<string, Usage>> {
  const client = createKintoneClient(environment);
  const usage = new Map<string, Usage>();
  try {
    for (let offset = 0; ; offset += 100) {
      const answered = await client.read("/k/v1/apps/statistics.json", { limit: 100, offset });
      const apps = listOf(memberOf(answered, "apps"));
      for (const app of apps) {
        const [requests, records] = ["dailyRequestCount", "recordCount"].map((name) =>
          Number(textOf(memberOf(app, name))),
        );
        usage.set(textOf(memberOf(app, "id")), { requests: requests ?? 0, records: records ?? 0 });
      }
      if (apps.length < 100 || ids.every((id) => usage.has(id))) {
        return usage;
      }
    }
  } catch {
    return new Map();
  }
}
