import { type ReactElement, useCallback, useEffect, useMemo, useRef, useState } from "react";
import type { Bootstrap, BootstrapApp } from "../../bootstrap.ts";
import { spaceRef } from "../kintone/page-state.ts";
import { listMessages } from "../messages/list-messages.ts";
import { toRecordAddress } from "./record-address.ts";
import { ProblemPanel } from "../shell/problem-panel.tsx";
import { translate } from "../shell/translate.ts";
import { CalendarView } from "./calendar/calendar-view.tsx";
import { CategoryColumns } from "./category-tree.tsx";
import { CustomView } from "./custom-view.tsx";
import { FilterPanel } from "./filter/filter-panel.tsx";
import { fireListShow, publishList } from "./fire-list-show.ts";
import { findFieldElements } from "./find-field-elements.ts";
import { listColumns } from "./list-columns.ts";
import { ListEmpty } from "./list-empty.tsx";
import { ListOptions } from "./list-options.tsx";
import { listViews, type ListView } from "./list-view.ts";
import { ListShortcuts } from "./list-shortcuts.tsx";
import { ListPager } from "./list-pager.tsx";
import { formatSort, nextSort, parseSort } from "./list-query.ts";
import { ListTable } from "./list-table.tsx";
import { ListToolbar } from "./list-toolbar.tsx";
import { useListLocation } from "./use-list-location.ts";
import { type ListSnapshot, useRecords } from "./use-records.ts";

const headerMenuSpace = spaceRef("headerMenuSpace");
const headerSpace = spaceRef("headerSpace");

/** The list of an app's records on the desktop. */
export function ListPage({
  bootstrap,
  app,
}: {
  readonly bootstrap: Bootstrap;
  readonly app: BootstrapApp;
}): ReactElement | null {
  const views = useMemo(
    () =>
      listViews(app.settings, {
        mobile: false,
        allName: translate(listMessages.all),
        assigneeName: translate(listMessages.assigneeView),
      }),
    [app],
  );
  const { at, query, view, move } = useListLocation(views);
  return view === undefined ? null : <ShownList key={view.id} {...{ bootstrap, app, views, view, at, query, move }} />;
}

type ShownProps = {
  readonly bootstrap: Bootstrap;
  readonly app: BootstrapApp;
  readonly views: readonly ListView[];
  readonly view: ListView;
} & Omit<ReturnType<typeof useListLocation>, "view">;

function ShownList({ bootstrap, app, views, view, at, query, move }: ShownProps): ReactElement {
  const { snapshot, loading, problem, reload, replace } = useRecords(app, view, query);
  const [filtering, setFiltering] = useState(false);
  const root = useRef<HTMLDivElement>(null);
  // The records' own pages go through the list as it is shown, category included.
  const shownAt = typeof at.category === "number" ? { ...at, condition: query.condition } : at;
  const columns = useMemo(() => listColumns(app.settings.fields, view.fields), [app, view]);
  const fired = useRef<ListSnapshot | null>(null);

  useEffect(() => {
    if (snapshot === null) {
      return;
    }
    const fieldElements = (code: string): HTMLElement[] | null =>
      view.type === "LIST" ? findFieldElements(root.current, columns, code) : null;
    const shown = { bootstrap, view, snapshot, fieldElements };
    publishList(shown);
    // A row that was saved changes the snapshot but not the list: only a new answer is a new showing.
    if (fired.current?.answer !== snapshot.answer) {
      if (fired.current?.query !== snapshot.query) {
        root.current?.querySelector(".kp-list-scroll")?.scrollTo({ top: 0 });
      }
      fired.current = snapshot;
      void fireListShow(shown);
    }
  }, [bootstrap, columns, snapshot, view]);

  const closeFilter = useCallback(() => {
    setFiltering(false);
    root.current?.querySelector<HTMLElement>("button[aria-expanded]")?.focus();
  }, []);
  const isCustom = view.type === "CUSTOM";
  const isCalendar = view.type === "CALENDAR";
  return (
    <div ref={root} className={`kp-list${isCustom ? " kp-list-custom" : ""}`}>
      <ListShortcuts app={app} />
      <h1 className="kp-visually-hidden">{`${app.settings.general.name} - ${view.name}`}</h1>
      <ListToolbar
        {...{ app, views, view, at, filtering }}
        menuSpace={headerMenuSpace}
        options={view.type === "LIST" ? <ListOptions {...{ app, view, query }} /> : null}
        onFilter={() => setFiltering(!filtering)}
        onClear={() => {
          setFiltering(false);
          move({ ...at, condition: null, page: 1 });
        }}
      />
      {filtering ? (
        <FilterPanel
          app={app}
          condition={at.condition ?? view.filterCond}
          sort={query.sort}
          onApply={(condition, sort) =>
            move({
              ...at,
              condition: condition === view.filterCond ? null : condition,
              sort: sort === formatSort(parseSort(view.sort)) ? null : sort,
              page: 1,
            })
          }
          onClose={closeFilter}
        />
      ) : null}
      <div ref={headerSpace} className="kp-list-header-space" />
      <CategoryColumns app={app} at={at} onMove={move}>
        {problem === null ? null : (
          <ProblemPanel
            problem={problem}
            onRetry={reload}
            onClear={at.condition === null ? undefined : () => move({ ...at, condition: null, sort: null, page: 1 })}
          />
        )}
        <output className="kp-visually-hidden">
          {snapshot === null || loading || (isCustom && !view.pager) ? "" : announce(snapshot.total, query)}
        </output>
        {isCustom ? <CustomView html={view.html} device="desktop" /> : null}
        {isCalendar && snapshot?.query.month !== undefined ? (
          <CalendarView
            {...{ app, view, snapshot }}
            address={({ id }) => toRecordAddress(app.id, id ?? "", { viewId: view.id, at: shownAt })}
            onMonth={(month) => move({ ...at, month })}
          />
        ) : null}
        {isCustom || isCalendar ? null : (
          <>
            {snapshot === null && problem === null ? <ListSkeleton /> : null}
            {snapshot !== null && snapshot.records.length === 0 && !loading ? (
              <ListEmpty
                filtered={shownAt.condition !== null}
                limited={view.filterCond !== ""}
                canAdd={app.permissions.addRecord}
              />
            ) : null}
            {snapshot === null || snapshot.records.length === 0 ? null : (
              <ListTable
                {...{ bootstrap, app, view, columns, snapshot, replace, reload }}
                at={shownAt}
                busy={loading}
                onSort={(code) => move({ ...at, sort: nextSort(query.sort, code), page: 1 })}
              />
            )}
          </>
        )}
        {view.pager && snapshot !== null && (snapshot.total > 0 || isCustom) ? (
          <ListPager total={snapshot.total} at={at} query={query} onMove={move} />
        ) : null}
      </CategoryColumns>
    </div>
  );
}

function ListSkeleton(): ReactElement {
  return (
    <div className="kp-card kp-skeleton" aria-busy="true">
      {Array.from({ length: 8 }, (_, index) => (
        <span key={index} />
      ))}
      <p className="kp-slow kp-muted">{translate(listMessages.slow)}</p>
    </div>
  );
}

function announce(total: number, { offset, size }: { readonly offset: number; readonly size: number }): string {
  return total === 0
    ? translate(listMessages.announceNone)
    : translate(listMessages.announce, { total, from: offset + 1, to: Math.min(offset + size, total) });
}
