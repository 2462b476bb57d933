import type { OperationContext } from "../operation.ts";
import type { HitType } from "./read-search.ts";

/** One text that is searched, with the field it stands in. */
export type SearchText = { readonly text: string; readonly field: MatchedField | null };

export type MatchedField = { readonly code: string; readonly label: string };

/**
 * Something that a search can find, as the caller may see it: no text of it is hidden from them. `createdAt` and `creator` are empty
 * where those are hidden, and are then met by no condition on them.
 */
export type SearchDocument = {
  readonly type: HitType;
  readonly place: { readonly kind: "APP" | "SPACE"; readonly id: number };
  readonly texts: readonly SearchText[];
  readonly createdAt: string;
  readonly creator: string;
  /** Below the address of the domain. */
  readonly path: string;
  /** What the hit says beside type, address and snippets. */
  readonly describe: (matched: readonly MatchedField[]) => Readonly<Record<string, unknown>>;
};

export type SearchContext = Pick<OperationContext, "store" | "caller" | "now" | "guestSpace">;
