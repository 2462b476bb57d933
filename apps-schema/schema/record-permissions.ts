import type { Condition } from "./view.ts";
import type { Whom } from "./whom.ts";

/** What one may do with a single record; never more than the app itself allows. */
export type RecordRight = "view" | "edit" | "delete";

export type RecordRightLine = { readonly whom: Whom; readonly may: readonly RecordRight[] };

type RecordRule = {
  /** Which records these are, in the words of the matrix that people read. */
  readonly title: string;
  /** All of them must hold; none = every record that no earlier rule is about. */
  readonly where: readonly Condition[];
  /** The first line about a person decides alone; who is in none may not even view the record. */
  readonly lines: readonly RecordRightLine[];
};

/** In order of priority: the first rule whose conditions a record meets decides alone. */
export type RecordPermissions = readonly RecordRule[];
