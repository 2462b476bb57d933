import type { Condition } from "../../../apps-schema/schema/view.ts";

const part =
  /^\s*([^\s"()=<>!]+)\s*(not in|in|>=|<=|!=|=|>|<|is not empty|is empty)\s*(\((?:[^"()]|"(?:[^"\\]|\\.)*"|\(\s*[^()]*\))*\)|"(?:[^"\\]|\\.)*"|[A-Z_]+\([^()]*\))?\s*/u;

type Parsed = { readonly where: readonly Condition[]; readonly joint: "and" | "or" };

/** A view's filter in the words of declarations; null for what they cannot say. */
export function parseConditions(text: string): Parsed | null {
  const where: Condition[] = [];
  let joint: "and" | "or" | null = null;
  let rest = text;
  while (rest.trim() !== "") {
    const match = part.exec(rest);
    const condition = match === null ? null : toCondition(match[1] ?? "", match[2] ?? "", match[3] ?? "");
    if (match === null || condition === null) {
      return null;
    }
    where.push(condition);
    rest = rest.slice(match[0].length);
    const next = /^(and|or)\s/u.exec(rest)?.[1];
    if (rest !== "" && (next === undefined || (joint !== null && joint !== next))) {
      return null;
    }
    joint = next === "or" ? "or" : next === "and" ? "and" : joint;
    rest = rest.slice(next === undefined ? 0 : next.length);
  }
  return { where, joint: joint ?? "and" };
}

const comparisons = ["=", "!=", ">", "<", ">=", "<="] as const;
const lists = ["in", "not in"] as const;
const calls = ["LOGINUSER()", "PRIMARY_ORGANIZATION()", "TODAY()", "THIS_MONTH()", "NEXT_MONTH()"] as const;

function toCondition(field: string, word: string, operand: string): Condition | null {
  if (word === "is empty" || word === "is not empty") {
    return operand === "" ? { field, operator: word } : null;
  }
  const list = lists.find((each) => each === word);
  const inner = list === undefined ? operand : operand.slice(1, -1).trim();
  const call = calls.find((each) => each === inner) ?? toDistance(inner);
  if (list !== undefined) {
    const values = call === undefined ? parseTexts(inner) : null;
    return call === undefined
      ? values === null
        ? null
        : { field, operator: list, values }
      : { field, operator: list, call };
  }
  const comparison = comparisons.find((each) => each === word);
  const values = parseTexts(inner);
  const value = values?.length === 1 ? values[0] : undefined;
  if (comparison === undefined) {
    return null;
  }
  return call === undefined
    ? value === undefined
      ? null
      : { field, operator: comparison, value }
    : { field, operator: comparison, call };
}

/** `FROM_TODAY(-14, DAYS)` */
function toDistance(text: string): `FROM_TODAY(${number}, ${"DAYS" | "MONTHS"})` | undefined {
  const [, count, unit] = /^FROM_TODAY\((-?\d+),\s*"?(DAYS|MONTHS)"?\)$/u.exec(text) ?? [];
  return count === undefined ? undefined : `FROM_TODAY(${Number(count)}, ${unit === "DAYS" ? "DAYS" : "MONTHS"})`;
}

/** `"a", "b\"c"` */
function parseTexts(text: string): string[] | null {
  const texts = [...text.matchAll(/"((?:[^"\\]|\\.)*)"/gu)].map((match) =>
    (match[1] ?? "").replaceAll(/\\(.)/gu, "$1"),
  );
  const isOnlyTexts = text.replaceAll(/"(?:[^"\\]|\\.)*"/gu, "").replaceAll(/[\s,]/gu, "") === "";
  return isOnlyTexts && texts.length > 0 ? texts : null;
}
