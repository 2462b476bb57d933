import type { FieldPermissions } from "../schema/field-permissions.ts";
import type { RecordPermissions } from "../schema/record-permissions.ts";
import { statusField } from "../schema/view.ts";
import { namedIn } from "../schema/whom.ts";
import { allReaders, insiders, internal, ownSection, recordLines } from "./access-lines.ts";

/**
 * Whoever's turn it is writes. What was approved changes only by 改定を始める; meanwhile the office alone adds what has happened
 * since (actual days, settled costs).
 */
export const actionRecords: RecordPermissions = [
  {
    title: "終了",
    where: [{ field: statusField, operator: "in", values: ["終了"] }],
    lines: recordLines({ readers: allReaders }),
  },
  {
    title: "承認",
    where: [{ field: statusField, operator: "in", values: ["承認"] }],
    lines: recordLines({ office: ["edit"], readers: allReaders }),
  },
  {
    title: "事務局点検・委員会付議",
    where: [{ field: statusField, operator: "in", values: ["事務局点検", "委員会付議"] }],
    lines: recordLines({ office: ["edit"], readers: insiders }),
  },
  {
    title: "所属長確認",
    where: [{ field: statusField, operator: "in", values: ["所属長確認"] }],
    lines: recordLines({ office: ["edit"], editors: [namedIn("dept_head")], readers: insiders }),
  },
  {
    title: "改定中",
    where: [{ field: statusField, operator: "in", values: ["改定中"] }],
    lines: recordLines({ office: ["edit"], editors: ownSection, readers: [...insiders, "etsuran"] }),
  },
  {
    title: "下書き",
    where: [],
    lines: recordLines({ office: ["edit", "delete"], editors: ownSection, readers: insiders }),
  },
];

export const actionFieldRules: FieldPermissions = [...internal("note_internal", "check_reasons")];
