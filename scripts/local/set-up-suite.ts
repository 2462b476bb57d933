import { defineMessages } from "../../domain/message.ts";
import { say } from "../cli/say.ts";
import { createKintoneClient } from "../deploy/client/kintone-client.ts";
import { createDeployment } from "../deploy/create-deployment.ts";
import { applyDeployment, planDeployment } from "../deploy/engine.ts";
import { loadEnvironment } from "../deploy/environment.ts";
import { createProgressLines } from "../deploy/report/render-progress.ts";
import { createAccounts } from "./create-accounts.ts";
import { walkLocalSample } from "./walk-local-sample.ts";

const messages = defineMessages({
  looking: { ja: "アプリの今の状態を調べています…", en: "Looking at the apps as they are…" },
  nothing: {
    ja: "アプリは前回のままです。配り直すものはありません。",
    en: "The apps are as they were. Nothing is deployed anew.",
  },
  applied: { ja: "{steps}段階を終えました。", en: "{steps} steps are done." },
});

export type SuiteReady = { readonly actionApp: string | undefined; readonly newAccounts: readonly string[] };

type Options = { readonly baseUrl: string; readonly withSample: boolean; readonly stateFolder?: string };

/** Brings accounts, apps, plugins, the plan and the sample to the platform that was just started. */
export async function setUpSuite({ baseUrl, ...options }: Options): Promise<SuiteReady> {
  // Only the address: KINTONE_… variables of the shell belong to other domains.
  const environment = loadEnvironment("local", { KINTONE_BASE_URL: baseUrl });
  const newAccounts = await createAccounts(createKintoneClient(environment));
  say(messages.looking);
  const deployment = createDeployment(environment, { ...options, withLocalPeople: true });
  const planned = await planDeployment(deployment);
  if (planned.plan.steps.length === 0) {
    say(messages.nothing);
  }
  await applyDeployment(
    deployment,
    planned,
    createProgressLines((line) => console.error(line)),
  );
  if (planned.plan.steps.length > 0) {
    say(messages.applied, { steps: planned.plan.steps.length });
  }
  await walkLocalSample(deployment);
  return { actionApp: deployment.state.appId("action"), newAccounts };
}
