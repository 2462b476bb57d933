import { compareDecimals, parseDecimal, type Decimal } from "../record/decimal.ts";
import { add, divide, multiply, negate, power } from "./arithmetic.ts";
import { callFunction } from "./call-function.ts";
import { settle, textOf, type Precision } from "./convert-value.ts";
import type { BinaryOperator, Formula } from "./formula.ts";
import { findFunction } from "./formula-functions.ts";
import { errorValue, noResult, numberOf, toBoolean, toText, type FormulaValue } from "./formula-value.ts";

export type EvaluationScope = { readonly precision: Precision; readonly read: (code: string) => FormulaValue };

/** Calculates a formula. Whatever the values are, it throws nothing: what cannot be calculated is an `error`. */
export function evaluate(formula: Formula, scope: EvaluationScope): FormulaValue {
  switch (formula.kind) {
    case "number": {
      const number = parseDecimal(formula.text);
      return number === null ? errorValue : settle(number, scope.precision);
    }
    case "text":
      return toText(formula.text);
    case "field":
      return scope.read(formula.code);
    case "sign": {
      const operand = evaluate(formula.operand, scope);
      const number = numberOf(operand);
      return operand.kind === "error"
        ? operand
        : number === null
          ? errorValue
          : settle(formula.operator === "-" ? negate(number) : number, scope.precision);
    }
    case "binary":
      return evaluateBinary(formula.operator, [evaluate(formula.left, scope), evaluate(formula.right, scope)], scope);
    case "call":
    default:
      return evaluateCall(formula, scope);
  }
}

/** An IF calculates only the branch that it takes. Measured: a number is no condition. */
function evaluateCall(
  { name, args }: Extract<Formula, { readonly kind: "call" }>,
  scope: EvaluationScope,
): FormulaValue {
  const called = findFunction(name)?.name;
  const [condition, then, otherwise] = args;
  if (called === undefined) {
    return errorValue;
  }
  if (called !== "IF") {
    const values = args.map((arg) => evaluate(arg, scope));
    return callFunction(called, values, scope.precision);
  }
  const value = condition === undefined ? errorValue : evaluate(condition, scope);
  if (value.kind === "error") {
    return value;
  }
  const branch = value.kind === "boolean" ? (value.truth ? then : otherwise) : undefined;
  return branch === undefined ? errorValue : evaluate(branch, scope);
}

type Pair = readonly [FormulaValue, FormulaValue];

function evaluateBinary(operator: BinaryOperator, pair: Pair, { precision }: EvaluationScope): FormulaValue {
  const [left, right] = pair;
  if (left.kind === "error") {
    return left;
  }
  if (right.kind === "error") {
    return right;
  }
  switch (operator) {
    case "&": {
      const [first, second] = [textOf(left), textOf(right)];
      return first === null || second === null ? errorValue : toText(first + second);
    }
    case "=":
      return toBoolean(isSame(left, right));
    case "!=":
      return toBoolean(!isSame(left, right));
    case "<":
    case "<=":
    case ">":
    case ">=":
      return compare(operator, pair);
    case "+":
    case "-":
    case "*":
    case "/":
    case "^":
    default:
      return compute(operator, pair, precision);
  }
}

/** Values of different types are never the same (kintone help); an empty field is the same as 0 and as `""`. */
function isSame(left: FormulaValue, right: FormulaValue): boolean {
  if (left.kind === "empty" || right.kind === "empty") {
    const other = left.kind === "empty" ? right : left;
    const number = numberOf(other);
    return number === null ? other.kind === "text" && other.text === "" : number.units === 0n;
  }
  if (left.kind === "number" && right.kind === "number") {
    return compareDecimals(left.number, right.number) === 0;
  }
  return left.kind === right.kind && textOf(left) !== null && textOf(left) === textOf(right);
}

function compare(operator: "<" | "<=" | ">" | ">=", pair: Pair): FormulaValue {
  const [left, right] = [numberOf(pair[0]), numberOf(pair[1])];
  if (left === null || right === null) {
    return errorValue;
  }
  const difference = compareDecimals(left, right);
  switch (operator) {
    case "<":
      return toBoolean(difference < 0);
    case "<=":
      return toBoolean(difference <= 0);
    case ">":
      return toBoolean(difference > 0);
    case ">=":
    default:
      return toBoolean(difference >= 0);
  }
}

function compute(operator: "+" | "-" | "*" | "/" | "^", pair: Pair, precision: Precision): FormulaValue {
  const [left, right] = [numberOf(pair[0]), numberOf(pair[1])];
  if (left === null || right === null) {
    return errorValue;
  }
  const result = combine(operator, { left, right }, precision);
  return result === null ? noResult : settle(result, precision);
}

function combine(
  operator: "+" | "-" | "*" | "/" | "^",
  { left, right }: { readonly left: Decimal; readonly right: Decimal },
  precision: Precision,
): Decimal | null {
  switch (operator) {
    case "+":
      return add(left, right);
    case "-":
      return add(left, negate(right));
    case "*":
      return multiply(left, right);
    case "/":
      return divide(left, right, precision);
    case "^":
    default:
      return power(left, right, precision);
  }
}
