import type { Message, MessageParams } from "../../../domain/message.ts";
import type { Action } from "../model/plan-data.ts";
import type { Row } from "../model/rows.ts";
import { roadmapTexts } from "./roadmap-texts.ts";

type Text = (message: Message, params?: MessageParams) => string;

/** The name of a row as it is written at its left. */
export function rowName(row: Row, action: Action | null, text: Text): string {
  return row.kind === "action" ? (action?.name ?? "") : rowTitle(row, text);
}

/** The name of a row that is not a 事業: numbered as the plan numbers it. */
export function rowTitle(row: Exclude<Row, { kind: "action" }>, text: Text): string {
  if (row.kind === "subItem") {
    return `${circledNumber(row.subItem.no)}${row.subItem.text}`;
  }
  if (row.kind === "initiative") {
    return `${row.initiative.group}${row.initiative.no > 0 ? row.initiative.no : ""} ${row.initiative.name}`.trim();
  }
  return row.key === "g:unplaced"
    ? text(roadmapTexts.unplaced)
    : text(roadmapTexts.groupName, { group: row.group === "" ? text(roadmapTexts.noGroup) : row.group });
}

/** ①…⑳ as the plan writes them; beyond that the plain number. */
export function circledNumber(no: number): string {
  return no >= 1 && no <= 20 ? String.fromCodePoint(0x2460 + no - 1) : no > 0 ? `${no} ` : "";
}
