import type { Condition, Operand, Query, SortKey } from "./query.ts";

/** Writes a query so that `parseQuery` reads the same value back. */
export function printQuery({ condition, order, limit, offset }: Query): string {
  const parts = [
    condition ? printCondition(condition) : "",
    order.length > 0 ? `order by ${printSort(order)}` : "",
    limit === null ? "" : `limit ${limit}`,
    offset === null ? "" : `offset ${offset}`,
  ];
  return parts.filter((part) => part !== "").join(" ");
}

/** Writes a bare condition, with parentheses only where they are needed. */
function printCondition(condition: Condition): string {
  if (condition.kind !== "comparison") {
    return condition.terms
      .map((term) => (term.kind === "or" ? `(${printCondition(term)})` : printCondition(term)))
      .join(` ${condition.kind} `);
  }
  const { field, operator, operands } = condition;
  const written = operands.map(printOperand).join(", ");
  if (operator === "in" || operator === "not in") {
    return `${field} ${operator} (${written})`;
  }
  return operands.length === 0 ? `${field} ${operator}` : `${field} ${operator} ${written}`;
}

/** Writes sort keys as they stand after `order by`. */
function printSort(order: readonly SortKey[]): string {
  return order.map(({ field, direction }) => `${field} ${direction}`).join(", ");
}

function printOperand(operand: Operand): string {
  if (operand.kind === "function") {
    return `${operand.name}(${operand.args.join(", ")})`;
  }
  return operand.kind === "number" ? operand.text : quoteText(operand.text);
}

/** A string literal of the query language. */
function quoteText(text: string): string {
  const escaped = text
    .replaceAll("\\", String.raw`\\`)
    .replaceAll('"', String.raw`\"`)
    .replaceAll("\t", String.raw`\t`)
    .replaceAll("\n", String.raw`\n`);
  return `"${escaped}"`;
}
