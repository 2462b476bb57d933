import { textOf } from "../../cli/say.ts";
import type { ReportFormat } from "../report/render-report.ts";
import { displayWidth, padToWidth } from "./display-width.ts";
import { fleetMessages } from "./fleet-messages.ts";
import type { FleetReport, TownResult } from "./fleet-report.ts";
import { townOutcomes } from "./fleet-report.ts";
import { renderFleetJunit } from "./render-fleet-junit.ts";

/** One table and what to do next for people, the whole value for programs. */
export function renderFleet(report: FleetReport, format: ReportFormat): string {
  switch (format) {
    case "text":
      return renderLines(report, toTextTable(toRows(report)));
    case "md":
      return renderLines(report, toMarkdownTable(toRows(report)));
    case "junit":
      return renderFleetJunit(report);
    case "json":
      break;
  }
  return JSON.stringify(report, null, 2);
}

function renderLines(report: FleetReport, table: readonly string[]): string {
  const { name, label } = report.fleet;
  const details = report.municipalities.flatMap((town) => renderDetails(town));
  const next = renderNext(report);
  return [
    textOf(fleetMessages.title, { name, label, count: report.municipalities.length }),
    "",
    ...table,
    "",
    renderTotal(report),
    ...(details.length === 0 ? [] : ["", ...details]),
    ...(next === null ? [] : ["", next]),
  ].join("\n");
}

type Rows = readonly (readonly string[])[];

function toRows({ municipalities, command }: FleetReport): Rows {
  const head = ["wave", "town", "outcome", "steps", "calls", "seconds"] as const;
  return [
    [...head, command === "plan" ? ("estimate" as const) : ("release" as const)].map((name) =>
      textOf(fleetMessages[name]),
    ),
    ...municipalities.map((town) => [
      town.wave,
      town.label,
      textOf(fleetMessages[town.outcome]),
      renderSteps(town),
      String(town.calls ?? "-"),
      String(town.seconds ?? "-"),
      command === "plan" ? String(town.estimate ?? "-") : releaseOf(town),
    ]),
  ];
}

function releaseOf({ release, status }: TownResult): string {
  return release ?? status?.releases[0]?.tag ?? "-";
}

/** Steps that were done of those planned, where it is not all of them. */
function renderSteps({ plan, stepsDone }: TownResult): string {
  if (plan === null) {
    return "-";
  }
  const total = plan.steps.length;
  return stepsDone === null || stepsDone === total ? String(total) : `${stepsDone}/${total}`;
}

function toTextTable(rows: Rows): string[] {
  const widths = (rows[0] ?? []).map((_, column) => Math.max(...rows.map((row) => displayWidth(row[column] ?? ""))));
  return rows.map((row) =>
    row
      .map((cell, column) => padToWidth(cell, widths[column] ?? 0))
      .join("  ")
      .trimEnd(),
  );
}

function toMarkdownTable(rows: Rows): string[] {
  const [head = [], ...rest] = rows.map((row) => row.map((cell) => cell.replaceAll("|", "\\|")));
  return [head, head.map(() => "---"), ...rest].map((row) => `| ${row.join(" | ")} |`);
}

function renderTotal({ totals }: FleetReport): string {
  const { calls, seconds } = totals;
  const outcomes = townOutcomes
    .filter((outcome) => totals[outcome] > 0)
    .map((outcome) => textOf(fleetMessages.count, { outcome: textOf(fleetMessages[outcome]), count: totals[outcome] }))
    .join(textOf({ ja: "・", en: ", " }));
  return textOf(fleetMessages.total, { outcomes, calls, seconds });
}

/** A line for each thing that somebody has to know: why it failed, what is asked for, what is to be done by hand. */
function renderDetails(town: TownResult): string[] {
  const { plan, failure, stepsDone, backups, outcome, name, label, wave } = town;
  const asked = (plan?.consents ?? []).filter(({ isGiven }) => !isGiven).map(({ code }) => `${name}:${code}`);
  const texts = [
    ...(failure === null ? [] : [failure.message]),
    ...(outcome === "interrupted"
      ? [textOf(fleetMessages.stoppedAfter, { done: stepsDone ?? 0, total: plan?.steps.length ?? 0 })]
      : []),
    ...(asked.length === 0 ? [] : [textOf(fleetMessages.asks, { codes: asked.join(",") })]),
    ...(plan?.consents ?? []).filter(({ isGiven }) => !isGiven).map(({ message }) => `× ${message}`),
    ...(backups ?? []).map((backup) => textOf(fleetMessages.backup, backup)),
    ...(plan?.manual ?? []).map(({ message, url }) => textOf(fleetMessages.manual, { message, url })),
    ...(plan?.hazards ?? [])
      .filter(({ level }) => level === "note")
      .map(({ message }) => textOf(fleetMessages.note, { message })),
  ];
  return texts.map((text) => textOf(fleetMessages.line, { wave, label, name, text }));
}

/** What to type next; null where nothing is left to do. */
function renderNext({ command, fleet, municipalities, totals }: FleetReport): string | null {
  if (command !== "apply") {
    const [first] = municipalities.filter(({ outcome }) => outcome !== "same");
    return first === undefined
      ? null
      : textOf(fleetMessages.nextApply, {
          wave: first.wave,
          command: `npm run deploy -- apply --fleet ${fleet.file}`,
        });
  }
  const broken = totals.failed + totals.interrupted + totals.consent + totals.quota;
  const rest = broken + totals["not-started"];
  const [waiting] = municipalities.filter(({ outcome }) => outcome === "not-started");
  if (broken === 0) {
    return waiting === undefined ? null : textOf(fleetMessages.nextWave, { wave: waiting.wave });
  }
  return textOf(fleetMessages.nextRest, { count: rest });
}
