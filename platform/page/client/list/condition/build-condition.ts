import type { Condition, ConditionRow, ConditionValue } from "./condition.ts";

/** The condition in kintone's query language; `""` when it holds no line. */
export function buildCondition(condition: Condition): string {
  return condition.rows.map(printRow).join(` ${condition.joiner} `);
}

function printRow({ code, operator, values }: ConditionRow): string {
  if (operator === "is empty" || operator === "is not empty") {
    return `${code} ${operator}`;
  }
  return operator === "in" || operator === "not in"
    ? `${code} ${operator} (${values.map(printValue).join(", ")})`
    : `${code} ${operator} ${printValue(values[0] ?? { kind: "text", text: "" })}`;
}

function printValue(value: ConditionValue): string {
  return value.kind === "function" ? value.text : quote(value.text);
}

/** Raw tabs and line ends inside a string are refused by kintone (fact sheet §6.1). */
function quote(text: string): string {
  const escaped = text
    .replaceAll("\\", "\\\\")
    .replaceAll('"', '\\"')
    .replaceAll(/\r\n?|\n/gu, "\\n")
    .replaceAll("\t", "\\t");
  return `"${escaped}"`;
}
