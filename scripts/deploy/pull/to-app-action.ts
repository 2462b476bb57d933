import type { AppAction } from "../../../apps-schema/schema/app-action.ts";
import type { Json, JsonObject } from "../client/json.ts";
import { listOf, memberOf, objectOf, textOf } from "../client/json.ts";
import { parseKnown } from "./parse-known.ts";
import type { Names } from "./pulled-app.ts";
import { indexOf } from "./to-field.ts";
import { findRole } from "./to-process.ts";
import { toAll } from "./to-whom.ts";

/** Buttons that open another app, in the words of declarations; null when one of them leads or copies where they cannot. */
export function toAppActions(
  { actions }: JsonObject,
  { names, codes }: { readonly names: Names; readonly codes: ReadonlySet<string> },
): readonly AppAction[] | null {
  const items = Object.entries(objectOf(actions)).toSorted(([, left], [, right]) => indexOf(left) - indexOf(right));
  return toAll(
    items.map(([, action]) => action ?? null),
    (action): AppAction | null => {
      const to = names.toKey(textOf(memberOf(memberOf(action, "destApp"), "app")));
      const copies = toAll(listOf(memberOf(action, "mappings")), (mapping) => toCopy(mapping, codes));
      const roles = toAll(listOf(memberOf(action, "entities")), (each) => findRole(each, names.principals) ?? null);
      const where = parseKnown(memberOf(action, "filterCond"), codes);
      return to === null || copies === null || roles === null || where === null
        ? null
        : {
            name: textOf(memberOf(action, "name")),
            to,
            copies: Object.fromEntries(copies),
            roles: [...new Set(roles)],
            ...(where.length === 0 ? {} : { where }),
          };
    },
  );
}

/** Only fields are copied by declarations, not the record's address. */
function toCopy(mapping: Json, codes: ReadonlySet<string>): readonly [string, string] | null {
  const source = textOf(memberOf(mapping, "srcField"));
  return memberOf(mapping, "srcType") === "FIELD" && codes.has(source)
    ? [textOf(memberOf(mapping, "destField")), source]
    : null;
}
