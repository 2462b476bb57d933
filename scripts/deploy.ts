import { defineMessages } from "../domain/message.ts";
import { buildPlugins } from "./build/build-all.ts";
import { createFailure } from "./cli/failure.ts";
import { parseFlags } from "./cli/parse-flags.ts";
import { runCommand } from "./cli/run-command.ts";
import { answer, say } from "./cli/say.ts";
import { createDeployment } from "./deploy/create-deployment.ts";
import { applyDeployment, observeDeployment, planDeployment } from "./deploy/engine.ts";
import { loadEnvironment } from "./deploy/environment.ts";
import type { PlanFormat } from "./deploy/report/render-plan.ts";
import { renderPlan } from "./deploy/report/render-plan.ts";
import { createProgressLines } from "./deploy/report/render-progress.ts";
import { buildStatus, renderStatus } from "./deploy/report/render-status.ts";

const messages = defineMessages({
  usage: {
    ja: "使い方: npm run deploy -- plan|apply|status --env 環境の名前 [--format text|json|md] [--no-sample]",
    en: "Usage: npm run deploy -- plan|apply|status --env NAME [--format text|json|md] [--no-sample]",
  },
  later: {
    ja: "「{verb}」は、この版にはまだありません。使えるのは plan・apply・status です。",
    en: "This version does not have “{verb}” yet. There are plan, apply and status.",
  },
  format: {
    ja: "--format に「{format}」は使えません。text・json・md のどれかを指定してください。",
    en: "--format cannot be “{format}”; use text, json or md.",
  },
  done: {
    ja: "終わりました({steps}段階)。環境「{name}」は宣言どおりです。",
    en: "Done ({steps} steps). “{name}” is as declared.",
  },
});

const laterVerbs = ["pull", "backup", "restore", "rollback"];

await runCommand(async (args) => {
  const flags = parseFlags(args, { env: "text", format: "text", "no-sample": "switch" });
  const [verb = ""] = flags.words;
  if (laterVerbs.includes(verb)) {
    say(messages.later, { verb });
    return 2;
  }
  const name = flags.text("env");
  if (name === undefined || !["plan", "apply", "status"].includes(verb)) {
    throw createFailure("invalid", messages.usage);
  }
  const format = parseFormat(flags.text("format") ?? "text");
  const environment = loadEnvironment(name);
  await buildPlugins();
  const deployment = createDeployment(environment, { withSample: !flags.isOn("no-sample") });
  if (verb === "status") {
    answer(renderStatus(buildStatus(environment, deployment, await observeDeployment(deployment)), format));
    return 0;
  }
  const planned = await planDeployment(deployment);
  answer(renderPlan(planned.plan, format));
  const isNothing = planned.plan.steps.length === 0;
  if (verb === "plan") {
    const isStopped = planned.plan.hazards.some((hazard) => hazard.level === "stop");
    return isStopped ? 1 : isNothing ? 0 : 2;
  }
  await applyDeployment(
    deployment,
    planned,
    createProgressLines((line) => console.error(line)),
  );
  if (!isNothing) {
    say(messages.done, { steps: planned.plan.steps.length, name });
  }
  return 0;
});

function parseFormat(text: string): PlanFormat {
  if (text === "text" || text === "json" || text === "md") {
    return text;
  }
  throw createFailure("invalid", messages.format, { format: text });
}
