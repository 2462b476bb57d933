import type { FieldPermissions } from "../schema/field-permissions.ts";
import type { RecordPermissions } from "../schema/record-permissions.ts";
import { statusField } from "../schema/view.ts";
import { namedIn } from "../schema/whom.ts";
import { allReaders, insiders, internal, recordLines } from "./access-lines.ts";

/** An answer leaves the office when it is finished; until then not even who asked reads its draft. */
export const homeworkRecords: RecordPermissions = [
  {
    title: "完了・見送り",
    where: [{ field: statusField, operator: "in", values: ["完了", "見送り"] }],
    lines: recordLines({ readers: allReaders }),
  },
  {
    title: "回答案",
    where: [{ field: statusField, operator: "in", values: ["回答案"] }],
    lines: recordLines({ office: ["edit"], readers: insiders }),
  },
  {
    title: "対応中",
    where: [{ field: statusField, operator: "in", values: ["対応中"] }],
    lines: recordLines({
      office: ["edit"],
      editors: [namedIn("owner"), namedIn("dept_head"), namedIn("owner_org")],
      readers: insiders,
    }),
  },
  { title: "受付", where: [], lines: recordLines({ office: ["edit", "delete"], readers: insiders }) },
];

export const homeworkFieldRules: FieldPermissions = internal("note_internal");
