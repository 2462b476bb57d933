import type { Role } from "../../apps-schema/schema/app-key.ts";
import type { AppSchema } from "../../apps-schema/schema/app-schema.ts";
import type { FieldAccess } from "../../apps-schema/schema/field-permissions.ts";
import type { RecordRight } from "../../apps-schema/schema/record-permissions.ts";
import type { Condition } from "../../apps-schema/schema/view.ts";
import type { Whom } from "../../apps-schema/schema/whom.ts";

export type Relation = "own" | "other";

/** Which fields of a record of one's own section name a person of that role. */
const ownFields: Readonly<Partial<Record<Role, readonly string[]>>> = {
  tantou: ["owner_org", "owner"],
  kachou: ["owner_org", "dept_head"],
};

/** Only these roles belong to sections here. */
export function hasSection(role: Role): boolean {
  return role in ownFields;
}

type RecordRule = NonNullable<AppSchema["recordPermissions"]>[number];

/** What a role may do with a record that a rule is about, worked out from the declarations alone. */
export function expectedRights(
  app: AppSchema,
  rule: RecordRule | undefined,
  role: Role,
  relation: Relation,
): RecordRight[] {
  const rights: readonly string[] = app.permissions[role];
  const line = rule?.lines.find(({ whom }) => isAbout(whom, role, relation));
  const may = rule === undefined ? (["view", "edit", "delete"] as const) : (line?.may ?? []);
  return may.filter((right) => rights.includes(right));
}

function isAbout(whom: Whom, role: Role, relation: Relation): boolean {
  if (typeof whom === "object") {
    return relation === "own" && (ownFields[role] ?? []).includes(whom.field);
  }
  return whom === role || whom === "everyone";
}

/** The rule that decides about a record with these values. */
export function findRule(
  { recordPermissions = [] }: AppSchema,
  values: Readonly<Record<string, string>>,
): RecordRule | undefined {
  return recordPermissions.find(({ where }) => where.every((condition) => meets(condition, values)));
}

function meets(condition: Condition, values: Readonly<Record<string, string>>): boolean {
  if (!("values" in condition)) {
    throw new Error(`rules for records ask for choices: ${condition.field}`);
  }
  const isIn = condition.values.includes(values[condition.field] ?? "");
  return condition.operator === "in" ? isIn : !isIn;
}

/** What a role may do with a field of a record that it may edit. */
export function expectedAccess(app: AppSchema, field: string, role: Role): FieldAccess {
  const rule = app.fieldPermissions?.find((each) => each.field === field);
  return rule === undefined
    ? "write"
    : (rule.lines.find(({ whom }) => whom === role || whom === "everyone")?.access ?? "none");
}
