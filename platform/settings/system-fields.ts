import type { StoredField } from "../store/app-settings.ts";

/** Types and codes of the fields a new app has; codes as on a Japanese tenant (fact sheet §5.3). */
const declared = [
  ["RECORD_NUMBER", "レコード番号"],
  ["CREATOR", "作成者"],
  ["CREATED_TIME", "作成日時"],
  ["MODIFIER", "更新者"],
  ["UPDATED_TIME", "更新日時"],
  ["CATEGORY", "カテゴリー"],
  ["STATUS", "ステータス"],
  ["STATUS_ASSIGNEE", "作業者"],
] as const;

const switched: ReadonlySet<string> = new Set(["CATEGORY", "STATUS", "STATUS_ASSIGNEE"]);

/** The fields that come with a new app. `enabled` of the last three follows the settings when they are answered. */
export function createSystemFields(allocateId: () => number): readonly StoredField[] {
  return declared.map(([type, code]) => ({
    id: allocateId(),
    code,
    type,
    property: switched.has(type) ? { label: code } : { label: code, noLabel: false },
  }));
}
