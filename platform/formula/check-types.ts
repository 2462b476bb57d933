import type { StoredField } from "../store/app-settings.ts";
import type { Formula } from "./formula.ts";
import { findReference, type Reference } from "./formula-fields.ts";
import { FormulaFault } from "./formula-fault.ts";
import { findFunction, type FunctionRule } from "./formula-functions.ts";
import { formulaMessages } from "./formula-messages.ts";

/** `any`: known only when it is calculated, as the value of an IF with different branches. */
export type FormulaType = "number" | "text" | "boolean" | "numbers" | "texts" | "any";

/** Types of fields that formulas may name (fact sheet §7.1), with the type of their value (kintone help). */
const valueTypes: Readonly<Record<string, FormulaType>> = {
  NUMBER: "number",
  CALC: "number",
  DATE: "number",
  TIME: "number",
  DATETIME: "number",
  CREATED_TIME: "number",
  UPDATED_TIME: "number",
  SINGLE_LINE_TEXT: "text",
  DROP_DOWN: "text",
  RADIO_BUTTON: "text",
  CREATOR: "text",
  MODIFIER: "text",
  CHECK_BOX: "texts",
  MULTI_SELECT: "texts",
};

/** The fields that a formula may name, and where it stands. */
export type TypeScope = { readonly fields: readonly StoredField[]; readonly home: StoredField | null };

/** Checks a formula and returns the type of its value. */
function checkTypes(formula: Formula, scope: TypeScope): FormulaType {
  switch (formula.kind) {
    case "number":
      return "number";
    case "text":
      return "text";
    case "field":
      return typeOfField(formula.code, scope);
    case "sign":
      expectOperand(checkTypes(formula.operand, scope), formula.operator);
      return "number";
    case "binary":
      return checkBinary(formula, scope);
    case "call":
    default:
      return checkCall(formula, scope);
  }
}

/**
 * Checks a whole formula; throws a `FormulaFault`. A list is no value of a field. Measured: numbers as conditions, booleans in sums and
 * CONTAINS of a single text are not refused; their value is empty. What is refused beyond the measured cases follows the types in
 * kintone help and is a guess.
 */
export function checkFormula(formula: Formula, scope: TypeScope): void {
  const type = checkTypes(formula, scope);
  if (isList(type)) {
    throw new FormulaFault(formulaMessages.listUse);
  }
}

function typeOfField(code: string, scope: TypeScope): FormulaType {
  const reference = findReference(scope.fields, code, scope.home);
  if (reference === null) {
    throw new FormulaFault(formulaMessages.unknownField, { code });
  }
  return typeOfReference(reference);
}

function typeOfReference({ field, isList: ofAllRows }: Reference): FormulaType {
  const type = valueTypes[field.type];
  if (type === undefined) {
    throw new FormulaFault(formulaMessages.fieldType, { type: field.type });
  }
  if (!ofAllRows) {
    return type;
  }
  // Measured: a check box in a table cannot even be searched by CONTAINS.
  if (type === "texts") {
    throw new FormulaFault(formulaMessages.listUse);
  }
  return type === "number" ? "numbers" : "texts";
}

function checkBinary(formula: Extract<Formula, { readonly kind: "binary" }>, scope: TypeScope): FormulaType {
  const { operator } = formula;
  const types = [checkTypes(formula.left, scope), checkTypes(formula.right, scope)];
  switch (operator) {
    case "&":
      if (types.some(isList)) {
        throw new FormulaFault(formulaMessages.operatorTypes, { operator });
      }
      return "text";
    case "=":
    case "!=":
      expectNoList(types);
      return "boolean";
    case "<":
    case "<=":
    case ">":
    case ">=":
      types.forEach((type) => expectOperand(type, operator));
      return "boolean";
    case "+":
    case "-":
    case "*":
    case "/":
    case "^":
    default:
      types.forEach((type) => expectOperand(type, operator));
      return "number";
  }
}

function expectOperand(type: FormulaType, operator: string): void {
  expectNoList([type]);
  if (type === "text") {
    throw new FormulaFault(formulaMessages.operatorTypes, { operator });
  }
}

function expectNoList(types: readonly FormulaType[]): void {
  if (types.some(isList)) {
    throw new FormulaFault(formulaMessages.listUse);
  }
}

function isList(type: FormulaType): boolean {
  return type === "numbers" || type === "texts";
}

function checkCall({ name, args }: Extract<Formula, { readonly kind: "call" }>, scope: TypeScope): FormulaType {
  const rule = findFunction(name);
  if (rule === null) {
    throw new FormulaFault(formulaMessages.unknownFunction, { name });
  }
  checkCount(rule, args.length);
  const types = args.map((arg) => checkTypes(arg, scope));
  types.forEach((type, index) => expectArgument(rule, type, index));
  if (rule.name !== "IF") {
    return rule.result;
  }
  const [, then = "any", otherwise = "any"] = types;
  return then === otherwise ? then : "any";
}

function checkCount({ name, least, most }: FunctionRule, count: number): void {
  if (count < least) {
    throw new FormulaFault(least === most ? formulaMessages.needsExactly : formulaMessages.needsAtLeast, {
      name,
      count: least,
    });
  }
  if (count > most) {
    throw new FormulaFault(formulaMessages.takesAtMost, { name, count: most });
  }
}

function expectArgument(rule: FunctionRule, type: FormulaType, index: number): void {
  const { accepts } = rule;
  const allowed = accepts[Math.min(index, accepts.length - 1)] ?? [];
  if (type === "any" || allowed.includes(type)) {
    return;
  }
  // Measured for CONTAINS over a column of numbers.
  throw isList(type)
    ? new FormulaFault(formulaMessages.listUse)
    : new FormulaFault(formulaMessages.argumentTypes, { name: rule.name });
}
