import { glossary } from "../apps/glossary.ts";
import type { RecordOf } from "../schema/record-of.ts";
import plan from "./goka-dx-plan-v5.json" with { type: "json" };

type Term = Partial<RecordOf<typeof glossary>>;

const kanaOnly = /^[ァ-ヶー]+$/u;
const kanaInBrackets = /\(([ァ-ヶー]+)\)$/u;

/** Gives the plan's fourteen terms; a reading only where the plan itself writes the term in kana. */
export function glossaryRecords(): Term[] {
  return plan.glossary.map(({ term, row, definition }) => ({
    term,
    term_kana: kanaOnly.test(term) ? term : (kanaInBrackets.exec(term)?.[1] ?? ""),
    row_kana: kanaRowOf(row),
    definition,
  }));
}

function kanaRowOf(row: string): NonNullable<Term["row_kana"]> {
  return glossary.fields.row_kana.options.find((option) => option === row) ?? "";
}
