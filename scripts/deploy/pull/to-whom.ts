import type { Whom } from "../../../apps-schema/schema/whom.ts";
import type { Json } from "../client/json.ts";
import { memberOf, textOf } from "../client/json.ts";
import type { Names } from "./pulled-app.ts";
import { findRole } from "./to-process.ts";

/** Whom a line of rights or notices is about; null for people, groups and organisations that no role names. */
export function toWhom(line: Json, { principals }: Names): Whom | null {
  const entity = memberOf(line, "entity");
  const name = `${textOf(memberOf(entity, "type"))}:${textOf(memberOf(entity, "code"))}`;
  if (name.startsWith("FIELD_ENTITY:")) {
    return { field: textOf(memberOf(entity, "code")) };
  }
  if (name === "GROUP:everyone") {
    return "everyone";
  }
  return name === "GROUP:Administrators" ? "administrators" : (findRole(entity, principals) ?? null);
}

/** Every item of a list in the words of declarations, or null when one of them has none. */
export function toAll<Item>(list: readonly Json[], toItem: (item: Json) => Item | null): readonly Item[] | null {
  const items = list.map(toItem);
  const whole = items.filter((item) => item !== null);
  return whole.length === items.length ? withoutTwins(whole) : null;
}

/** Several that stand behind one role are one line of it. */
function withoutTwins<Item>(items: readonly Item[]): readonly Item[] {
  const texts = items.map((item) => JSON.stringify(item));
  return items.filter((_, index) => index === 0 || texts[index] !== texts[index - 1]);
}
