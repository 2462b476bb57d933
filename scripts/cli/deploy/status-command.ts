import { buildPlugins } from "../../build/build-all.ts";
import { createKintoneClient } from "../../deploy/client/kintone-client.ts";
import { createDeployment } from "../../deploy/create-deployment.ts";
import { planDeployment } from "../../deploy/engine.ts";
import { readUsage } from "../../deploy/observe/read-usage.ts";
import { buildStatus, renderStatus } from "../../deploy/report/render-status.ts";
import { answer } from "../say.ts";
import type { Command } from "./command.ts";

/** Versions, what differs from the declarations, releases and today's calls; makes no write. */
export async function runStatusCommand({ environment, format }: Command): Promise<number> {
  await buildPlugins();
  const deployment = createDeployment(environment, { withSample: false });
  const planned = await planDeployment(deployment, { check: "exact" });
  const ids = [...planned.observed.apps.values()].map(({ id }) => id);
  const status = buildStatus(deployment, planned, await readUsage(createKintoneClient(environment), ids));
  answer(renderStatus(status, format));
  return 0;
}
