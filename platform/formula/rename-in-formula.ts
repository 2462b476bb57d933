import { FormulaFault } from "./formula-fault.ts";
import { tokenizeFormula } from "./tokenize-formula.ts";

/**
 * Writes new field codes into a formula and leaves everything else as it was typed; kintone help: a changed field code changes in
 * formulas by itself. A text that is no formula stays.
 */
export function renameInFormula(formula: string, codes: ReadonlyMap<string, string>): string {
  try {
    const tokens = tokenizeFormula(formula);
    let renamed = "";
    let copied = 0;
    for (const [index, { kind, text, start, end }] of tokens.entries()) {
      const following = tokens[index + 1];
      const isFunction = following?.kind === "sign" && following.text === "(";
      const code = kind === "name" && !isFunction ? codes.get(text) : undefined;
      if (code !== undefined) {
        renamed += formula.slice(copied, start) + code;
        copied = end;
      }
    }
    return renamed + formula.slice(copied);
  } catch (fault) {
    if (fault instanceof FormulaFault) {
      return formula;
    }
    throw fault;
  }
}
