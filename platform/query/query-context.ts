import type { FieldValue } from "../store/stored-record.ts";

/** What kind of value a field has for the query language. */
export type QueryKind =
  | "number"
  | "text"
  | "long-text"
  | "rich-text"
  | "choice"
  | "choices"
  | "status"
  | "user"
  | "group"
  | "organization"
  | "date"
  | "time"
  /** Hours and minutes that may be more than a day: `25:01`. */
  | "duration"
  | "datetime"
  | "file";

/** Where the value of a field is found in a stored record. */
export type QuerySource =
  | { readonly from: "values"; readonly id: number }
  | { readonly from: "table"; readonly tableId: number; readonly id: number }
  | { readonly from: "id" | "revision" | "creator" | "modifier" | "createdAt" | "modifiedAt" | "status" | "assignees" };

export type QueryField = {
  readonly code: string;
  readonly kind: QueryKind;
  readonly source: QuerySource;
  /** In their order; null for fields without options. */
  readonly options: readonly string[] | null;
  /** Whether `order by` may name it. */
  readonly sortable: boolean;
  /** CALC takes `in` and `not in` whatever it shows (fact sheet §6.1). */
  readonly takesMembers?: true;
};

/** Everything a query depends on besides the records themselves. */
export type QueryContext = {
  /** By field code, `$id` included. */
  readonly fields: ReadonlyMap<string, QueryField>;
  /** The status of a record that no process has moved yet. */
  readonly firstStatus: string;
  readonly loginUser: string;
  readonly primaryOrganization: string | null;
  readonly now: Date;
  readonly timezone: string;
  readonly isKnown: (kind: "user" | "group" | "organization", code: string) => boolean;
};

/** A value of a record as queries see it; undefined = the field was never written. */
export type QueryValue = FieldValue | undefined;
