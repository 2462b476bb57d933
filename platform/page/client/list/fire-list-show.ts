import type { Bootstrap } from "../../bootstrap.ts";
import { fireEvent } from "../kintone/event-bus.ts";
import { pageState, type RecordObject } from "../kintone/page-state.ts";
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
    records: snapshot.records.map((record) => toSavedRecord(fields, record)),
    fieldElements,
  };
}

/** Fires `index.show` with kintone's keys for each type of view (fact sheet §3.2). */
export async function fireListShow(shown: Shown, now: Date): Promise<void> {
  const { bootstrap, view, snapshot } = shown;
  const fields = bootstrap.app?.settings.fields ?? [];
  const records = snapshot.records.map((record) => toSavedRecord(fields, record));
  const type = `${bootstrap.page.endsWith("_MOBILE") ? "mobile." : ""}app.record.index.show`;
  await fireEvent(type, {
    type,
    appId: bootstrap.app?.id ?? 0,
    viewId: Number(view.id),
    viewName: view.name,
    viewType: toViewType(view),
    ...toPart(view, { records, snapshot, now }),
  });
}

function toPart(
  view: ListView,
  part: { readonly records: readonly RecordObject[]; readonly snapshot: ListSnapshot; readonly now: Date },
): Record<string, unknown> {
  const { records, snapshot, now } = part;
  if (view.type === "CALENDAR") {
    const month = `${now.getFullYear()}-${String(now.getMonth() + 1).padStart(2, "0")}`;
    return { records: groupByDate(records, view.date), offset: null, size: null, date: month };
  }
  if (view.type === "CUSTOM" && !view.pager) {
    return { records: [], offset: 0, size: 0, date: null };
  }
  return { records, offset: snapshot.query.offset, size: snapshot.records.length, date: null };
}

function groupByDate(records: readonly RecordObject[], code: string): Record<string, RecordObject[]> {
  const groups: Record<string, RecordObject[]> = {};
  for (const record of records) {
    const value = record[code]?.value;
    if (typeof value === "string" && value !== "") {
      (groups[value.slice(0, 10)] ??= []).push(record);
    }
  }
  return groups;
}

function toViewType(view: ListView): "list" | "calendar" | "custom" {
  return view.type === "CUSTOM" ? "custom" : view.type === "CALENDAR" ? "calendar" : "list";
}
