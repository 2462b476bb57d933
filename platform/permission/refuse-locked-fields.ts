import { isParams, readOwn } from "../api/params.ts";
import { PlatformError } from "../platform-error.ts";
import { toAppFields } from "../record/app-fields.ts";
import { isWritable } from "../record/parse-value.ts";
import type { WriteScope } from "../record/write-scope.ts";
import type { StoredField } from "../store/app-settings.ts";
import type { StoredRecord } from "../store/stored-record.ts";

type Sent = Readonly<Record<string, unknown>>;

/**
 * Refuses (GAIA_FU01) a record with a value for a field that the caller may not edit, also when it is the value that is there already
 * (reference of the update: 編集権限のないフィールドを登録する場合、エラーが発生します). What nobody writes, such as the copies of a
 * lookup, is passed over as always.
 */
export function refuseLockedFields({ app, access }: WriteScope, sent: Sent, base: StoredRecord | null): void {
  const { restricted, levelOf } = access.fields;
  if (restricted.size === 0) {
    return;
  }
  const { copied } = toAppFields(app.settings);
  const check = (field: StoredField, values: Sent): void => {
    const raw = readOwn(values, field.code);
    if (!isParams(raw) || raw["value"] === undefined || copied.has(field.code)) {
      return;
    }
    const { code, fields: inner } = field;
    if ((isWritable(field) || inner !== undefined) && restricted.has(code) && levelOf(code, base) !== "WRITE") {
      throw new PlatformError("GAIA_FU01", { field: code });
    }
    for (const row of inner !== undefined && Array.isArray(raw["value"]) ? raw["value"].filter(isParams) : []) {
      for (const cell of inner ?? []) {
        check(cell, isParams(row["value"]) ? row["value"] : {});
      }
    }
  };
  for (const field of app.settings.fields) {
    check(field, sent);
  }
}
