import { resolve } from "node:path";
import { createInterface } from "node:readline/promises";
import { defineMessages } from "../../../domain/message.ts";
import { listPluginNames } from "../../../webpack.config.ts";
import { buildPlugins } from "../../build/build-all.ts";
import { prebuiltPlugins } from "../../build/prebuilt-plugins.ts";
import { loadPluginKey } from "../../build/plugin-key.ts";
import { fleetMessages } from "../../deploy/fleet/fleet-messages.ts";
import { createFleetProgress } from "../../deploy/fleet/fleet-progress.ts";
import type { FleetVerb } from "../../deploy/fleet/fleet-report.ts";
import { createFleetSuite } from "../../deploy/fleet/fleet-suite.ts";
import type { Fleet } from "../../deploy/fleet/load-fleet.ts";
import { loadFleet } from "../../deploy/fleet/load-fleet.ts";
import { parseFleetConsents } from "../../deploy/fleet/parse-fleet-consents.ts";
import { renderFleet } from "../../deploy/fleet/render-fleet.ts";
import { runFleet } from "../../deploy/fleet/run-fleet.ts";
import { refuseDevelopmentKeys } from "../../deploy/people/refuse-development-keys.ts";
import { createFailure } from "../failure.ts";
import type { Flags } from "../parse-flags.ts";
import { answer, say, textOf } from "../say.ts";
import { parseFormat, parseMode } from "./command.ts";

const messages = defineMessages({
  verb: {
    ja: "--fleet だけで使えるのは plan・apply・status です。{verb} は1団体ずつ行います: npm run deploy -- {verb} --fleet {file} --env 団体の名前",
    en: "--fleet alone goes with plan, apply and status. {verb} is done for one municipality: npm run deploy -- {verb} --fleet {file} --env NAME",
  },
  onePlan: {
    ja: "--plan と --save-plan は --fleet と一緒に使えません。1団体ずつ --env で指定してください。",
    en: "--plan and --save-plan do not go with --fleet: name one municipality with --env.",
  },
  confirm: {
    ja: "{label}の{count}団体へ順に適用します({waves})。内容は plan で見たとおりですか? (y/N) ",
    en: "Apply to {count} municipalities of {label} ({waves}), as seen with plan? (y/N) ",
  },
  declined: { ja: "やめました。何も変えていません。", en: "Not applied; nothing was changed." },
  first: { ja: "最初の終わっていない組だけ", en: "the first unfinished wave" },
});

const fleetVerbs: readonly FleetVerb[] = ["plan", "apply", "status"];

/** `plan`, `apply` or `status` of all municipalities of a fleet file. */
export async function runFleetCommand(verb: string, flags: Flags): Promise<number> {
  const file = flags.text("fleet") ?? "";
  const command = fleetVerbs.find((each) => each === verb);
  if (command === undefined) {
    throw createFailure("invalid", messages.verb, { verb, file });
  }
  if (flags.text("plan") !== undefined || flags.text("save-plan") !== undefined) {
    throw createFailure("invalid", messages.onePlan);
  }
  const format = parseFormat(flags);
  const mode = parseMode(flags);
  const fleet = loadFleet(resolve(file));
  const allowed = parseFleetConsents(flags.list("allow-delete"), fleet);
  if (prebuiltPlugins() === null) {
    // Before anything is built, which takes its time; built once for all.
    refuseFor(
      fleet,
      listPluginNames().filter((name) => loadPluginKey(name).isDevelopment),
    );
  }
  await buildPlugins();
  const suite = createFleetSuite({ mode });
  refuseFor(
    fleet,
    suite.plugins.filter(({ key }) => key === "development").map(({ plugin }) => plugin),
  );
  const withAllWaves = flags.isOn("waves");
  const isText = format === "text";
  if (command === "apply" && isText && !flags.isOn("yes") && !(await isConfirmed(fleet, withAllWaves))) {
    say(messages.declined);
    return 2;
  }
  const progress = createFleetProgress({
    total: fleet.towns.length,
    parallel: fleet.parallel,
    write: (text) => process.stderr.write(text),
    columns: process.stderr.isTTY ? process.stderr.columns : null,
  });
  const stop = listenForStop((line) => progress.say(line));
  try {
    const report = await runFleet({
      fleet,
      suite,
      command,
      mode,
      allowed,
      withAllWaves,
      isExact: flags.isOn("exact"),
      tag: command === "apply" ? flags.text("release") : undefined,
      progress,
      isStopping: stop.isAsked,
    });
    answer(renderFleet(report, format));
    return report.exitCode;
  } finally {
    progress.close();
    stop.close();
  }
}

function refuseFor({ towns }: Fleet, plugins: readonly string[]): void {
  const strict = towns.filter(({ environment }) => environment.kind === "production");
  if (strict.length > 0) {
    refuseDevelopmentKeys({ name: strict.map(({ name }) => name).join("、"), kind: "production" }, plugins);
  }
}

/** Ctrl-C lets the steps at work end; a second one ends at once, which the journals survive. */
function listenForStop(tell: (line: string) => void): { readonly isAsked: () => boolean; readonly close: () => void } {
  let isAsked = false;
  const onSignal = (): void => {
    if (isAsked) {
      process.exit(130);
    }
    isAsked = true;
    tell(textOf(fleetMessages.stopping));
  };
  process.on("SIGINT", onSignal);
  return { isAsked: () => isAsked, close: () => process.off("SIGINT", onSignal) };
}

/** Nobody is asked where nobody sits in front of it. */
async function isConfirmed({ label, towns, waves }: Fleet, withAllWaves: boolean): Promise<boolean> {
  if (!process.stdin.isTTY || !process.stdout.isTTY) {
    return true;
  }
  const lines = createInterface({ input: process.stdin, output: process.stderr });
  const order = withAllWaves ? waves.join(" → ") : textOf(messages.first);
  const said = await lines.question(textOf(messages.confirm, { label, count: towns.length, waves: order }));
  lines.close();
  return /^y(?:es)?$/iu.test(said.trim());
}
