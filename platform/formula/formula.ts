/** A formula as a value. What was written around it (spaces, superfluous parentheses) is gone. */
export type Formula =
  /** Digits as they were written, without a sign. */
  | { readonly kind: "number"; readonly text: string }
  | { readonly kind: "text"; readonly text: string }
  | { readonly kind: "field"; readonly code: string }
  | { readonly kind: "call"; readonly name: string; readonly args: readonly Formula[] }
  | { readonly kind: "sign"; readonly operator: "+" | "-"; readonly operand: Formula }
  | { readonly kind: "binary"; readonly operator: BinaryOperator; readonly left: Formula; readonly right: Formula };

export const binaryOperators = ["=", "!=", "<", "<=", ">", ">=", "&", "+", "-", "*", "/", "^"] as const;

/** `<>` is read as `!=`: kintone help calls them the same. */
export type BinaryOperator = (typeof binaryOperators)[number];

/**
 * How tightly operators bind, loosest first. That a sign binds tighter than `^` (`-2^2` is 4) and that `^` groups from the left
 * are guesses after Excel, whose functions kintone's resemble.
 */
export const precedence: Readonly<Record<BinaryOperator, number>> = {
  "=": 1,
  "!=": 1,
  "<": 1,
  "<=": 1,
  ">": 1,
  ">=": 1,
  "&": 2,
  "+": 3,
  "-": 3,
  "*": 4,
  "/": 4,
  "^": 5,
};
