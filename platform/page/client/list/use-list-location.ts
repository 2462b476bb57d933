import { useCallback, useEffect, useMemo, useState } from "react";
import { formatListLocation, type ListLocation, parseListLocation } from "./list-location.ts";
import { pageState } from "../kintone/page-state.ts";
import { pageNow } from "../shell/page-now.ts";
import { buildCalendarQuery } from "./calendar/calendar-query.ts";
import { buildListQuery, type ListQuery } from "./list-query.ts";
import { narrowToCategory } from "./narrow-to-category.ts";
import { chooseView, type ListView } from "./list-view.ts";

const defaultSize = 20;

export type ListAddress = {
  readonly at: ListLocation;
  readonly view: ListView | undefined;
  readonly query: ListQuery;
  /** Shows another part of the list; another view is another page. */
  readonly move: (to: ListLocation) => void;
};

/** The list that the address names; back and forward of the browser walk through pages, orders and filters. */
export function useListLocation(views: readonly ListView[]): ListAddress {
  const [at, setAt] = useState(() => parseListLocation(location.search));
  const [now] = useState(pageNow);
  useEffect(() => {
    // A change of the fragment alone also ends up here; it is not another list.
    const follow = (): void => setAt((before) => keepSame(before, parseListLocation(location.search)));
    addEventListener("popstate", follow);
    return () => removeEventListener("popstate", follow);
  }, []);
  const move = useCallback((to: ListLocation) => {
    history.pushState(null, "", location.pathname + formatListLocation(to, location.search) + location.hash);
    setAt(to);
  }, []);
  const view = chooseView(views, at.viewId);
  const query = useMemo(() => {
    const timezone = pageState.bootstrap?.loginUser.timezone ?? "Asia/Tokyo";
    const narrowed = narrowToCategory(at, view?.filterCond ?? "", pageState.bootstrap?.app?.settings);
    return view?.type === "CALENDAR"
      ? buildCalendarQuery(view, narrowed, { now, timezone })
      : buildListQuery(view ?? { filterCond: "", sort: "" }, narrowed, at.size ?? defaultSize);
  }, [at, now, view]);
  return { at, view, query, move };
}

function keepSame(before: ListLocation, now: ListLocation): ListLocation {
  return formatListLocation(before, "") === formatListLocation(now, "") ? before : now;
}
