import type { FieldPermissions } from "../schema/field-permissions.ts";
import { computed, internal, verbatim } from "./access-lines.ts";

// The apps that hold what the plan itself says. Keys are left alone where a lookup of another app fills them.

export const issueFieldRules: FieldPermissions = verbatim(
  "issue_id",
  "issue_group",
  "issue_no",
  "issue_title",
  "issue_text",
);

export const initiativeFieldRules: FieldPermissions = [
  ...verbatim("initiative_id", "group_kind", "group_basis", "item_no", "initiative_name", "name_alias"),
  ...computed("roll_work", "roll_result"),
];

export const subItemFieldRules: FieldPermissions = [
  ...verbatim("sub_item_id", "sub_no", "sub_text", "plan_date_text", "plan_date_on", "plan_date_precision"),
  ...internal("sub_note"),
];

export const glossaryFieldRules: FieldPermissions = verbatim("term", "row_kana", "definition");
