import { invalidQuery, PlatformError } from "../platform-error.ts";
import { joinConditions } from "./query.ts";
import type { Comparison, Condition, Operand, Operator, Query, SortKey } from "./query.ts";
import { tokenize } from "./tokenize.ts";
import type { Token } from "./tokenize.ts";

/** Deeper parentheses than anyone writes would only serve to exhaust the stack. */
const deepest = 100;

/** Reads a whole query: condition, `order by`, `limit`, `offset`. Throws CB_VA01, GAIA_QU01 or GAIA_QU02. */
export function parseQuery(text: string): Query {
  const reader = createReader(text);
  const condition = startsTail(reader) || reader.peek().kind === "end" ? null : parseOr(reader, 0);
  const order = reader.takeWord("order") ? parseOrder(reader) : [];
  const limit = reader.takeWord("limit") ? parseCount(reader) : null;
  const offset = reader.takeWord("offset") ? parseCount(reader) : null;
  reader.expectEnd();
  if (limit !== null && limit > 500) {
    throw new PlatformError("GAIA_QU01");
  }
  if (offset !== null && offset > 10_000) {
    throw new PlatformError("GAIA_QU02");
  }
  return { condition, order, limit, offset };
}

/** Reads a bare condition (`filterCond`): no order, limit or offset. Empty text = null = all records. */
export function parseCondition(text: string): Condition | null {
  const reader = createReader(text);
  if (reader.peek().kind === "end") {
    return null;
  }
  const condition = parseOr(reader, 0);
  reader.expectEnd();
  return condition;
}

/** Reads what stands after `order by` (a view's `sort`). Empty text = no keys. */
export function parseSort(text: string): readonly SortKey[] {
  const reader = createReader(text);
  if (reader.peek().kind === "end") {
    return [];
  }
  const keys = parseSortKeys(reader);
  reader.expectEnd();
  return keys;
}

type Reader = {
  readonly peek: (ahead?: number) => Token;
  readonly take: () => Token;
  /** Takes the next token when it is this keyword, in any case. */
  readonly takeWord: (word: string) => boolean;
  readonly takeSign: (sign: string) => boolean;
  readonly expectSign: (sign: string) => void;
  readonly expectEnd: () => void;
};

function createReader(text: string): Reader {
  const tokens = tokenize(text);
  const end: Token = { kind: "end", text: "" };
  let position = 0;
  const peek = (ahead = 0): Token => tokens[position + ahead] ?? end;
  const take = (): Token => {
    const token = peek();
    position += 1;
    return token;
  };
  const takeIf = (matches: boolean): boolean => {
    position += matches ? 1 : 0;
    return matches;
  };
  const takeSign = (sign: string): boolean => takeIf(peek().kind === "sign" && peek().text === sign);
  return {
    peek,
    take,
    takeWord: (word) => takeIf(isWord(peek(), word)),
    takeSign,
    expectSign: (sign) => {
      if (!takeSign(sign)) {
        throw invalidQuery();
      }
    },
    expectEnd: () => {
      if (peek().kind !== "end") {
        throw invalidQuery();
      }
    },
  };
}

function isWord(token: Token, word: string): boolean {
  return token.kind === "word" && token.text.toLowerCase() === word;
}

/** Whether the query has no condition. A field may be called `order` or `limit`, so the token after it decides. */
function startsTail(reader: Reader): boolean {
  const [first, second] = [reader.peek(), reader.peek(1)];
  const counted = isWord(first, "limit") || isWord(first, "offset");
  return (isWord(first, "order") && isWord(second, "by")) || (counted && second.kind === "number");
}

function parseOr(reader: Reader, depth: number): Condition {
  const terms = [parseAnd(reader, depth)];
  while (reader.takeWord("or")) {
    terms.push(parseAnd(reader, depth));
  }
  return joined("or", terms);
}

function parseAnd(reader: Reader, depth: number): Condition {
  const terms = [parseTerm(reader, depth)];
  while (reader.takeWord("and")) {
    terms.push(parseTerm(reader, depth));
  }
  return joined("and", terms);
}

function joined(kind: "and" | "or", terms: readonly Condition[]): Condition {
  const condition = joinConditions(kind, terms);
  if (condition === null) {
    throw invalidQuery();
  }
  return condition;
}

function parseTerm(reader: Reader, depth: number): Condition {
  if (depth > deepest) {
    throw invalidQuery();
  }
  if (!reader.takeSign("(")) {
    return parseComparison(reader);
  }
  const condition = parseOr(reader, depth + 1);
  reader.expectSign(")");
  return condition;
}

function parseComparison(reader: Reader): Comparison {
  const field = reader.take();
  if (field.kind !== "word") {
    throw invalidQuery();
  }
  const operator = parseOperator(reader);
  return { kind: "comparison", field: field.text, operator, operands: parseOperands(reader, operator) };
}

function parseOperator(reader: Reader): Operator {
  const token = reader.take();
  if (token.kind === "sign") {
    switch (token.text) {
      case "=":
      case "!=":
      case ">":
      case "<":
      case ">=":
      case "<=":
        return token.text;
      default:
        throw invalidQuery();
    }
  }
  if (isWord(token, "in") || isWord(token, "like")) {
    return isWord(token, "in") ? "in" : "like";
  }
  if (isWord(token, "not") && reader.takeWord("in")) {
    return "not in";
  }
  if (isWord(token, "not") && reader.takeWord("like")) {
    return "not like";
  }
  if (isWord(token, "is")) {
    const negated = reader.takeWord("not");
    if (reader.takeWord("empty")) {
      return negated ? "is not empty" : "is empty";
    }
  }
  throw invalidQuery();
}

function parseOperands(reader: Reader, operator: Operator): readonly Operand[] {
  if (operator === "is empty" || operator === "is not empty") {
    return [];
  }
  if (operator !== "in" && operator !== "not in") {
    return [parseOperand(reader)];
  }
  reader.expectSign("(");
  const operands = [parseOperand(reader)];
  while (reader.takeSign(",")) {
    operands.push(parseOperand(reader));
  }
  reader.expectSign(")");
  return operands;
}

function parseOperand(reader: Reader): Operand {
  const token = reader.take();
  if (token.kind === "text" || token.kind === "number") {
    return { kind: token.kind, text: token.text };
  }
  if (token.kind !== "word") {
    throw invalidQuery();
  }
  reader.expectSign("(");
  const args: string[] = [];
  while (!reader.takeSign(")")) {
    if (args.length > 0) {
      reader.expectSign(",");
    }
    const argument = reader.take();
    if (argument.kind !== "word" && argument.kind !== "number") {
      throw invalidQuery();
    }
    args.push(argument.text);
  }
  return { kind: "function", name: token.text.toUpperCase(), args };
}

function parseOrder(reader: Reader): readonly SortKey[] {
  if (!reader.takeWord("by")) {
    throw invalidQuery();
  }
  return parseSortKeys(reader);
}

function parseSortKeys(reader: Reader): readonly SortKey[] {
  const keys: SortKey[] = [];
  do {
    const field = reader.take();
    if (field.kind !== "word") {
      throw invalidQuery();
    }
    const descending = reader.takeWord("desc");
    if (!descending) {
      reader.takeWord("asc");
    }
    keys.push({ field: field.text, direction: descending ? "desc" : "asc" });
  } while (reader.takeSign(","));
  return keys;
}

function parseCount(reader: Reader): number {
  const token = reader.take();
  if (token.kind !== "number" || !/^\d{1,9}$/u.test(token.text)) {
    throw invalidQuery();
  }
  return Number(token.text);
}
