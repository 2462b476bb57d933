import type { Role } from "./app-key.ts";

/** The people, or the section, that a field of the record itself names. */
type FieldWhom = { readonly field: string };

/** Whom a permission or a notice is about: a role, those a record names, the domain's administrators, or everybody else. */
export type Whom = Role | "administrators" | "everyone" | FieldWhom;

/** Those whom a field of the record names. */
export function namedIn(field: string): FieldWhom {
  return { field };
}
