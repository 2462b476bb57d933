import type { Condition } from "../../../apps-schema/schema/view.ts";
import type { Json } from "../client/json.ts";
import { textOf } from "../client/json.ts";
import { parseConditions } from "./parse-condition.ts";
import { isSystemCode } from "./to-view.ts";

/** Conditions that all must hold, about fields that are declared; null for any other filter. */
export function parseKnown(text: Json, codes: ReadonlySet<string>): readonly Condition[] | null {
  const filter = parseConditions(textOf(text));
  const isKnown = ({ field, operator }: Condition): boolean =>
    codes.has(field) || (isSystemCode(field) && operator !== "is empty" && operator !== "is not empty");
  return filter === null || filter.joint === "or" || !filter.where.every(isKnown) ? null : filter.where;
}
