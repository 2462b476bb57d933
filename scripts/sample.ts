import { defineMessages } from "../domain/message.ts";
import { buildPlugins } from "./build/build-all.ts";
import { createFailure } from "./cli/failure.ts";
import { parseFlags } from "./cli/parse-flags.ts";
import { runCommand } from "./cli/run-command.ts";
import { answer, textOf } from "./cli/say.ts";
import { removeSample } from "./data/remove-sample.ts";
import { applyPlan } from "./deploy/apply/apply-plan.ts";
import { createKintoneClient } from "./deploy/client/kintone-client.ts";
import { createDeployment } from "./deploy/create-deployment.ts";
import { observeDeployment } from "./deploy/engine.ts";
import { buildDesiredSuite } from "./deploy/desired/build-desired-suite.ts";
import { loadEnvironment } from "./deploy/environment.ts";
import { planRecordsOnly } from "./deploy/plan/plan-suite.ts";
import { createProgressLines } from "./deploy/report/render-progress.ts";
import { openJournal } from "./deploy/state/journal.ts";
import { hasAccounts } from "./local/create-accounts.ts";
import { walkLocalSample } from "./local/walk-local-sample.ts";

const messages = defineMessages({
  usage: {
    ja: "使い方: npm run sample -- add|remove --env local",
    en: "Usage: npm run sample -- add|remove --env local",
  },
  onlyLocal: {
    ja: "見本データは手元の環境だけのものです。環境「{name}」では使えません。",
    en: "The sample is for the local platform only, not for “{name}”.",
  },
  noApps: {
    ja: "環境「{name}」にアプリがまだありません。先に npm start か npm run deploy -- apply --env {name} を実行してください。",
    en: "There are no apps in “{name}” yet. Run npm start or npm run deploy -- apply --env {name} first.",
  },
  added: { ja: "見本の記録を{count}件足しました。", en: "Added {count} sample records." },
  removed: {
    ja: "見本の記録を{count}件消しました。ほかの記録には触れていません。",
    en: "Removed {count} sample records and nothing else.",
  },
});

await runCommand(async (args) => {
  const flags = parseFlags(args, { env: "text" });
  const [verb = ""] = flags.words;
  const name = flags.text("env") ?? "local";
  if (verb !== "add" && verb !== "remove") {
    throw createFailure("invalid", messages.usage);
  }
  const environment = loadEnvironment(name);
  if (!environment.isLocal) {
    throw createFailure("invalid", messages.onlyLocal, { name });
  }
  await buildPlugins();
  const client = createKintoneClient(environment);
  const deployment = createDeployment(environment, { withSample: true, withLocalPeople: await hasAccounts(client) });
  const observed = await observeDeployment(deployment);
  const apps = new Map([...observed.apps].map(([key, app]) => [key, app.id]));
  if (deployment.sample.some(({ app }) => !apps.has(app))) {
    throw createFailure("not-found", messages.noApps, { name });
  }
  if (verb === "remove") {
    const count = await removeSample({ client, apps, schemas: deployment.apps }, deployment.sample);
    saveChoice("removed");
    answer(textOf(messages.removed, { count }));
    return 0;
  }
  const desired = buildDesiredSuite({ ...deployment, records: deployment.sample }, (key) => apps.get(key) ?? "");
  const plan = planRecordsOnly(desired, observed);
  const onProgress = createProgressLines((line) => console.error(line));
  const { state } = deployment;
  const run = openJournal(state.folder).start(name);
  await applyPlan(plan, { client, state, run, apps, onProgress });
  run.end("done", "");
  saveChoice("loaded");
  await walkLocalSample(deployment, { again: true });
  const missing = deployment.sample.flatMap(({ app, records }) =>
    records.filter(({ key }) => observed.apps.get(app)?.recordKeys?.has(key) === false),
  );
  answer(textOf(messages.added, { count: missing.length }));
  return 0;

  /** Remembered with the app it was made for, so that a later start neither brings the sample back nor misses it. */
  function saveChoice(choice: "loaded" | "removed"): void {
    for (const [key, id] of apps) {
      deployment.state.saveApp(key, { id, hasDraft: deployment.state.hasDraft(key, id) });
    }
    deployment.state.saveSample(choice);
  }
});
