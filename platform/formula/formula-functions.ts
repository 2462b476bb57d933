import type { FormulaType } from "./check-types.ts";

export type FunctionName =
  | "SUM"
  | "IF"
  | "AND"
  | "OR"
  | "NOT"
  | "CONTAINS"
  | "ROUND"
  | "ROUNDUP"
  | "ROUNDDOWN"
  | "YEN"
  | "DATE_FORMAT";

export type FunctionRule = {
  readonly name: FunctionName;
  readonly least: number;
  readonly most: number;
  /** What each argument may be when the formula is checked; the last entry holds for all that follow. */
  readonly accepts: readonly (readonly FormulaType[])[];
  /** Of an IF it is the type of its branches. */
  readonly result: FormulaType;
};

/** Booleans and numbers stand for each other only until the value is calculated: measured, such formulas are deployed and give `""`. */
const plain = ["number", "boolean"] as const;
const scalar = ["number", "boolean", "text"] as const;
const round = { least: 1, most: 2, accepts: [plain, plain], result: "number" } as const;

/** How many arguments SUM takes at most is not in our sources; 32 for AND and OR is measured. */
const rules: readonly FunctionRule[] = [
  { name: "SUM", least: 1, most: Number.POSITIVE_INFINITY, accepts: [[...plain, "numbers"]], result: "number" },
  { name: "IF", least: 3, most: 3, accepts: [plain, scalar, scalar], result: "any" },
  { name: "AND", least: 1, most: 32, accepts: [plain], result: "boolean" },
  { name: "OR", least: 1, most: 32, accepts: [plain], result: "boolean" },
  { name: "NOT", least: 1, most: 1, accepts: [plain], result: "boolean" },
  { name: "CONTAINS", least: 2, most: 2, accepts: [["text", "texts"], ["text"]], result: "boolean" },
  { name: "ROUND", ...round },
  { name: "ROUNDUP", ...round },
  { name: "ROUNDDOWN", ...round },
  { name: "YEN", least: 1, most: 2, accepts: [plain, plain], result: "text" },
  { name: "DATE_FORMAT", least: 3, most: 3, accepts: [plain, ["text"], ["text"]], result: "text" },
];

const byName = new Map<string, FunctionRule>(rules.map((rule) => [rule.name, rule]));

/** A function by its name; that small letters do as well is a guess. */
export function findFunction(name: string): FunctionRule | null {
  return byName.get(name.toUpperCase()) ?? null;
}
