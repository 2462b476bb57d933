import type { StoredField } from "../store/app-settings.ts";
import { checkFormula } from "./check-types.ts";
import type { Formula } from "./formula.ts";
import { FormulaFault } from "./formula-fault.ts";
import { findReference, listFormulaFields, type FormulaField, type Reference } from "./formula-fields.ts";
import { formulaMessages } from "./formula-messages.ts";
import { orderFormulas } from "./order-formulas.ts";
import { parseFormula } from "./parse-formula.ts";

export type CompiledFormula = FormulaField & {
  readonly formula: Formula;
  /** What each code in the formula names. */
  readonly references: ReadonlyMap<string, Reference>;
};

export type CompiledForm = {
  /** In an order in which every formula comes after those that it refers to. */
  readonly formulas: readonly CompiledFormula[];
  /** The fields whose formula cannot be used, in the order of the form, with the reason. */
  readonly faults: readonly { readonly field: StoredField; readonly fault: FormulaFault }[];
};

const known = new WeakMap<readonly StoredField[], CompiledForm>();

/** Reads, checks and orders the formulas of a form; once for each form. */
export function compileFormulas(fields: readonly StoredField[]): CompiledForm {
  const cached = known.get(fields);
  if (cached) {
    return cached;
  }
  const form = compile(fields);
  known.set(fields, form);
  return form;
}

function compile(fields: readonly StoredField[]): CompiledForm {
  const all = listFormulaFields(fields);
  const faults = new Map<number, FormulaFault>();
  const readable = all.flatMap((entry): readonly CompiledFormula[] => {
    try {
      const formula = parseFormula(entry.expression);
      checkFormula(formula, { fields, home: entry.table });
      return [{ ...entry, formula, references: findReferences(formula, fields, entry) }];
    } catch (fault) {
      if (fault instanceof FormulaFault) {
        faults.set(entry.field.id, fault);
        return [];
      }
      throw fault;
    }
  });
  const { ordered, inCycle } = orderFormulas(readable, ({ references }) =>
    [...references.values()].map(({ field }) => field.id),
  );
  for (const { field } of inCycle) {
    faults.set(field.id, new FormulaFault(formulaMessages.cycle));
  }
  return {
    formulas: ordered,
    faults: all.flatMap(({ field }) => {
      const fault = faults.get(field.id);
      return fault === undefined ? [] : [{ field, fault }];
    }),
  };
}

function findReferences(
  formula: Formula,
  fields: readonly StoredField[],
  { table }: FormulaField,
): ReadonlyMap<string, Reference> {
  return new Map(
    [...listCodes(formula)].flatMap((code) => {
      const reference = findReference(fields, code, table);
      return reference === null ? [] : [[code, reference] as const];
    }),
  );
}

function listCodes(formula: Formula): ReadonlySet<string> {
  switch (formula.kind) {
    case "field":
      return new Set([formula.code]);
    case "sign":
      return listCodes(formula.operand);
    case "binary":
      return new Set([...listCodes(formula.left), ...listCodes(formula.right)]);
    case "call":
      return new Set(formula.args.flatMap((arg) => [...listCodes(arg)]));
    case "number":
    case "text":
    default:
      return new Set();
  }
}
