import { quoteText } from "../record/quote-text.ts";
import type { Condition } from "../schema/view.ts";

/** Writes conditions, all of which must hold, as kintone's query language has them; "" = every record. */
export function renderConditions(conditions: readonly Condition[]): string {
  return conditions.map(renderCondition).join(" and ");
}

function renderCondition(condition: Condition): string {
  if ("values" in condition) {
    return `${condition.field} ${condition.operator} (${condition.values.map(quoteText).join(", ")})`;
  }
  return `${condition.field} ${condition.operator} ${quoteText(condition.value)}`;
}
