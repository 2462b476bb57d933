import type { StoredFileReference } from "./app-settings.ts";

/**
 * A value as it is stored, by field type:
 * text, number, date, time, date-time, radio, drop-down → string ("" = empty; date-times in UTC with whole minutes);
 * check box, multi-select → the options; user, organization, group → the codes; file → references; table → rows.
 */
export type FieldValue = string | readonly string[] | readonly StoredFileReference[] | readonly TableRow[];

export type TableRow = {
  /** Global over all apps, never used twice (fact sheet §5.5). */
  readonly id: number;
  readonly values: FieldValues;
};

/** Values by field id (`StoredField.id`), which survives a change of the field's code. A missing entry is empty. */
export type FieldValues = Readonly<Record<number, FieldValue>>;

export type StoredRecord = {
  readonly appId: number;
  readonly id: number;
  readonly revision: number;
  readonly values: FieldValues;
  /** ISO 8601, UTC. */
  readonly createdAt: string;
  readonly creator: string;
  readonly modifiedAt: string;
  readonly modifier: string;
  /** Null: the record has never been moved by a process and stands at the first status. */
  readonly status: string | null;
  /** User codes of those who still have to act. */
  readonly assignees: readonly string[];
};
