/** A value in a condition: text as typed, or one of kintone's functions such as `TODAY()`, printed without quotes. */
export type ConditionValue = { readonly kind: "text" | "function"; readonly text: string };

export type ConditionOperator =
  | "="
  | "!="
  | ">"
  | "<"
  | ">="
  | "<="
  | "in"
  | "not in"
  | "like"
  | "not like"
  | "is empty"
  | "is not empty";

/** One line of the filter panel. */
export type ConditionRow = {
  readonly code: string;
  readonly operator: ConditionOperator;
  /** None for `is empty`; any number for `in`; otherwise one. */
  readonly values: readonly ConditionValue[];
};

/** What the filter panel can hold: lines that all, or any, must be true. */
export type Condition = { readonly joiner: "and" | "or"; readonly rows: readonly ConditionRow[] };
