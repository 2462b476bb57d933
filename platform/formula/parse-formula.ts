import { binaryOperators, precedence, type BinaryOperator, type Formula } from "./formula.ts";
import { FormulaFault } from "./formula-fault.ts";
import { formulaMessages } from "./formula-messages.ts";
import { tokenizeFormula, type FormulaToken } from "./tokenize-formula.ts";

/** Deeper formulas would run out of stack; kintone's own limit is not in our sources. */
const deepest = 1000;

/** Reads a formula; throws a `FormulaFault` when it is none. */
export function parseFormula(text: string): Formula {
  const reader = createReader(tokenizeFormula(text));
  const formula = readBinary(reader, 1);
  if (reader.peek().kind !== "end") {
    throw new FormulaFault(formulaMessages.syntax);
  }
  return formula;
}

type Reader = {
  readonly peek: () => FormulaToken;
  readonly next: () => FormulaToken;
  readonly takeSign: (sign: string) => boolean;
  /** Counts a step into the formula. */
  readonly enter: () => void;
  readonly leave: () => void;
};

function createReader(tokens: readonly FormulaToken[]): Reader {
  let at = 0;
  let depth = 0;
  const end: FormulaToken = { kind: "end", text: "", start: 0, end: 0 };
  const peek = (): FormulaToken => tokens[at] ?? end;
  return {
    peek,
    next: () => {
      const token = peek();
      at += 1;
      return token;
    },
    takeSign: (sign) => {
      const { kind, text } = peek();
      const isIt = kind === "sign" && text === sign;
      at += isIt ? 1 : 0;
      return isIt;
    },
    enter: () => {
      depth += 1;
      if (depth > deepest) {
        throw new FormulaFault(formulaMessages.tooDeep);
      }
    },
    leave: () => {
      depth -= 1;
    },
  };
}

/** Operators that bind at least as tightly as `least`; equal ones group from the left. */
function readBinary(reader: Reader, least: number): Formula {
  reader.enter();
  let left = readSigned(reader);
  let chain = 0;
  for (;;) {
    const operator = toOperator(reader.peek());
    if (operator === null || precedence[operator] < least) {
      break;
    }
    // A chain of equal operators is a deep tree as well.
    chain += 1;
    reader.enter();
    reader.next();
    left = { kind: "binary", operator, left, right: readBinary(reader, precedence[operator] + 1) };
  }
  for (let step = 0; step <= chain; step += 1) {
    reader.leave();
  }
  return left;
}

function toOperator({ kind, text }: FormulaToken): BinaryOperator | null {
  return kind === "sign" ? (binaryOperators.find((operator) => operator === text) ?? null) : null;
}

function readSigned(reader: Reader): Formula {
  for (const operator of ["-", "+"] as const) {
    if (reader.takeSign(operator)) {
      reader.enter();
      const operand = readSigned(reader);
      reader.leave();
      return { kind: "sign", operator, operand };
    }
  }
  return readOperand(reader);
}

function readOperand(reader: Reader): Formula {
  const { kind, text } = reader.next();
  if (kind === "number") {
    return { kind: "number", text };
  }
  if (kind === "text") {
    return { kind: "text", text };
  }
  if (kind === "name") {
    return reader.takeSign("(")
      ? { kind: "call", name: text, args: readArguments(reader) }
      : { kind: "field", code: text };
  }
  if (kind === "sign" && text === "(") {
    const inner = readBinary(reader, 1);
    if (reader.takeSign(")")) {
      return inner;
    }
  }
  throw new FormulaFault(formulaMessages.syntax);
}

function readArguments(reader: Reader): readonly Formula[] {
  const args: Formula[] = [];
  if (reader.takeSign(")")) {
    return args;
  }
  do {
    args.push(readBinary(reader, 1));
  } while (reader.takeSign(","));
  if (!reader.takeSign(")")) {
    throw new FormulaFault(formulaMessages.syntax);
  }
  return args;
}
