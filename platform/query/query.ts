/** kintone's query language as a value (fact sheet §6). */
export type Query = {
  readonly condition: Condition | null;
  readonly order: readonly SortKey[];
  readonly limit: number | null;
  readonly offset: number | null;
};

/** `and`/`or` hold at least two terms and never a term of their own kind. */
export type Condition = { readonly kind: "and" | "or"; readonly terms: readonly Condition[] } | Comparison;

export type Comparison = {
  readonly kind: "comparison";
  readonly field: string;
  readonly operator: Operator;
  /** One operand for the comparisons, any number for `in`, none for `is empty`. */
  readonly operands: readonly Operand[];
};

export const operators = [
  "=",
  "!=",
  ">",
  "<",
  ">=",
  "<=",
  "in",
  "not in",
  "like",
  "not like",
  "is empty",
  "is not empty",
] as const;

export type Operator = (typeof operators)[number];

export type Operand =
  | { readonly kind: "text"; readonly text: string }
  /** Written without quotes; the text is kept as it was written. */
  | { readonly kind: "number"; readonly text: string }
  | { readonly kind: "function"; readonly name: string; readonly args: readonly string[] };

export type SortKey = { readonly field: string; readonly direction: "asc" | "desc" };

/** Joins terms, taking in those that are of the same kind, so that a condition has one form only. */
export function joinConditions(kind: "and" | "or", terms: readonly Condition[]): Condition | null {
  const flat = terms.flatMap((term) => (term.kind === kind ? term.terms : [term]));
  const [first, ...rest] = flat;
  return first === undefined || rest.length === 0 ? (first ?? null) : { kind, terms: flat };
}
