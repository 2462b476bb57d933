import { existsSync } from "node:fs";
import { resolve } from "node:path";
import { defineMessages } from "../../../domain/message.ts";
import type { Environment } from "../../deploy/environment.ts";
import { loadEnvironment } from "../../deploy/environment.ts";
import { findFleetOf, loadTownEnvironment } from "../../deploy/fleet/load-fleet.ts";
import type { DeployMode } from "../../deploy/plan/plan.ts";
import { deployModes } from "../../deploy/plan/plan.ts";
import type { ReportFormat } from "../../deploy/report/render-report.ts";
import { reportFormats } from "../../deploy/report/render-report.ts";
import { createFailure } from "../failure.ts";
import { inRepository } from "../repository-root.ts";
import type { Flags } from "../parse-flags.ts";

const messages = defineMessages({
  choice: {
    ja: "--{flag} に「{value}」は使えません。{known} のどれかを指定してください。",
    en: "--{flag} cannot be “{value}”; use one of {known}.",
  },
});

export const deployVerbs = ["plan", "apply", "status", "pull", "backup", "restore", "rollback"] as const;

export type DeployVerb = (typeof deployVerbs)[number];

export const deployFlags = {
  env: "text",
  fleet: "text",
  waves: "switch",
  format: "text",
  "no-sample": "switch",
  mode: "text",
  "allow-delete": "list",
  yes: "switch",
  exact: "switch",
  "save-plan": "text",
  plan: "text",
  release: "text",
  app: "list",
  out: "text",
  file: "list",
  overwrite: "switch",
  elsewhere: "switch",
} as const;

/** What every command of deployment is given. */
export type Command = { readonly flags: Flags; readonly environment: Environment; readonly format: ReportFormat };

export function openCommand(flags: Flags, name: string): Command {
  const format = parseFormat(flags);
  return { flags, environment: findEnvironment(flags.text("fleet"), name), format };
}

/** A municipality that stands only in a fleet file is named like any other environment. */
function findEnvironment(fleet: string | undefined, name: string): Environment {
  const file = fleet ?? (isEnvironmentFile(name) ? null : findFleetOf(name));
  return file === null ? loadEnvironment(name) : loadTownEnvironment(resolve(file), name);
}

function isEnvironmentFile(name: string): boolean {
  return existsSync(inRepository("environments", `${name}.json`));
}

export function parseFormat(flags: Flags): ReportFormat {
  return parseChoice("format", flags.text("format") ?? "text", reportFormats);
}

export function parseMode(flags: Flags): DeployMode {
  return parseChoice("mode", flags.text("mode") ?? "merge", deployModes);
}

function parseChoice<Choice extends string>(flag: string, value: string, known: readonly Choice[]): Choice {
  const choice = known.find((each) => each === value);
  if (choice === undefined) {
    throw createFailure("invalid", messages.choice, { flag, value, known: known.join("・") });
  }
  return choice;
}
