import { type ReactElement, useEffect, useMemo, useRef } from "react";
import type { Bootstrap, BootstrapApp } from "../../../bootstrap.ts";
import { spaceRef } from "../../kintone/page-state.ts";
import { listMessages } from "../../messages/list-messages.ts";
import { shellMessages } from "../../messages/shell-messages.ts";
import { Icon } from "../../shell/icon.tsx";
import { ProblemPanel } from "../../shell/problem-panel.tsx";
import { translate } from "../../shell/translate.ts";
import { CalendarView } from "../calendar/calendar-view.tsx";
import { CustomView } from "../custom-view.tsx";
import { fireListShow, publishList } from "../fire-list-show.ts";
import { toRecordAddress } from "../record-address.ts";
import { listColumns } from "../list-columns.ts";
import { ListEmpty } from "../list-empty.tsx";
import { ViewSelector } from "../list-toolbar.tsx";
import { listViews, type ListView } from "../list-view.ts";
import { useListLocation } from "../use-list-location.ts";
import { MobileCards } from "./mobile-cards.tsx";
import { MobileSearch } from "./mobile-search.tsx";
import { useGrowingRecords } from "./use-growing-records.ts";
import { appPath } from "../../shell/app-path.ts";

const headerSpace = spaceRef("mobileHeaderSpace");

/** The list of an app's records on a phone: cards instead of a table, one column, growing downwards. */
export function MobileListPage({
  bootstrap,
  app,
}: {
  readonly bootstrap: Bootstrap;
  readonly app: BootstrapApp;
}): ReactElement | null {
  const views = useMemo(
    () =>
      listViews(app.settings, {
        mobile: true,
        allName: translate(listMessages.all),
        assigneeName: translate(listMessages.assigneeView),
      }),
    [app],
  );
  const address = useListLocation(views);
  const { view } = address;
  return view === undefined ? null : <ShownList key={view.id} {...{ bootstrap, app, views, address, view }} />;
}

function ShownList({
  bootstrap,
  app,
  views,
  view,
  address: { at, query, move },
}: {
  readonly bootstrap: Bootstrap;
  readonly app: BootstrapApp;
  readonly views: readonly ListView[];
  readonly view: ListView;
  readonly address: Omit<ReturnType<typeof useListLocation>, "view">;
}): ReactElement {
  const { snapshot, loading, problem, reload, more } = useGrowingRecords(app, view, query);
  const columns = useMemo(() => listColumns(app.settings.fields, view.fields), [app, view]);
  const root = useRef<HTMLDivElement>(null);
  useEffect(() => {
    if (snapshot === null) {
      return;
    }
    const fieldElements = (code: string): HTMLElement[] | null => {
      const field = columns.find((column) => column.code === code);
      return field === undefined || field.type === "SUBTABLE" || view.type !== "LIST"
        ? null
        : [...(root.current?.querySelectorAll<HTMLElement>(`.kp-mobile-card .value-${field.id}`) ?? [])];
    };
    const shown = { bootstrap, view, snapshot, fieldElements };
    publishList(shown);
    void fireListShow(shown);
  }, [bootstrap, columns, snapshot, view]);

  const addressOf = (record: string): string => toRecordAddress(app.id, record, { viewId: view.id, at, mobile: true });
  const isCustom = view.type === "CUSTOM";
  const isCalendar = view.type === "CALENDAR";
  const total = snapshot?.total ?? 0;
  const count = snapshot?.records.length ?? 0;
  return (
    <div ref={root} className="kp-list kp-mobile-list">
      <h1 className="kp-visually-hidden">{`${app.settings.general.name} - ${view.name}`}</h1>
      <div className="kp-mobile-bar">
        <ViewSelector part="ViewSelector" views={views} view={view} reports={app.settings.reports} />
        {app.permissions.addRecord ? (
          <a
            className="kp-button kp-button-primary"
            data-kp-part="AddRecordButton"
            href={`${appPath(app.id)}edit`}
            aria-label={translate(listMessages.addRecord)}
          >
            <Icon name="add" />
          </a>
        ) : null}
      </div>
      <div ref={headerSpace} className="kp-list-header-space" />
      {isCustom ? <CustomView html={view.html} device="mobile" /> : null}
      {isCalendar && problem !== null ? <ProblemPanel problem={problem} onRetry={reload} /> : null}
      {isCalendar && snapshot?.query.month !== undefined ? (
        <CalendarView
          {...{ app, view, snapshot }}
          address={({ id }) => addressOf(id ?? "")}
          onMonth={(month) => move({ ...at, month })}
        />
      ) : null}
      {isCustom || isCalendar ? null : (
        <>
          <MobileSearch {...{ app, columns, view, at, query }} onMove={move} />
          {problem === null ? null : (
            <ProblemPanel
              problem={problem}
              onRetry={reload}
              onClear={at.condition === null ? undefined : () => move({ ...at, condition: null, sort: null, page: 1 })}
            />
          )}
          <output className="kp-mobile-count kp-muted">
            {loading && snapshot === null ? translate(listMessages.slow) : null}
            {snapshot === null || count === 0
              ? null
              : translate(listMessages.shown, {
                  total: total.toLocaleString("ja-JP"),
                  count: count.toLocaleString("ja-JP"),
                })}
          </output>
          {snapshot !== null && count === 0 && !loading ? (
            <ListEmpty
              filtered={at.condition !== null}
              limited={view.filterCond !== ""}
              canAdd={app.permissions.addRecord}
            />
          ) : null}
          <MobileCards
            {...{ app, columns }}
            records={snapshot?.records ?? []}
            language={bootstrap.language}
            addressOf={addressOf}
          />
          {count < total ? (
            <button className="kp-button kp-mobile-more" type="button" disabled={loading} onClick={() => void more()}>
              {translate(loading ? listMessages.loadingMore : listMessages.more)}
            </button>
          ) : null}
        </>
      )}
      <p className="kp-foot">
        <a href={appPath(app.id, false)}>{translate(shellMessages.toDesktop)}</a>
      </p>
    </div>
  );
}
