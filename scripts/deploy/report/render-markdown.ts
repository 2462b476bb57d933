import { textOf } from "../../cli/say.ts";
import { reportMessages } from "./report-messages.ts";
import type { AppNames, PlanSection, Report } from "./report.ts";
import { toSections } from "./report.ts";
import { renderConsent, renderOutcome, renderTitle } from "./render-text.ts";

/** GitHub and GitLab refuse comments over 65,536 characters. */
const longest = 65_000;

/** The report as a comment on a pull request: losses and warnings first, each app folded, never too long to post. */
export function renderMarkdown(report: Report, names: AppNames): string {
  const [title = "", ...about] = renderTitle(report);
  const { consents, hazards, manual } = report.plan;
  const head = [
    `### ${escape(title)}`,
    ...about.map(escape),
    bullets(
      textOf(reportMessages.losses),
      consents.map((consent) => `- [${consent.isGiven ? "x" : " "}] ${escape(renderConsent(consent))}`),
    ),
    bullets(
      textOf(reportMessages.hazards),
      hazards.map(({ level, message }) => `- ${escape(`${textOf(reportMessages[level])}${message}`)}`),
    ),
    bullets(
      textOf(reportMessages.manual),
      manual.map(({ message, url }) => `- [ ] ${escape(message)} <${url}>`),
    ),
  ];
  const tail = renderOutcome(report).map((line) =>
    line.startsWith("  ") ? `\`\`\`sh\n${line.trim()}\n\`\`\`` : escape(line),
  );
  return fit(head, toSections(report.plan), { names, tail });
}

type Rest = { readonly names: AppNames; readonly tail: readonly string[] };

/** With every request if there is room, without them if not; then as many apps as there is room for. */
function fit(head: readonly string[], sections: readonly PlanSection[], { names, tail }: Rest): string {
  for (const isFull of [true, false]) {
    const folded = sections.map((section) => renderSection(section, names, isFull));
    const whole = join([...head, ...folded, ...tail]);
    if (whole.length <= longest) {
      return whole;
    }
  }
  const folded = sections.map((section) => renderSection(section, names, false));
  for (let count = folded.length - 1; count >= 0; count -= 1) {
    const note = textOf(reportMessages.cut, { count: folded.length - count });
    const whole = join([...head, ...folded.slice(0, count), note, ...tail]);
    if (whole.length <= longest) {
      return whole;
    }
  }
  const note = textOf(reportMessages.cut, { count: folded.length });
  return `${join(head).slice(0, longest - 2000)}\n\n${note}`;
}

function renderSection({ app, steps }: PlanSection, names: AppNames, isFull: boolean): string {
  const name = app === null ? textOf(reportMessages.domain) : (names.get(app) ?? app);
  const lines = steps.flatMap(({ number, summary, requests }) => [
    `${number}. ${escape(summary)}`,
    ...(isFull ? requests.map(({ method, path }) => `   - \`${method} ${path}\``) : []),
  ]);
  return `<details><summary>${escape(name)} (${steps.length})</summary>\n\n${lines.join("\n")}\n\n</details>`;
}

function bullets(title: string, lines: readonly string[]): string {
  return lines.length === 0 ? "" : `**${title}**\n\n${lines.join("\n")}`;
}

/** Names and labels come from a domain: none of them may become markup, a mention or a link of the comment. */
function escape(text: string): string {
  return text
    .replaceAll("&", "&amp;")
    .replaceAll("<", "&lt;")
    .replaceAll(">", "&gt;")
    .replaceAll(/[\\`*_[\]|~]/gu, (sign) => `\\${sign}`)
    .replaceAll("@", "&#64;")
    .replaceAll(/\s+/gu, " ");
}

function join(parts: readonly string[]): string {
  return parts.filter((part) => part !== "").join("\n\n");
}
