import type { FieldPermissions } from "../schema/field-permissions.ts";
import type { RecordPermissions } from "../schema/record-permissions.ts";
import { statusField } from "../schema/view.ts";
import { namedIn } from "../schema/whom.ts";
import { allReaders, insiders, internal, ownSection, recordLines } from "./access-lines.ts";

/** A report that the committee has seen changes only after it was sent back. */
export const progressRecords: RecordPermissions = [
  {
    title: "委員会報告済・公表済",
    where: [{ field: statusField, operator: "in", values: ["委員会報告済", "公表済"] }],
    lines: recordLines({ readers: allReaders }),
  },
  {
    title: "事務局確認",
    where: [{ field: statusField, operator: "in", values: ["事務局確認"] }],
    lines: recordLines({ office: ["edit"], readers: insiders }),
  },
  {
    title: "所属長確認",
    where: [{ field: statusField, operator: "in", values: ["所属長確認"] }],
    lines: recordLines({ office: ["edit"], editors: [namedIn("dept_head")], readers: insiders }),
  },
  {
    title: "記入中",
    where: [{ field: statusField, operator: "in", values: ["記入中"] }],
    lines: recordLines({ office: ["edit"], editors: ownSection, readers: insiders }),
  },
  {
    title: "依頼中",
    where: [],
    lines: recordLines({ office: ["edit", "delete"], editors: ownSection, readers: insiders }),
  },
];

export const progressFieldRules: FieldPermissions = [...internal("note_internal", "help_text", "entry_minutes")];
