import { invalidQuery } from "../platform-error.ts";
import { compareNumberTexts } from "../record/compare-number-texts.ts";
import { parseDecimal, printDecimal } from "../record/decimal.ts";
import { formatInstant, isDay, startOfDay } from "./calendar.ts";
import { normaliseForSearch, containsWords } from "./contains-words.ts";
import type { Comparison, Operand, Operator } from "./query.ts";
import type { QueryContext, QueryField, QueryValue } from "./query-context.ts";
import { readDuration } from "./read-duration.ts";
import { toTimeRange } from "./query-function.ts";
import type { TimeRange } from "./query-function.ts";
import { isEmptyValue, toTexts } from "./query-value.ts";

export type ValueTest = (value: QueryValue) => boolean;

/**
 * The positive form of a comparison as a test of one value; `negated` tells that the comparison is its opposite.
 * Null: the condition is dropped (`PRIMARY_ORGANIZATION()` of a user without one, fact sheet §6.3).
 */
export function toValueTest(
  comparison: Comparison,
  field: QueryField,
  context: QueryContext,
): { readonly test: ValueTest; readonly negated: boolean } | null {
  const { operator, operands } = comparison;
  const [operand] = operands;
  switch (operator) {
    case "is empty":
    case "is not empty":
      return { test: isEmptyValue, negated: operator === "is not empty" };
    case "in":
    case "not in": {
      const test = toMembershipTest(operands, field, context);
      return test && { test, negated: operator === "not in" };
    }
    case "like":
    case "not like":
      return { test: toSearchTest(operand), negated: operator === "not like" };
    case "!=":
      return { test: toOrderTest("=", operand, { field, context }), negated: true };
    case "=":
    case ">":
    case "<":
    case ">=":
    case "<=":
    default:
      return { test: toOrderTest(operator, operand, { field, context }), negated: false };
  }
}

function toMembershipTest(operands: readonly Operand[], field: QueryField, context: QueryContext): ValueTest | null {
  const wanted = operands.map((operand) => toMember(operand, context)).filter((text) => text !== null);
  if (wanted.length === 0) {
    return null;
  }
  const acceptsEmpty = wanted.includes("");
  if (field.kind === "number") {
    const numbers = new Set(wanted.filter((text) => text !== "").map(toPlainNumber));
    return (value) => {
      const [text] = toTexts(value);
      return text === undefined ? acceptsEmpty : numbers.has(text);
    };
  }
  const members = new Set(wanted);
  return (value) => {
    const texts = toTexts(value);
    return texts.length === 0 ? acceptsEmpty : texts.some((text) => members.has(text));
  };
}

function toMember(operand: Operand, context: QueryContext): string | null {
  if (operand.kind !== "function") {
    return operand.text;
  }
  return operand.name === "LOGINUSER" ? context.loginUser : context.primaryOrganization;
}

function toSearchTest(operand: Operand | undefined): ValueTest {
  if (operand === undefined || operand.kind === "function") {
    throw invalidQuery();
  }
  const needle = normaliseForSearch(operand.text);
  return (value) => toTexts(value).some((text) => containsWords(normaliseForSearch(text), needle));
}

type OrderOperator = Extract<Operator, "=" | ">" | "<" | ">=" | "<=">;

type Place = { readonly field: QueryField; readonly context: QueryContext };

function toOrderTest(operator: OrderOperator, operand: Operand | undefined, { field, context }: Place): ValueTest {
  if (operand === undefined) {
    throw invalidQuery();
  }
  if (operand.kind !== "function" && operand.text === "") {
    return (value) => operator === "=" && isEmptyValue(value);
  }
  if (field.kind === "number") {
    const number = toPlainNumber(operand.kind === "function" ? "" : operand.text);
    return (value) => {
      const difference = compareNumberTexts(toTexts(value)[0] ?? "", number);
      return difference !== null && orders[operator](difference);
    };
  }
  if (field.kind === "duration") {
    const minutes = operand.kind === "function" ? null : readDuration(operand.text);
    if (minutes === null) {
      throw invalidQuery();
    }
    return (value) => {
      const own = readDuration(toTexts(value)[0] ?? "");
      return own !== null && orders[operator](own - minutes);
    };
  }
  if (field.kind === "date" || field.kind === "time" || field.kind === "datetime") {
    const range = toRange(operand, field.kind, context);
    return (value) => {
      const [text] = toTexts(value);
      return text !== undefined && positions[operator](text, range);
    };
  }
  const wanted = operand.kind === "function" ? "" : operand.text;
  return (value) => toTexts(value)[0] === wanted;
}

const orders: Readonly<Record<OrderOperator, (difference: number) => boolean>> = {
  "=": (difference) => difference === 0,
  ">": (difference) => difference > 0,
  "<": (difference) => difference < 0,
  ">=": (difference) => difference >= 0,
  "<=": (difference) => difference <= 0,
};

/** `=` means inside the range, `<` and `>=` look at its start, `>` and `<=` at its end. */
const positions: Readonly<Record<OrderOperator, (text: string, range: TimeRange) => boolean>> = {
  "=": (text, { start, end }) => text >= start && text < end,
  ">": (text, { end }) => text >= end,
  "<": (text, { start }) => text < start,
  ">=": (text, { start }) => text >= start,
  "<=": (text, { end }) => text < end,
};

function toRange(operand: Operand, kind: "date" | "time" | "datetime", context: QueryContext): TimeRange {
  if (operand.kind === "function") {
    if (kind === "time") {
      throw invalidQuery();
    }
    return toTimeRange(operand, kind, context);
  }
  const point = toPoint(operand.text, kind, context);
  if (point === null) {
    throw invalidQuery();
  }
  // The next possible text after the point, so that one day, minute or instant is a range as well.
  return { start: point, end: `${point}\u0000` };
}

function toPoint(text: string, kind: "date" | "time" | "datetime", context: QueryContext): string | null {
  if (kind === "date") {
    return isDay(text) ? text : null;
  }
  if (kind === "time") {
    return /^(?:[01]\d|2[0-3]):[0-5]\d$/u.test(text) ? text : null;
  }
  if (isDay(text)) {
    return formatInstant(startOfDay(text, context.timezone));
  }
  return parseInstant(text);
}

/** ISO 8601 with a zone (`Z`, `+09:00`, `+0900`), to whole minutes; null when it is something else. */
export function parseInstant(text: string): string | null {
  const [, day, time, hours = "", minutes = ""] =
    /^(\d{4}-\d{2}-\d{2})T((?:[01]\d|2[0-3]):[0-5]\d)(?::[0-5]\d(?:\.\d{1,9})?)?(?:Z|([+-](?:[01]\d|2[0-3])):?([0-5]\d))$/u.exec(
      text,
    ) ?? [];
  if (day === undefined || time === undefined || !isDay(day)) {
    return null;
  }
  const instant = Date.parse(`${day}T${time}:00${hours === "" ? "Z" : `${hours}:${minutes}`}`);
  return Number.isNaN(instant) ? null : formatInstant(new Date(instant));
}

/** A number of a query in the form in which numbers are stored. */
function toPlainNumber(text: string): string {
  const decimal = parseDecimal(text);
  if (decimal === null) {
    throw invalidQuery();
  }
  return printDecimal(decimal);
}
