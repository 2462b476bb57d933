import type { CalendarDate } from "../../../domain/calendar-date.ts";
import { formatSlashDate } from "../../../domain/fiscal-year.ts";
import type { PhaseLine } from "./phase-list.ts";

const heading = [
  "区分",
  "取組ID",
  "取組",
  "実施事項ID",
  "実施事項",
  "事業ID",
  "事業",
  "担当課",
  "工程",
  "状態",
  "当初計画 始め",
  "当初計画 終わり",
  "今の計画 始め",
  "今の計画 終わり",
  "実績 始め",
  "実績 終わり",
  "節目",
  "節目の日",
  "変えた理由",
  "遅れ(日)",
] as const;

/** The lines as CSV for spreadsheets: UTF-8 with a byte order mark, which Excel needs to read Japanese. */
export function toCsv(lines: readonly PhaseLine[]): string {
  const rows = lines.map(({ initiative, subItem, action, phase, lateDays }) => [
    initiative?.group ?? "",
    initiative?.initiativeId ?? "",
    initiative?.name ?? "",
    action.subItemId,
    subItem?.text ?? "",
    action.actionId,
    action.name,
    action.deptName,
    phase?.kind ?? "",
    phase?.state ?? "",
    day(phase?.first.from),
    day(phase?.first.to),
    day(phase?.current.from),
    day(phase?.current.to),
    day(phase?.actual.from),
    day(phase?.actual.to),
    phase?.milestone ?? "",
    day(phase?.milestoneOn),
    phase?.note ?? "",
    lateDays === 0 ? "" : String(lateDays),
  ]);
  return `\u{FEFF}${[heading, ...rows].map((row) => row.map((cell) => toCell(cell)).join(",")).join("\r\n")}\r\n`;
}

function day(date: CalendarDate | null | undefined): string {
  return date === null || date === undefined ? "" : formatSlashDate(date);
}

/** A text that a spreadsheet would run as a formula is kept a text by an apostrophe (OWASP, CSV injection). */
function toCell(text: string): string {
  const safe = /^[=+\-@\t\r]/u.test(text) ? `'${text}` : text;
  return /[",\r\n]/u.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
}
