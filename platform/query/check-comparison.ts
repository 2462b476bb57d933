import { PlatformError } from "../platform-error.ts";
import type { Comparison, Operator } from "./query.ts";
import type { QueryContext, QueryField, QueryKind } from "./query-context.ts";
import { isTimeFunction } from "./query-function.ts";

const equality: readonly Operator[] = ["=", "!="];
const order: readonly Operator[] = [">", "<", ">=", "<="];
const membership: readonly Operator[] = ["in", "not in"];
const search: readonly Operator[] = ["like", "not like"];
const emptiness: readonly Operator[] = ["is empty", "is not empty"];

/** Fact sheet §6.1; the official table of operators gives rich text no emptiness. */
const allowed: Readonly<Record<QueryKind, readonly Operator[]>> = {
  number: [...equality, ...order, ...membership],
  text: [...equality, ...membership, ...search],
  "long-text": [...search, ...emptiness],
  "rich-text": search,
  choice: membership,
  choices: membership,
  status: [...equality, ...membership],
  user: membership,
  group: membership,
  organization: membership,
  date: [...equality, ...order],
  time: [...equality, ...order],
  duration: [...equality, ...order],
  datetime: [...equality, ...order],
  file: [...search, ...emptiness],
};

/** Refuses a comparison that its field's type does not allow; returns the field. */
export function checkComparison(comparison: Comparison, context: QueryContext): QueryField {
  const field = findField(comparison.field, context);
  // Measured: an unknown option is reported even when the operator is wrong as well.
  checkOperands(comparison, field, context);
  const { operator } = comparison;
  const params = { field: field.code, operator };
  const isMember = field.takesMembers === true && membership.includes(operator);
  if (!allowed[field.kind].includes(operator) && !isMember) {
    throw new PlatformError("GAIA_IQ03", params);
  }
  if (field.source.from === "table" && (operator === "=" || operator === "!=")) {
    throw new PlatformError("GAIA_IQ07", params);
  }
  return field;
}

/** The field of a code; GAIA_IQ11 when there is none, GAIA_IR02 for `Table.Field`. */
export function findField(code: string, context: QueryContext): QueryField {
  const field = context.fields.get(code);
  if (field) {
    return field;
  }
  throw code.includes(".") ? new PlatformError("GAIA_IR02") : new PlatformError("GAIA_IQ11", { field: code });
}

function checkOperands({ operands }: Comparison, field: QueryField, context: QueryContext): void {
  for (const operand of operands) {
    if (operand.kind === "function") {
      checkFunction(operand.name, field);
    } else if (operand.text !== "") {
      checkText(operand.text, field, context);
    }
  }
}

function checkFunction(name: string, field: QueryField): void {
  const fits =
    (name === "LOGINUSER" && field.kind === "user") ||
    (name === "PRIMARY_ORGANIZATION" && field.kind === "organization") ||
    (isTimeFunction(name) && (field.kind === "date" || field.kind === "datetime"));
  if (!fits) {
    throw new PlatformError("GAIA_IQ10", { field: field.code, value: `${name}()` });
  }
}

function checkText(text: string, field: QueryField, context: QueryContext): void {
  if (field.options !== null && !field.options.includes(text)) {
    throw new PlatformError("GAIA_IQ10", { field: field.code, value: text });
  }
  if (field.kind === "user" && !context.isKnown("user", text)) {
    throw new PlatformError("GAIA_IL26", { code: text });
  }
  if (field.kind === "group" && !context.isKnown("group", text)) {
    throw new PlatformError("GAIA_IL27", { code: text });
  }
  if (field.kind === "organization" && !context.isKnown("organization", text)) {
    throw new PlatformError("GAIA_IL28", { code: text });
  }
}
