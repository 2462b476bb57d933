import type { Language } from "../../../domain/message.ts";
import type { Finding } from "../../../domain/rules/judge-record.ts";
import type { FindingPath } from "../../../domain/rules/rule.ts";
import { type EventField, type EventRecord, eventRows } from "../../core/kintone/kintone-event.ts";

/** The fields (by table and code) at which errors of ours may stand on the page. */
export type Marked = ReadonlySet<string>;

/**
 * Writes findings as errors of their fields and clears ours that no longer hold. Returns what is marked now: kintone
 * never tells which errors stand on the page (they are write-only, fact sheet §3.2), so the caller keeps it.
 */
export function markFindings(
  record: EventRecord,
  findings: readonly Finding[],
  { marked, language }: { readonly marked: Marked; readonly language: Language },
): Marked {
  for (const place of marked) {
    const [table = "", code = ""] = place.split("/");
    for (const field of table === "" ? [record[code]] : eventRows(record[table]).map((row) => row.value[code])) {
      if (field) {
        field.error = null;
      }
    }
  }
  const texts = new Map<EventField, string[]>();
  for (const { path, message } of findings) {
    const field = findField(record, path);
    if (field) {
      texts.set(field, [...(texts.get(field) ?? []), message[language]]);
    }
  }
  for (const [field, lines] of texts) {
    field.error = lines.join("\n");
  }
  return new Set(findings.map(({ path }) => `${path.table ?? ""}/${path.field}`));
}

/** The field of an event that a finding is about; a finding about a whole table has none. */
function findField(record: EventRecord, { field, table, row }: FindingPath): EventField | undefined {
  return table === undefined ? record[field] : eventRows(record[table])[row ?? -1]?.value[field];
}
