import { createInterface } from "node:readline/promises";
import { defineMessages } from "../../../domain/message.ts";
import { SuiteError } from "../../../domain/suite-error.ts";
import { listPluginNames } from "../../../webpack.config.ts";
import { buildPlugins } from "../../build/build-all.ts";
import { prebuiltPlugins } from "../../build/prebuilt-plugins.ts";
import { loadPluginKey } from "../../build/plugin-key.ts";
import { createDeployment } from "../../deploy/create-deployment.ts";
import type { Deployment, PlannedSuite } from "../../deploy/engine.ts";
import { applyDeployment, planDeployment } from "../../deploy/engine.ts";
import { refuseDevelopmentKeys } from "../../deploy/people/refuse-development-keys.ts";
import { refuseMissingApps } from "../../deploy/people/refuse-missing-apps.ts";
import { invertRenames } from "../../deploy/release/invert-renames.ts";
import { keepRelease, nameRelease } from "../../deploy/release/keep-release.ts";
import { checkTag, listReleases, loadRelease } from "../../deploy/release/release-store.ts";
import { loadSavedPlan, refuseMoved, savePlan } from "../../deploy/release/saved-plan.ts";
import { buildReport, toSavedBackup } from "../../deploy/report/build-report.ts";
import { createProgressLines, loadDurations, saveDurations } from "../../deploy/report/render-progress.ts";
import { renderReport } from "../../deploy/report/render-report.ts";
import { renderOutcome } from "../../deploy/report/render-text.ts";
import type { Report, SavedBackup } from "../../deploy/report/report.ts";
import { toAppNames } from "../../deploy/report/report.ts";
import { createFailure } from "../failure.ts";
import { answer, say, textOf } from "../say.ts";
import type { Command } from "./command.ts";
import { parseMode } from "./command.ts";

const messages = defineMessages({
  noRelease: {
    ja: "戻す先を --release で指定してください。ある名前は npm run deploy -- status --env {name} で分かります。",
    en: "Say with --release what to go back to; npm run deploy -- status --env {name} lists them.",
  },
  planOrRelease: {
    ja: "--plan は apply にだけ使えます。--save-plan は plan にだけ使えます。",
    en: "--plan goes with apply only, --save-plan with plan only.",
  },
  confirm: { ja: "この計画のとおりに変えますか? (y/N) ", en: "Apply this plan? (y/N) " },
  refused: {
    ja: "何も変えていません。上の【中止】の所を直してから、もう一度実行してください。",
    en: "Nothing was changed. Mend what is marked [stop] above, then run again.",
  },
  declined: { ja: "やめました。何も変えていません。", en: "Not applied; nothing was changed." },
  saved: { ja: "計画を {file} に保存しました。", en: "Saved the plan to {file}" },
});

type Verb = "plan" | "apply" | "rollback";

/** `plan`, `apply` and `rollback`: one way to plan, one way to show it, one way to carry it out. */
export async function runPlanCommand(verb: Verb, command: Command): Promise<number> {
  const { flags, environment } = command;
  const planFile = flags.text("plan");
  const saveFile = flags.text("save-plan");
  if ((planFile !== undefined && verb !== "apply") || (saveFile !== undefined && verb !== "plan")) {
    throw createFailure("invalid", messages.planOrRelease);
  }
  if (verb === "rollback" && flags.text("release") === undefined) {
    throw createFailure("invalid", messages.noRelease, { name: environment.name });
  }
  const saved = planFile === undefined ? null : loadSavedPlan(planFile, environment);
  const mode = saved?.mode ?? parseMode(flags);
  const allowed = saved?.allowed ?? flags.list("allow-delete");
  const withSample = saved?.withSample ?? !flags.isOn("no-sample");
  // Of `apply`, `--release` names what is applied; of `plan` and `rollback`, what is gone back to.
  const target = saved?.release ?? (verb === "apply" ? null : (flags.text("release") ?? null));
  const deployment = await openDeployment(command, { withSample, release: target });
  const tag = verb === "apply" ? flags.text("release") : undefined;
  if (tag !== undefined) {
    checkTag(deployment.state.folder, tag);
  }
  const isExact = flags.isOn("exact") || planFile !== undefined || saveFile !== undefined;
  const planned = await planDeployment(deployment, {
    mode,
    allowed: [...allowed],
    check: isExact ? "exact" : verb === "apply" ? "trust" : "stamp",
  });
  refuseMissingApps(environment, planned.observed.apps);
  if (saved !== null && planFile !== undefined) {
    refuseMoved(planFile, saved, planned.plan);
  }
  const report = buildReport(verb, { deployment, planned, target });
  if (saveFile !== undefined) {
    const { name, baseUrl } = environment;
    savePlan(saveFile, {
      environment: name,
      baseUrl,
      mode,
      allowed: [...allowed],
      withSample,
      release: target,
      plan: planned.plan,
    });
    say(messages.saved, { file: saveFile });
  }
  if (verb === "plan" || report.exitCode === 4) {
    show(report, command, deployment);
    return report.exitCode;
  }
  return applyReported({ command, deployment, planned, report, tag });
}

async function openDeployment(
  { environment }: Command,
  options: { readonly withSample: boolean; readonly release: string | null },
): Promise<Deployment> {
  if (options.release === null) {
    if (prebuiltPlugins() === null) {
      // Before anything is built, which takes its time.
      refuseDevelopmentKeys(
        environment,
        listPluginNames().filter((name) => loadPluginKey(name).isDevelopment),
      );
    }
    await buildPlugins();
  }
  const deployment = createDeployment(environment, { withSample: options.withSample });
  const chosen = options.release === null ? deployment : goBack(deployment, options.release);
  const unfit = chosen.plugins.filter(({ key }) => key === "development");
  refuseDevelopmentKeys(
    environment,
    unfit.map(({ plugin }) => plugin),
  );
  return chosen;
}

/** What was declared then; records are left alone, they are no part of a release. */
function goBack(deployment: Deployment, tag: string): Deployment {
  const { folder } = deployment.state;
  const release = loadRelease(folder, tag);
  const [newest] = listReleases(folder);
  const apps = invertRenames(release.apps, newest?.apps ?? []);
  return { ...deployment, apps, plugins: release.plugins, records: [], sample: [] };
}

function show(report: Report, { format }: Command, deployment: Deployment): void {
  answer(renderReport(report, format, toAppNames(deployment.apps)));
}

type Application = {
  readonly command: Command;
  readonly deployment: Deployment;
  readonly planned: PlannedSuite;
  readonly report: Report;
  readonly tag: string | undefined;
};

/** As text the plan comes before the work and the outcome after it; for programs there is one answer at the end. */
async function applyReported(application: Application): Promise<number> {
  const { command, deployment, planned, report, tag } = application;
  const isText = command.format === "text";
  if (isText) {
    show(report, command, deployment);
  }
  if (isText && report.exitCode === 1) {
    // The reasons stand in the plan that was just shown.
    say(messages.refused);
    return report.exitCode;
  }
  if (planned.plan.steps.length > 0 && report.exitCode !== 1 && !(await isConfirmed(command))) {
    say(messages.declined);
    return report.exitCode;
  }
  const { folder } = deployment.state;
  const name = nameRelease(deployment, tag, report.command === "rollback");
  const startedAt = Date.now();
  let stepsDone = 0;
  const progress = createProgressLines((line) => console.error(line), {
    steps: planned.plan.steps,
    durations: loadDurations(folder),
    onMeasured: (durations) => saveDurations(folder, durations),
  });
  const finish = (
    failure: SuiteError | null,
    backups: readonly SavedBackup[] | null,
    release: string | null,
  ): Report => ({
    ...report,
    exitCode: failure === null ? 0 : 1,
    apply: {
      outcome: failure === null ? "done" : stepsDone === 0 ? "refused" : "stopped",
      stepsDone,
      stepsTotal: planned.plan.steps.length,
      seconds: Math.round((Date.now() - startedAt) / 1000),
      failure: failure === null ? null : { code: failure.code, message: failure.message },
    },
    backups,
    release,
  });
  try {
    const onProgress = (each: Parameters<typeof progress>[0]): void => {
      stepsDone = each.done;
      progress(each);
    };
    const { backups } = await applyDeployment(deployment, planned, onProgress, name);
    const done = finish(
      null,
      backups.map((each) => toSavedBackup(report.environment.name, each)),
      keepRelease(deployment, name),
    );
    if (isText) {
      // What was saved was said before the first write, where it is needed should the run be cut off.
      renderOutcome({ ...done, backups: null }).forEach((line) => console.error(line));
    } else {
      show(done, command, deployment);
    }
    return 0;
  } catch (error) {
    if (error instanceof SuiteError && !isText) {
      show(finish(error, null, null), command, deployment);
      console.error(error.message);
      return 1;
    }
    throw error;
  }
}

/** Nobody is asked where nobody sits in front of it: a build server gets what it was told to do. */
async function isConfirmed({ flags, format }: Command): Promise<boolean> {
  if (flags.isOn("yes") || format !== "text" || !process.stdin.isTTY || !process.stdout.isTTY) {
    return true;
  }
  const lines = createInterface({ input: process.stdin, output: process.stderr });
  const said = await lines.question(textOf(messages.confirm));
  lines.close();
  return /^y(?:es)?$/iu.test(said.trim());
}
