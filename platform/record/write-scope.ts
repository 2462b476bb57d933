import type { AppAccess } from "../permission/app-access.ts";
import type { AppSettings } from "../store/app-settings.ts";
import type { Store } from "../store/store.ts";
import type { User } from "../store/user-store.ts";
import type { FaultList } from "./fault-list.ts";

/** An app whose records are written, by its live settings. */
export type LiveApp = { readonly id: number; readonly settings: AppSettings };

/** What one call on the records of an app works with. */
export type WriteScope = {
  readonly store: Store;
  readonly app: LiveApp;
  readonly caller: User;
  readonly now: Date;
  /** What the caller may do in the app. */
  readonly access: AppAccess;
  /** The call comes from a form of a page, which sets categories. */
  readonly setsCategories?: true;
};

/** Where a value stands, for the keys below `errors` (fact sheet §5.4). */
export type ValuePlace = {
  /** `record.C`, `records[0].C` or `record.T.value[0].value.C`. */
  readonly path: string;
  /** The same with the code in brackets, which kintone uses for numbers that are none. */
  readonly bracketPath: string;
  readonly inTable: boolean;
  readonly faults: FaultList;
};

/** The place of a top-level field; `prefix` is `record` or `records[0]`. */
export function toPlace(prefix: string, code: string, faults: FaultList): ValuePlace {
  return { path: `${prefix}.${code}`, bracketPath: `${prefix}[${code}]`, inTable: false, faults };
}

/** The place of a field in a row of a table. */
export function toInnerPlace(table: ValuePlace, row: number, code: string): ValuePlace {
  const prefix = `${table.path}.value[${row}].value`;
  return { path: `${prefix}.${code}`, bracketPath: `${prefix}[${code}]`, inTable: true, faults: table.faults };
}
