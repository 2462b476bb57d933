import type { Bootstrap } from "../../bootstrap.ts";
import { fireEvent, hasHandlers } from "../kintone/event-bus.ts";
import { pageState, type RecordObject } from "../kintone/page-state.ts";
import { groupByDay, toDay } from "./calendar/calendar-query.ts";
import type { ListView } from "./list-view.ts";
import { toSavedRecord } from "./read-record-list.ts";
import type { ListSnapshot } from "./use-records.ts";

type Shown = {
  readonly bootstrap: Bootstrap;
  readonly view: ListView;
  readonly snapshot: ListSnapshot;
  readonly fieldElements: (code: string) => HTMLElement[] | null;
};

/** Lets `kintone.app.*` read the list as it is shown now. */
export function publishList({ bootstrap, view, snapshot, fieldElements }: Shown): void {
  const fields = bootstrap.app?.settings.fields ?? [];
  pageState.list = {
    viewId: Number(view.id),
    viewName: view.name,
    viewType: toViewType(view),
    query: snapshot.query.query,
    queryCondition: snapshot.query.condition,
    // Built when a customization asks for them: most lists are shown without anybody asking.
    get records() {
      return snapshot.records.map((record) => toSavedRecord(fields, record));
    },
    fieldElements,
  };
}

/** Fires `index.show` with kintone's keys for each type of view (fact sheet §3.2). */
export async function fireListShow(shown: Shown): Promise<void> {
  const { bootstrap, view, snapshot } = shown;
  const type = `${bootstrap.page.endsWith("_MOBILE") ? "mobile." : ""}app.record.index.show`;
  // What nobody hears is not built; that it was fired is remembered all the same.
  const fields = hasHandlers(type) ? (bootstrap.app?.settings.fields ?? []) : [];
  const records = hasHandlers(type) ? snapshot.records.map((record) => toSavedRecord(fields, record)) : [];
  await fireEvent(type, {
    type,
    appId: bootstrap.app?.id ?? 0,
    viewId: Number(view.id),
    viewName: view.name,
    viewType: toViewType(view),
    ...toPart(view, { records, snapshot }),
  });
}

function toPart(
  view: ListView,
  part: { readonly records: readonly RecordObject[]; readonly snapshot: ListSnapshot },
): Record<string, unknown> {
  const { records, snapshot } = part;
  if (view.type === "CALENDAR") {
    const timezone = pageState.bootstrap?.loginUser.timezone ?? "Asia/Tokyo";
    const days = groupByDay(records, (record) => toDay(record[view.date]?.value, timezone));
    return { records: Object.fromEntries(days), offset: null, size: null, date: snapshot.query.month ?? null };
  }
  if (view.type === "CUSTOM" && !view.pager) {
    return { records: [], offset: 0, size: 0, date: null };
  }
  return { records, offset: snapshot.query.offset, size: snapshot.records.length, date: null };
}

function toViewType(view: ListView): "list" | "calendar" | "custom" {
  return view.type === "CUSTOM" ? "custom" : view.type === "CALENDAR" ? "calendar" : "list";
}
