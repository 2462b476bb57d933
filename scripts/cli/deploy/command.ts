import { defineMessages } from "../../../domain/message.ts";
import type { Environment } from "../../deploy/environment.ts";
import { loadEnvironment } from "../../deploy/environment.ts";
import type { DeployMode } from "../../deploy/plan/plan.ts";
import { deployModes } from "../../deploy/plan/plan.ts";
import type { ReportFormat } from "../../deploy/report/render-report.ts";
import { reportFormats } from "../../deploy/report/render-report.ts";
import { createFailure } from "../failure.ts";
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
} as const;

/** What every command of deployment is given. */
export type Command = { readonly flags: Flags; readonly environment: Environment; readonly format: ReportFormat };

export function openCommand(flags: Flags, name: string): Command {
  const format = parseFormat(flags);
  const environment = loadEnvironment(name);
  return { flags, environment, format };
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
