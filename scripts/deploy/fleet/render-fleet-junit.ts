import { textOf } from "../../cli/say.ts";
import { escapeXml } from "../report/render-junit.ts";
import { fleetMessages } from "./fleet-messages.ts";
import type { FleetReport, TownResult } from "./fleet-report.ts";

/** One case a municipality: it fails where its run failed, stopped or asks for a consent, or where it was changed by hand. */
export function renderFleetJunit({ command, fleet, municipalities, totals }: FleetReport): string {
  const failures = municipalities.filter(({ outcome }) => failing.has(outcome)).length;
  const skipped = totals["not-started"] + totals.finished;
  const counts = `tests="${municipalities.length}" failures="${failures}" errors="0" skipped="${skipped}"`;
  return [
    '<?xml version="1.0" encoding="UTF-8"?>',
    "<testsuites>",
    `  <testsuite name="${escapeXml(`deploy ${command} ${fleet.name}`)}" ${counts} time="${totals.seconds}">`,
    ...municipalities.flatMap(renderTown),
    "  </testsuite>",
    "</testsuites>",
  ].join("\n");
}

const failing: ReadonlySet<TownResult["outcome"]> = new Set(["failed", "interrupted", "consent", "quota", "drift"]);

function renderTown({ name, label, wave, outcome, failure, plan, seconds }: TownResult): string[] {
  const said = failure?.message ?? textOf(fleetMessages[outcome]);
  const steps = plan?.steps.map(({ summary }, index) => `${index + 1}. ${summary}`) ?? [];
  return [
    `    <testcase classname="${escapeXml(`machi-dx.fleet.${wave}`)}" name="${escapeXml(`${label} (${name})`)}" time="${seconds ?? 0}">`,
    ...(failing.has(outcome) ? [`      <failure message="${escapeXml(said)}"/>`] : []),
    ...(outcome === "not-started" || outcome === "finished" ? [`      <skipped message="${escapeXml(said)}"/>`] : []),
    ...(steps.length === 0 ? [] : [`      <system-out>${escapeXml(steps.join("\n"))}</system-out>`]),
    "    </testcase>",
  ];
}
