import type { FieldPermissions } from "../../../apps-schema/schema/field-permissions.ts";
import type { RecordPermissions } from "../../../apps-schema/schema/record-permissions.ts";
import type { Json, JsonObject } from "../client/json.ts";
import { listOf, memberOf, textOf } from "../client/json.ts";
import { parseConditions } from "./parse-condition.ts";
import type { Names } from "./pulled-app.ts";
import { toAll, toWhom } from "./to-whom.ts";

const recordRights = { view: "viewable", edit: "editable", delete: "deletable" } as const;

/** Rights to records in the words of declarations; null when a condition or a person in them has none. */
export function toRecordPermissions({ rights }: JsonObject, names: Names): RecordPermissions | null {
  return toAll(listOf(rights), (rule) => {
    const filter = parseConditions(textOf(memberOf(rule, "filterCond")));
    const lines = toAll(listOf(memberOf(rule, "entities")), (line) => {
      const whom = toWhom(line, names);
      const all = ["view", "edit", "delete"] as const;
      return whom === null ? null : { whom, may: all.filter((right) => memberOf(line, recordRights[right]) === true) };
    });
    const title = filter?.where.length === 0 ? "すべてのレコード" : textOf(memberOf(rule, "filterCond"));
    return filter === null || filter.joint === "or" || lines === null ? null : { title, where: filter.where, lines };
  });
}

const accesses = { WRITE: "write", READ: "read", NONE: "none" } as const;

/** Rights to fields likewise. */
export function toFieldPermissions({ rights }: JsonObject, names: Names): FieldPermissions | null {
  return toAll(listOf(rights), (rule) => {
    const lines = toAll(listOf(memberOf(rule, "entities")), (line) => {
      const whom = toWhom(line, names);
      const access = toAccess(memberOf(line, "accessibility"));
      return whom === null || access === undefined ? null : { whom, access };
    });
    return lines === null ? null : { field: textOf(memberOf(rule, "code")), reason: "", lines };
  });
}

function toAccess(text: Json): (typeof accesses)[keyof typeof accesses] | undefined {
  const name = (["WRITE", "READ", "NONE"] as const).find((each) => each === text);
  return name === undefined ? undefined : accesses[name];
}
