import type { JsonObject } from "../client/json.ts";
import { isJsonObject, objectOf, textOf } from "../client/json.ts";
import { covers } from "../plan/covers.ts";
import type { RenameMap } from "../plan/desired-suite.ts";
import type { DeployMode } from "../plan/plan.ts";
import type { Items } from "./merge-keyed.ts";

/** フォームのフィールド: added, changed and deleted one by one, so this area has verbs of its own. */
export const fieldsResource = "app/form/fields";

/** Plain fields first; lookups need those of other apps; related records may be found by a lookup, so they come last. */
export type FieldPass = "plain" | "lookups" | "related";

export function passOf(property: JsonObject): FieldPass {
  if (property["type"] === "REFERENCE_TABLE") {
    return "related";
  }
  return isJsonObject(property["lookup"]) ? "lookups" : "plain";
}

export type FieldRules = {
  readonly mode: DeployMode;
  readonly renamed: RenameMap;
  readonly options: Readonly<Record<string, RenameMap>>;
};

export type FieldChanges = {
  readonly added: Record<string, JsonObject>;
  /** By the code that is there now; a renamed field has its new one inside. */
  readonly changed: Record<string, JsonObject>;
  /** Codes whose type is another one now, which no call can change. */
  readonly otherType: readonly { readonly code: string; readonly wanted: string; readonly found: string }[];
  /** New codes whose old field is there as well. */
  readonly both: readonly { readonly code: string; readonly old: string }[];
};

/** What has to be sent so that the present fields become the declared ones; nothing here deletes. */
export function compareFields(declared: Items, present: Items, rules: FieldRules): FieldChanges {
  const changes: FieldChanges & {
    otherType: FieldChanges["otherType"][number][];
    both: FieldChanges["both"][number][];
  } = { added: {}, changed: {}, otherType: [], both: [] };
  for (const [code, property] of Object.entries(declared)) {
    const old = rules.renamed[code];
    const before = old === undefined ? undefined : present[old];
    const existing = present[code] ?? before;
    if (present[code] !== undefined && old !== undefined && before !== undefined) {
      changes.both.push({ code, old });
    }
    if (existing === undefined) {
      changes.added[code] = property;
    } else if (textOf(existing["type"]) !== textOf(property["type"])) {
      changes.otherType.push({ code, wanted: textOf(property["type"]), found: textOf(existing["type"]) });
    } else {
      const merged = mergeProperty(property, existing, rules);
      if (!covers(existing, merged) && (rules.mode !== "add" || addsColumns(property, existing))) {
        const sent = rules.mode === "add" ? withNewColumns(property, existing) : merged;
        changes.changed[present[code] === undefined ? (old ?? code) : code] = sent;
      }
    }
  }
  return changes;
}

function withNewColumns(property: JsonObject, existing: JsonObject): JsonObject {
  const columns = objectOf(existing["fields"]);
  const fields = Object.entries(objectOf(property["fields"])).filter(([code]) => columns[code] === undefined);
  return { type: property["type"] ?? "SUBTABLE", fields: Object.fromEntries(fields) };
}

function addsColumns(property: JsonObject, existing: JsonObject): boolean {
  const columns = objectOf(existing["fields"]);
  return Object.keys(objectOf(property["fields"])).some((code) => columns[code] === undefined);
}

/** Codes of fields and columns that are there, can be deleted and are not declared, nor the old name of a declared one. */
export function listUndeclared(declared: Items, present: Items, renamed: RenameMap): string[] {
  const sources = new Set(Object.values(renamed));
  return Object.entries(present).flatMap(([code, property]) => {
    const type = textOf(property["type"]);
    if (systemTypes.has(type)) {
      return [];
    }
    const match = declared[code] ?? declaredAs(declared, code, renamed);
    if (match === undefined) {
      return sources.has(code) ? [] : [code];
    }
    const columns = objectOf(match["fields"]);
    return Object.keys(objectOf(property["fields"])).filter(
      (column) => columns[column] === undefined && !sources.has(column),
    );
  });
}

function declaredAs(declared: Items, old: string, renamed: RenameMap): JsonObject | undefined {
  const code = Object.keys(renamed).find((each) => renamed[each] === old);
  return code === undefined ? undefined : declared[code];
}

/** Options that are there and not declared, nor the old name of a declared one, by the code of their (declared) field. */
export function listUndeclaredOptions(
  declared: Items,
  present: Items,
  rules: FieldRules,
): { code: string; option: string }[] {
  return Object.entries(declared).flatMap(([code, property]) => {
    const existing = present[code] ?? present[rules.renamed[code] ?? ""];
    const options = objectOf(property["options"]);
    const sources = new Set(Object.values(rules.options[code] ?? {}));
    const own = Object.keys(objectOf(existing?.["options"]))
      .filter((option) => isJsonObject(property["options"]) && options[option] === undefined && !sources.has(option))
      .map((option) => ({ code, option }));
    const columns = toColumns(property);
    return [...own, ...listUndeclaredOptions(columns, toColumns(existing ?? {}), rules)];
  });
}

export function toColumns(property: JsonObject): Record<string, JsonObject> {
  return Object.fromEntries(
    Object.entries(objectOf(property["fields"])).map(([code, column]) => [code, objectOf(column)]),
  );
}

/** What every app has by itself. */
export const systemTypes: ReadonlySet<string> = new Set([
  "RECORD_NUMBER",
  "CREATOR",
  "CREATED_TIME",
  "MODIFIER",
  "UPDATED_TIME",
  "STATUS",
  "STATUS_ASSIGNEE",
  "CATEGORY",
]);

/** What is sent for an existing field: the declaration, plus options and table columns that only the domain has. */
function mergeProperty(declared: JsonObject, existing: JsonObject, rules: FieldRules): JsonObject {
  const merged = { ...declared };
  if (isJsonObject(declared["options"])) {
    const renamed = rules.options[textOf(declared["code"])] ?? {};
    merged["options"] = mergeOptions(declared["options"], objectOf(existing["options"]), { ...rules, renamed });
  }
  if (isJsonObject(declared["fields"])) {
    const columns = objectOf(existing["fields"]);
    merged["fields"] = Object.fromEntries(
      Object.entries(declared["fields"]).map(([code, column]) => {
        const old = rules.renamed[code];
        const name = columns[code] === undefined && old !== undefined && columns[old] !== undefined ? old : code;
        const present = columns[name];
        return [name, isJsonObject(column) && isJsonObject(present) ? mergeProperty(column, present, rules) : column];
      }),
    );
  }
  return merged;
}

/**
 * An option that is not sent is deleted together with the values that use it, so staff's own options go along at the end; one that
 * was renamed is sent under its name so far with the new label, and its values follow.
 */
function mergeOptions(
  declared: JsonObject,
  existing: JsonObject,
  { mode, renamed }: { readonly mode: DeployMode; readonly renamed: RenameMap },
): JsonObject {
  const sent = Object.entries(declared).map(([name, option]) => {
    const old = renamed[name];
    return existing[name] === undefined && old !== undefined && existing[old] !== undefined
      ? ([old, { ...objectOf(option), label: name }] as const)
      : ([name, objectOf(option)] as const);
  });
  const names = new Set(sent.map(([name]) => name));
  const extra = Object.entries(existing)
    .filter(([name]) => mode !== "mirror" && !names.has(name))
    .toSorted(([, a], [, b]) => Number(objectOf(a)["index"] ?? 0) - Number(objectOf(b)["index"] ?? 0));
  return {
    ...Object.fromEntries(sent),
    ...Object.fromEntries(
      extra.map(([name, option], order) => [
        name,
        { label: objectOf(option)["label"] ?? name, index: String(sent.length + order) },
      ]),
    ),
  };
}
