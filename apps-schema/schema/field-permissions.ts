import type { Whom } from "./whom.ts";

export type FieldAccess = "write" | "read" | "none";

export type FieldRule = {
  readonly field: string;
  /** Why, in the words of the matrix that people read. */
  readonly reason: string;
  /** The first line about a person decides alone; who is in none does not see the field. */
  readonly lines: readonly { readonly whom: Whom; readonly access: FieldAccess }[];
};

/** Fields that are not open to everyone who may see, or edit, the record. */
export type FieldPermissions = readonly FieldRule[];
