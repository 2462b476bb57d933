import type { RuleId } from "../../../domain/rules/rule.ts";
import { type EventRecord, type EventRow, eventRows } from "../../core/kintone/kintone-event.ts";
import { checkReasons } from "../../../apps-schema/apps/check-reasons.ts";
import { readText } from "./read-text.ts";

/** Why somebody passes a finding: one of the choices that the table `check_reasons` offers. */
export const reasonChoices = checkReasons.fields.cr_reason.options;

export type ReasonChoice = (typeof reasonChoices)[number];

export type StoredReason = { readonly rule: string; readonly reason: string; readonly note: string };

const table = "check_reasons";

/** The reasons that the record carries; a row without a rule or a choice is none. */
export function readStoredReasons(record: EventRecord): StoredReason[] {
  return eventRows(record[table])
    .map(({ value }) => ({
      rule: readText(value, "cr_rule"),
      reason: readText(value, "cr_reason"),
      note: readText(value, "cr_note"),
    }))
    .filter(({ rule, reason }) => rule !== "" && reason !== "");
}

/** Writes reasons into the event, one row a rule: a new one replaces the rule's old row, empty rows are used up. */
export function storeReasons(
  record: EventRecord,
  reasons: readonly { readonly rule: RuleId; readonly reason: ReasonChoice; readonly note: string }[],
): void {
  const field = record[table];
  if (!field || reasons.length === 0) {
    return;
  }
  const given = new Set<string>(reasons.map(({ rule }) => rule));
  const kept = eventRows(field).filter(({ value }) => {
    const rule = readText(value, "cr_rule");
    return !given.has(rule) && `${rule}${readText(value, "cr_reason")}${readText(value, "cr_note")}` !== "";
  });
  field.value = [...kept, ...reasons.map(toRow)];
}

/** kintone takes a new row only with every column and its type (fact sheet §3.5). */
function toRow({ rule, reason, note }: StoredReason): EventRow {
  return {
    id: null,
    value: {
      cr_rule: { type: "SINGLE_LINE_TEXT", value: rule },
      cr_reason: { type: "DROP_DOWN", value: reason },
      cr_note: { type: "SINGLE_LINE_TEXT", value: note },
    },
  };
}
