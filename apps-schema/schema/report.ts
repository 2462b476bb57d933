import type { Condition } from "./view.ts";

/** One level by which a graph counts; `per` only where the field is a date. */
export type ReportGroup<Code extends string = string> = {
  readonly code: Code;
  readonly per?: "YEAR" | "QUARTER" | "MONTH";
};

export type ReportFigure<Code extends string = string> =
  | { readonly type: "COUNT" }
  | { readonly type: "SUM" | "AVERAGE" | "MAX" | "MIN"; readonly code: Code };

type ReportShape =
  | { readonly chart: "BAR" | "COLUMN"; readonly mode: "NORMAL" | "STACKED" | "PERCENTAGE" }
  | { readonly chart: "PIE" | "LINE" | "PIVOT_TABLE" | "TABLE" };

/** A graph: what is counted by what, over which records. */
export type Report<Code extends string = string> = ReportShape & {
  readonly name: string;
  /** What it was called before: kintone then keeps its id and its periodic report. */
  readonly renamedFrom?: string;
  /** The question that the graph answers; goes to the notes for administrators. */
  readonly answers: string;
  /** At most three, the widest first. */
  readonly groups: readonly ReportGroup<Code>[];
  /** Missing: the number of records. */
  readonly figures?: readonly ReportFigure<Code>[];
  /** kintone's query; missing = every record. */
  readonly where?: readonly Condition<Code>[];
  /** By the total from the most, or by the first group from its first option. */
  readonly order: "most-first" | "by-group";
};
