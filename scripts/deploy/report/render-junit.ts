import { textOf } from "../../cli/say.ts";
import { reportMessages } from "./report-messages.ts";
import type { AppNames, Report } from "./report.ts";
import { toSections } from "./report.ts";
import { renderConsent } from "./render-text.ts";

type Case = { readonly name: string; readonly failures: readonly string[]; readonly output: readonly string[] };

/**
 * The report as JUnit XML: one case an app. It fails where apply would refuse or ask, or where somebody changed the app by
 * hand; a planned change alone is no failure, it is told in the case's output.
 */
export function renderJunit(report: Report, names: AppNames): string {
  const cases = [...toCases(report, names), ...toApplyCase(report)];
  const failures = cases.filter((each) => each.failures.length > 0).length;
  const suite = `name="${escapeXml(`deploy ${report.command} ${report.environment.name}`)}"`;
  return [
    '<?xml version="1.0" encoding="UTF-8"?>',
    "<testsuites>",
    `  <testsuite ${suite} tests="${cases.length}" failures="${failures}" errors="0" skipped="0">`,
    ...cases.flatMap(renderCase),
    "  </testsuite>",
    "</testsuites>",
  ].join("\n");
}

function toCases({ plan, isDrift }: Report, names: AppNames): Case[] {
  const sections = toSections(plan);
  return [...names.keys(), null].map((app) => {
    const steps = sections.find((section) => section.app === app)?.steps ?? [];
    const isChangedByHand = isDrift === true && app !== null && steps.length > 0;
    return {
      name: app === null ? textOf(reportMessages.domain) : (names.get(app) ?? app),
      failures: [
        ...plan.consents.filter((each) => each.app === app && !each.isGiven).map(renderConsent),
        ...plan.hazards.filter((each) => each.app === app && each.level === "stop").map(({ message }) => message),
        ...(isChangedByHand ? [textOf(reportMessages.drift)] : []),
      ],
      output: [
        ...steps.map(({ number, summary }) => `${number}. ${summary}`),
        ...plan.hazards.filter((each) => each.app === app && each.level === "note").map(({ message }) => message),
        ...plan.manual.filter((each) => each.app === app).map(({ message, url }) => `${message} ${url}`),
      ],
    };
  });
}

function toApplyCase({ apply }: Report): Case[] {
  return apply === null
    ? []
    : [{ name: "apply", failures: apply.failure === null ? [] : [apply.failure.message], output: [] }];
}

function renderCase({ name, failures, output }: Case): string[] {
  return [
    `    <testcase classname="machi-dx.deploy" name="${escapeXml(name)}">`,
    ...failures.map((text) => `      <failure message="${escapeXml(text)}"/>`),
    ...(output.length === 0 ? [] : [`      <system-out>${escapeXml(output.join("\n"))}</system-out>`]),
    "    </testcase>",
  ];
}

/** XML 1.0 has no way to write control characters. */
export function escapeXml(text: string): string {
  return text
    .replaceAll(/[^\t\n\u{20}-\u{d7ff}\u{e000}-\u{fffd}\u{10000}-\u{10ffff}]/gu, "")
    .replaceAll("&", "&amp;")
    .replaceAll("<", "&lt;")
    .replaceAll(">", "&gt;")
    .replaceAll('"', "&quot;");
}
