import { precedence, type Formula } from "../formula.ts";

/** A formula as text that reads back as the same formula. */
export function printFormula(formula: Formula): string {
  switch (formula.kind) {
    case "number":
      return formula.text;
    case "text":
      return `"${formula.text.replaceAll(/["\\]/gu, String.raw`\$&`)}"`;
    case "field":
      return formula.code;
    case "call":
      return `${formula.name}(${formula.args.map(printFormula).join(", ")})`;
    case "sign":
      return `${formula.operator}${formula.operand.kind === "binary" ? enclose(formula.operand) : printFormula(formula.operand)}`;
    case "binary":
    default: {
      const { operator, left, right } = formula;
      const own = precedence[operator];
      return `${printOperand(left, own)} ${operator} ${printOperand(right, own + 1)}`;
    }
  }
}

function printOperand(operand: Formula, least: number): string {
  return operand.kind === "binary" && precedence[operand.operator] < least ? enclose(operand) : printFormula(operand);
}

function enclose(formula: Formula): string {
  return `(${printFormula(formula)})`;
}
