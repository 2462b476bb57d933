import type { FieldPermissions } from "../schema/field-permissions.ts";
import type { RecordPermissions } from "../schema/record-permissions.ts";
import { statusField } from "../schema/view.ts";
import { allReaders, insiders, internal, recordLines, verbatim } from "./access-lines.ts";

/** The plan in force and its predecessors are read, not changed: a change is a new version. */
export const planVersionRecords: RecordPermissions = [
  {
    title: "施行(現行)・旧版",
    where: [{ field: statusField, operator: "in", values: ["施行(現行)", "旧版"] }],
    lines: recordLines({ readers: allReaders }),
  },
  {
    title: "庁内照会・委員会審議・決裁",
    where: [{ field: statusField, operator: "in", values: ["庁内照会", "委員会審議", "決裁"] }],
    lines: recordLines({ office: ["edit"], readers: insiders }),
  },
  { title: "作成中", where: [], lines: recordLines({ office: ["edit", "delete"], readers: insiders }) },
];

export const planVersionFieldRules: FieldPermissions = [
  ...verbatim("version_no", "purpose_formula", "chapters", "related_plans", "missing_note"),
  ...internal("note_internal"),
];
