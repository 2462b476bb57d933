import type { StoredField } from "../../../store/app-settings.ts";
import { copiedCodes, isEnterable, isFillableTable } from "./field-kinds.ts";
import type { FormRecord } from "./form-record.ts";
import { isSameInput } from "./is-same-input.ts";

/** One field that two people changed, or that only the other one did. */
export type Difference = {
  readonly field: StoredField;
  readonly mine: unknown;
  readonly theirs: unknown;
  /** Both changed it, and not to the same. */
  readonly clash: boolean;
};

type Versions = { readonly loaded: FormRecord; readonly mine: FormRecord; readonly theirs: FormRecord };

/** What differs between what one typed and what someone else saved meanwhile. */
export function compareRecords(fields: readonly StoredField[], { loaded, mine, theirs }: Versions): Difference[] {
  const copied = copiedCodes(fields);
  return fields
    .filter((field) => (isFillableTable(field) || isEnterable(field)) && !copied.has(field.code))
    .flatMap((field) => {
      const value = (record: FormRecord): unknown => record.values[field.code];
      if (isSameInput(field, value(mine), value(theirs))) {
        return [];
      }
      const changed = !isSameInput(field, value(mine), value(loaded));
      const clash = changed && !isSameInput(field, value(theirs), value(loaded));
      return [{ field, mine: value(mine), theirs: value(theirs), clash }];
    });
}

/** The other one's version with what I changed put over it; what both changed keeps my value and is listed to review. */
export function mergeRecords(fields: readonly StoredField[], { loaded, mine, theirs }: Versions): FormRecord {
  const values = { ...theirs.values };
  for (const field of fields) {
    if (field.code in mine.values && !isSameInput(field, mine.values[field.code], loaded.values[field.code])) {
      values[field.code] = mine.values[field.code];
    }
  }
  return { ...theirs, values, lookups: mine.lookups };
}
