import type { FieldPermissions } from "../schema/field-permissions.ts";
import type { RecordPermissions } from "../schema/record-permissions.ts";
import { statusField } from "../schema/view.ts";
import { namedIn } from "../schema/whom.ts";
import { allReaders, computed, insiders, internal, ownSection, recordLines } from "./access-lines.ts";

/** A settled value changes only after it was sent back; one that could point at a person, or is not meant for the public, stays inside. */
export const kpiValueRecords: RecordPermissions = [
  {
    title: "確定・公表(小さい数のため非公表)",
    where: [
      { field: statusField, operator: "in", values: ["確定", "公表"] },
      { field: "data_status", operator: "in", values: ["小さい数のため非公表"] },
    ],
    lines: recordLines({ readers: insiders }),
  },
  {
    title: "確定・公表(庁内のみ)",
    where: [
      { field: statusField, operator: "in", values: ["確定", "公表"] },
      { field: "is_public", operator: "in", values: ["庁内のみ"] },
    ],
    lines: recordLines({ readers: [...insiders, "etsuran"] }),
  },
  {
    title: "確定・公表",
    where: [{ field: statusField, operator: "in", values: ["確定", "公表"] }],
    lines: recordLines({ readers: allReaders }),
  },
  {
    title: "所属長確認済",
    where: [{ field: statusField, operator: "in", values: ["所属長確認済"] }],
    lines: recordLines({ office: ["edit"], readers: insiders }),
  },
  {
    title: "入力済",
    where: [{ field: statusField, operator: "in", values: ["入力済"] }],
    lines: recordLines({ office: ["edit"], editors: [namedIn("dept_head")], readers: insiders }),
  },
  {
    title: "入力待ち",
    where: [],
    lines: recordLines({ office: ["edit", "delete"], editors: ownSection, readers: insiders }),
  },
];

export const kpiValueFieldRules: FieldPermissions = [
  ...computed("progress_rate", "simple_ratio", "pace_gap"),
  ...internal("note_internal", "evidence_file", "check_reasons"),
];
