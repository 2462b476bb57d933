import { defineMessages } from "../domain/message.ts";
import { SuiteError } from "../domain/suite-error.ts";
import { runBackupCommand, runRestoreCommand } from "./cli/deploy/backup-commands.ts";
import type { Command, DeployVerb } from "./cli/deploy/command.ts";
import { deployFlags, deployVerbs, openCommand, parseFormat } from "./cli/deploy/command.ts";
import { runFleetCommand } from "./cli/deploy/fleet-command.ts";
import { runPlanCommand } from "./cli/deploy/plan-command.ts";
import { runPullCommand } from "./cli/deploy/pull-command.ts";
import { runStatusCommand } from "./cli/deploy/status-command.ts";
import { createFailure } from "./cli/failure.ts";
import { parseFlags } from "./cli/parse-flags.ts";
import { runCommand } from "./cli/run-command.ts";
import { answer } from "./cli/say.ts";
import { toFailureReport } from "./deploy/report/report.ts";

const messages = defineMessages({
  usage: {
    ja: "使い方: npm run deploy -- {verbs} --env 環境の名前 (または --fleet ファイル。説明は docs/guide/admin.md)",
    en: "Usage: npm run deploy -- {verbs} --env NAME (or --fleet FILE; see docs/guide/admin.md)",
  },
});

const verbs: Readonly<Record<DeployVerb, (command: Command) => Promise<number>>> = {
  plan: (command) => runPlanCommand("plan", command),
  apply: (command) => runPlanCommand("apply", command),
  rollback: (command) => runPlanCommand("rollback", command),
  status: runStatusCommand,
  pull: runPullCommand,
  backup: runBackupCommand,
  restore: runRestoreCommand,
};

await runCommand(async (args) => {
  const flags = parseFlags(args, deployFlags);
  const [verb = ""] = flags.words;
  const known = deployVerbs.find((each) => each === verb);
  const name = flags.text("env");
  const isFleet = name === undefined && flags.text("fleet") !== undefined;
  if ((name === undefined && !isFleet) || known === undefined) {
    throw createFailure("invalid", messages.usage, { verbs: deployVerbs.join("|") });
  }
  let isAnswered = false;
  try {
    if (name === undefined) {
      return await runFleetCommand(known, flags);
    }
    const command = openCommand(flags, name);
    isAnswered = command.format !== "json";
    return await verbs[known](command);
  } catch (error) {
    // A program that asked for JSON gets JSON, also when there was nothing to plan.
    if (error instanceof SuiteError && !isAnswered && parseFormat(flags) === "json") {
      answer(JSON.stringify(toFailureReport(verb, error), null, 2));
    }
    throw error;
  }
});
