import type { StoredField } from "../../../store/app-settings.ts";
import type { ProcessCodes } from "./available-actions.ts";

/** The codes of the fields that carry status and assignee; Japanese apps name them ステータス and 作業者. */
export function processCodes(fields: readonly StoredField[]): ProcessCodes {
  const codeOf = (type: string, usual: string): string => fields.find((field) => field.type === type)?.code ?? usual;
  return { status: codeOf("STATUS", "ステータス"), assignee: codeOf("STATUS_ASSIGNEE", "作業者") };
}
