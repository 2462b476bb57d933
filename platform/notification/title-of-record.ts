import type { AppSettings } from "../store/app-settings.ts";
import type { StoredRecord } from "../store/stored-record.ts";

/** What a record is called in a list of notifications: the app's title field, else its first text; "" when that is empty. */
export function titleOfRecord(settings: AppSettings, record: StoredRecord): string {
  const { titleField } = settings.general;
  const field =
    titleField.selectionMode === "MANUAL"
      ? settings.fields.find(({ code }) => code === titleField.code)
      : settings.fields.find(({ type }) => type === "SINGLE_LINE_TEXT");
  const value = field && record.values[field.id];
  return typeof value === "string" ? value : "";
}
