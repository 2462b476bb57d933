import type { FieldPermissions } from "../schema/field-permissions.ts";
import type { RecordPermissions } from "../schema/record-permissions.ts";
import { allReaders, insiders, internal, recordLines } from "./access-lines.ts";

/** What is not meant for the public does not reach those who publish. */
export const kpiRecords: RecordPermissions = [
  {
    title: "公開が「庁内のみ」",
    where: [{ field: "is_public", operator: "in", values: ["庁内のみ"] }],
    lines: recordLines({ office: ["edit", "delete"], readers: [...insiders, "etsuran"] }),
  },
  { title: "公開が「公開」", where: [], lines: recordLines({ office: ["edit", "delete"], readers: allReaders }) },
];

export const kpiFieldRules: FieldPermissions = [...internal("note_internal", "check_reasons")];
