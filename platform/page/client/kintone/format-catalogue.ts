import { events, functions, type ListedEvent, type ListedFunction } from "./api-catalogue.ts";

/** `docs/kintone/javascript.md`: what customizations find here, drawn from the list that the tests hold against the pages. */
export function formatCatalogue(): string {
  return [
    "# kintone's JavaScript API: what is here",
    "",
    "Drawn from `platform/page/client/kintone/api-catalogue.ts`; a test holds that this page is current and that the list names exactly the",
    "functions of the pages (`npx vitest run --project unit platform/page/client/kintone -u` writes it anew). “refused” rejects or throws, and an",
    "error in the console names the function. On pages where a function is not for use, synchronous ones answer `null` as on kintone, others",
    "reject with the pages on which they work (a guess).",
    "",
    `## Events (${events.length})`,
    "",
    "| Event | Desktop | Mobile | Remark |",
    "|---|---|---|---|",
    ...events.map(formatEvent),
    "",
    "`kintone.events.on` takes any name; one that no page fires is never called. A handler for a `show` event that is registered after that",
    "event was fired is warned of in the console, as on kintone: it is called from the next time on.",
    "",
    `## Functions (${functions.length})`,
    "",
    "| Desktop | Mobile | State | Where | Remark |",
    "|---|---|---|---|---|",
    ...functions.map(formatFunction),
    "",
  ].join("\n");
}

function formatEvent({ name, mobile, standing, remark = "" }: ListedEvent): string {
  return `| \`${name}\` | ${standing} | ${mobile ? `${standing} (\`mobile.${name}\`)` : "none"} | ${remark} |`;
}

function formatFunction({ name, mobile, standing, where, remark = "" }: ListedFunction): string {
  const desktop = name.startsWith("kintone.mobile.") ? "none" : `\`${name}\``;
  const phone = mobile === null ? "none" : mobile === name && desktop !== "none" ? "the same" : `\`${mobile}\``;
  return `| ${desktop} | ${phone} | ${standing} | ${where} | ${remark} |`;
}
