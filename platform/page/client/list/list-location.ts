import { splitQuery } from "./condition/split-query.ts";

export const pageSizes = [20, 40, 60, 80, 100] as const;

export type PageSize = (typeof pageSizes)[number];

/** What the address of a list says; `null` leaves it to the view. */
export type ListLocation = {
  readonly viewId: string | null;
  readonly condition: string | null;
  readonly sort: string | null;
  readonly page: number;
  /** Of a calendar, `2026-11`. */
  readonly month: string | null;
  readonly size: PageSize | null;
  /** The category that was chosen from the tree, by its number. */
  readonly category?: number | null;
};

/** Reads the address; what is not ours in it is left alone (fact sheet §10.1). */
export function parseListLocation(search: string): ListLocation {
  const params = new URLSearchParams(search);
  const asked = params.get("query") ?? params.get("q");
  const parts = asked === null ? null : splitQuery(asked);
  const page = Number(params.get("page") ?? "1");
  const sort = params.get("sort") ?? parts?.sort;
  return {
    viewId: params.get("view"),
    condition: parts === null ? null : parts.condition,
    sort: sort === undefined || sort === "" ? null : sort,
    month: params.get("date"),
    page: Number.isSafeInteger(page) && page > 0 ? page : 1,
    size: toPageSize(params.get("size")),
    category: toCategory(params.get("category")),
  };
}

/** The address's search part for a list; unknown parameters of the present one are kept. */
export function formatListLocation(location: ListLocation, present: string): string {
  const params = new URLSearchParams(present);
  // kintone's own addresses take field codes in `query`; the order goes with the condition when there is one.
  const order = location.sort === null || location.sort === "" ? "" : ` order by ${location.sort}`;
  params.delete("q");
  put(params, "view", location.viewId);
  put(params, "query", location.condition === null ? null : `${location.condition}${order}`.trim());
  put(params, "sort", location.condition === null ? location.sort : null);
  put(params, "date", location.month);
  put(params, "page", location.page === 1 ? null : String(location.page));
  put(params, "size", location.size === null ? null : String(location.size));
  put(params, "category", typeof location.category === "number" ? String(location.category) : null);
  const search = params.toString();
  return search === "" ? "" : `?${search}`;
}

/** A page size that the list offers, or `null`. */
export function toPageSize(text: string | null): PageSize | null {
  return pageSizes.find((size) => String(size) === text) ?? null;
}

function toCategory(text: string | null): number | null {
  const id = Number(text ?? "");
  return Number.isSafeInteger(id) && id > 0 ? id : null;
}

function put(params: URLSearchParams, name: string, value: string | null): void {
  if (value === null) {
    params.delete(name);
  } else {
    params.set(name, value);
  }
}
