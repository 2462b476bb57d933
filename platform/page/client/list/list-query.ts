import type { ListLocation } from "./list-location.ts";
import type { ListView } from "./list-view.ts";

export type SortKey = { readonly code: string; readonly direction: "asc" | "desc" };

/** How far kintone pages: a larger offset is refused (fact sheet §11). */
export const greatestOffset = 10_000;

export type ListQuery = {
  /** For `kintone.app.getQueryCondition()`. */
  readonly condition: string;
  /** For `kintone.app.getQuery()` and the request. */
  readonly query: string;
  readonly sort: readonly SortKey[];
  readonly offset: number;
  readonly size: number;
  /** Of a calendar: the month that is shown. */
  readonly month?: string;
};

/** What a list asks the server for. A condition in the address stands in place of the view's own. */
export function buildListQuery(view: Pick<ListView, "filterCond" | "sort">, at: ListLocation, size: number): ListQuery {
  const condition = at.condition ?? view.filterCond;
  const sort = at.sort ?? view.sort;
  const offset = Math.min((at.page - 1) * size, greatestOffset);
  const parts = [condition, sort === "" ? "" : `order by ${sort}`, `limit ${size}`, `offset ${offset}`];
  return { condition, query: parts.filter((part) => part !== "").join(" "), sort: parseSort(sort), offset, size };
}

/** The keys of an `order by`; a key without a direction ascends. */
export function parseSort(sort: string): SortKey[] {
  return sort
    .split(",")
    .map((part) => part.trim().split(/\s+/u))
    .flatMap(([code, direction]) =>
      code === undefined || code === ""
        ? []
        : [{ code, direction: direction?.toLowerCase() === "desc" ? ("desc" as const) : ("asc" as const) }],
    );
}

/** Keys as the text after `order by`. */
export function formatSort(keys: readonly SortKey[]): string {
  return keys.map(({ code, direction }) => `${code} ${direction}`).join(", ");
}

/** The sort after a click on a column: down first, then up, as kintone's headers do; other keys fall away. */
export function nextSort(sort: readonly SortKey[], code: string): string {
  const first = sort[0];
  return first?.code === code && first.direction === "desc" ? `${code} asc` : `${code} desc`;
}
