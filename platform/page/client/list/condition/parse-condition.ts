import type { Condition, ConditionOperator, ConditionRow, ConditionValue } from "./condition.ts";
import { isWord, type Token, tokenizeCondition } from "./tokenize-condition.ts";

/**
 * Reads a condition into lines of the filter panel. `null` when it cannot be shown as lines (parentheses, `and` mixed
 * with `or`): the panel then shows the text itself.
 */
export function parseCondition(text: string): Condition | null {
  const tokens = tokenizeCondition(text);
  if (tokens === null) {
    return null;
  }
  const rows: ConditionRow[] = [];
  const joiners = new Set<string>();
  let at = 0;
  while (at < tokens.length) {
    const taken = takeRow(tokens, at);
    if (taken === null) {
      return null;
    }
    rows.push(taken.row);
    at = taken.next;
    const joiner = tokens[at];
    if (joiner === undefined) {
      break;
    }
    if (!isWord(joiner, "and") && !isWord(joiner, "or")) {
      return null;
    }
    joiners.add(joiner.text.toLowerCase());
    at += 1;
    if (at === tokens.length) {
      return null;
    }
  }
  return joiners.size > 1 ? null : { joiner: joiners.has("or") ? "or" : "and", rows };
}

function takeRow(tokens: readonly Token[], at: number): { row: ConditionRow; next: number } | null {
  const code = tokens[at];
  const operator = takeOperator(tokens, at + 1);
  if (code?.kind !== "word" || operator === null) {
    return null;
  }
  if (operator.text === "is empty" || operator.text === "is not empty") {
    return { row: { code: code.text, operator: operator.text, values: [] }, next: operator.next };
  }
  const values =
    operator.text === "in" || operator.text === "not in"
      ? takeList(tokens, operator.next)
      : takeOne(tokens, operator.next);
  return values && { row: { code: code.text, operator: operator.text, values: values.values }, next: values.next };
}

function takeOperator(tokens: readonly Token[], at: number): { text: ConditionOperator; next: number } | null {
  const token = tokens[at];
  if (token?.kind === "mark") {
    const mark = token.text;
    return mark === "=" || mark === "!=" || mark === ">" || mark === "<" || mark === ">=" || mark === "<="
      ? { text: mark, next: at + 1 }
      : null;
  }
  const [second, third] = [tokens[at + 1], tokens[at + 2]];
  if (isWord(token, "is")) {
    if (isWord(second, "empty")) {
      return { text: "is empty", next: at + 2 };
    }
    return isWord(second, "not") && isWord(third, "empty") ? { text: "is not empty", next: at + 3 } : null;
  }
  if (isWord(token, "not")) {
    if (isWord(second, "in")) {
      return { text: "not in", next: at + 2 };
    }
    return isWord(second, "like") ? { text: "not like", next: at + 2 } : null;
  }
  if (isWord(token, "in")) {
    return { text: "in", next: at + 1 };
  }
  return isWord(token, "like") ? { text: "like", next: at + 1 } : null;
}

type Values = { readonly values: readonly ConditionValue[]; readonly next: number };

function takeList(tokens: readonly Token[], start: number): Values | null {
  if (!isMark(tokens[start], "(")) {
    return null;
  }
  const values: ConditionValue[] = [];
  let at = start + 1;
  while (!isMark(tokens[at], ")")) {
    const one = takeOne(tokens, at);
    if (one === null) {
      return null;
    }
    values.push(...one.values);
    at = isMark(tokens[one.next], ",") ? one.next + 1 : one.next;
  }
  return { values, next: at + 1 };
}

function takeOne(tokens: readonly Token[], at: number): Values | null {
  const token = tokens[at];
  if (token === undefined || token.kind === "mark") {
    return null;
  }
  if (token.kind === "string" || !isMark(tokens[at + 1], "(")) {
    return { values: [{ kind: "text", text: token.text }], next: at + 1 };
  }
  const closing = tokens.findIndex((later, index) => index > at && isMark(later, ")"));
  if (closing === -1) {
    return null;
  }
  const inside = tokens.slice(at + 2, closing).map((part) => (part.text === "," ? ", " : part.text));
  return { values: [{ kind: "function", text: `${token.text}(${inside.join("")})` }], next: closing + 1 };
}

function isMark(token: Token | undefined, mark: string): boolean {
  return token?.kind === "mark" && token.text === mark;
}
