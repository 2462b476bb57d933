import { textOf } from "../../cli/say.ts";
import type { Consent, Plan } from "../plan/plan.ts";
import { reportMessages } from "./report-messages.ts";
import type { AppNames, Report } from "./report.ts";
import { countRequests, toApplyCommand, toSections } from "./report.ts";

/** The report as an administrator reads it: what changes in which app, what would be lost, what to type next. */
export function renderText(report: Report, names: AppNames): string {
  const { plan } = report;
  const parts = [
    renderTitle(report),
    ...toSections(plan).map(({ app, steps }) => [
      `■ ${app === null ? textOf(reportMessages.domain) : (names.get(app) ?? app)}`,
      ...steps.map(({ number, summary }) => `  ${String(number).padStart(digits(plan))}. ${summary}`),
    ]),
    section(textOf(reportMessages.losses), renderLosses(plan)),
    section(
      textOf(reportMessages.manual),
      plan.manual.flatMap(({ message, url }) => [`・${message}`, `  ${url}`]),
    ),
    section(
      textOf(reportMessages.hazards),
      plan.hazards.map(({ level, message }) => `${textOf(reportMessages[level])}${message}`),
    ),
    renderOutcome(report),
  ];
  return parts
    .filter((lines) => lines.length > 0)
    .map((lines) => lines.join("\n"))
    .join("\n\n");
}

function digits(plan: Plan): number {
  return String(plan.steps.length).length;
}

export function renderTitle({ environment, plan, isDrift }: Report): string[] {
  if (plan.steps.length === 0) {
    return [textOf(reportMessages.nothing, { name: environment.name })];
  }
  const params = { steps: plan.steps.length, requests: countRequests(plan), waves: plan.waves };
  return [
    textOf(reportMessages.title, { ...params, name: environment.name, label: environment.label }),
    textOf(reportMessages[plan.mode]),
    ...(isDrift === true ? [textOf(reportMessages.drift)] : []),
  ];
}

function renderLosses(plan: Plan): string[] {
  const saved = plan.backups.flatMap(({ app, fields }) => fields.map((field) => `${app}.${field}`));
  return [
    ...plan.consents.map((consent) => `× ${renderConsent(consent)}`),
    ...(saved.length === 0 ? [] : [textOf(reportMessages.saved, { fields: saved.join("、") })]),
  ];
}

/** What goes, in the plan's own words, which count the records that hold a value, and whether it is allowed, or by which name. */
export function renderConsent({ message, isGiven, code }: Consent): string {
  return `${message} [${textOf(isGiven ? reportMessages.given : reportMessages.asking, { code })}]`;
}

/** What the run did, or the line that does it. */
export function renderOutcome(report: Report): string[] {
  const { apply, plan, backups, release, environment } = report;
  if (apply === null) {
    const isAsking = plan.consents.some(({ isGiven }) => !isGiven);
    if (isAsking) {
      return [textOf(reportMessages.nextConsent), `  ${toApplyCommand(report)}`];
    }
    const isStopped = plan.hazards.some(({ level }) => level === "stop");
    const isNext = report.command === "plan" && plan.steps.length > 0 && !isStopped;
    return isNext ? [textOf(reportMessages.next), `  ${toApplyCommand(report)}`] : [];
  }
  const saved = (backups ?? []).map((backup) => textOf(reportMessages.backup, backup));
  if (apply.outcome !== "done") {
    const params = { done: apply.stepsDone, total: apply.stepsTotal, reason: apply.failure?.message ?? "" };
    return [textOf(reportMessages.stopped, params), ...saved];
  }
  const done = { steps: apply.stepsDone, seconds: apply.seconds, name: environment.name };
  return [
    ...(plan.steps.length === 0 ? [] : [textOf(reportMessages.done, done)]),
    ...saved,
    ...(release === null ? [] : [textOf(reportMessages.release, { tag: release })]),
  ];
}

function section(title: string, lines: readonly string[]): string[] {
  return lines.length === 0 ? [] : [title, ...lines.map((line) => `  ${line}`)];
}
