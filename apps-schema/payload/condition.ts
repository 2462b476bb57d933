import { quoteText } from "../record/quote-text.ts";
import type { Condition } from "../schema/view.ts";

/** Writes conditions, all of which must hold, as kintone's query language has them; "" = every record. */
export function renderConditions(conditions: readonly Condition[], joint: "and" | "or" = "and"): string {
  return conditions.map(renderCondition).join(` ${joint} `);
}

function renderCondition(condition: Condition): string {
  const { field, operator } = condition;
  const isList = operator === "in" || operator === "not in";
  if ("call" in condition) {
    return `${field} ${operator} ${isList ? `(${condition.call})` : condition.call}`;
  }
  if ("values" in condition) {
    return `${field} ${operator} (${condition.values.map(quoteText).join(", ")})`;
  }
  return "value" in condition ? `${field} ${operator} ${quoteText(condition.value)}` : `${field} ${operator}`;
}
