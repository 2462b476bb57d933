import type { ReactElement, ReactNode, Ref } from "react";
import type { StoredReport } from "../../../store/report-settings.ts";
import type { BootstrapApp } from "../../bootstrap.ts";
import { listMessages } from "../messages/list-messages.ts";
import { reportMessages } from "../messages/report-messages.ts";
import { Icon } from "../shell/icon.tsx";
import { translate } from "../shell/translate.ts";
import { formatListLocation, type ListLocation } from "./list-location.ts";
import type { ListView } from "./list-view.ts";
import { appPath } from "../shell/app-path.ts";

/** Above the list: which view, the filter, the place for customizations, and what one can do with the app. */
export function ListToolbar({
  app,
  views,
  view,
  at,
  filtering,
  menuSpace,
  onFilter,
  onClear,
  options,
}: {
  readonly app: BootstrapApp;
  readonly views: readonly ListView[];
  readonly view: ListView;
  readonly at: ListLocation;
  readonly filtering: boolean;
  readonly menuSpace: Ref<HTMLDivElement>;
  readonly onFilter: () => void;
  readonly onClear: () => void;
  readonly options: ReactNode;
}): ReactElement {
  return (
    <div className="kp-list-toolbar">
      <ViewSelector part="ViewAndReportSelector" views={views} view={view} reports={app.settings.reports} />
      <button
        className="kp-button"
        data-kp-part="FilterButton"
        type="button"
        aria-expanded={filtering}
        onClick={onFilter}
      >
        <Icon name="filter" />
        {translate(listMessages.filter)}
      </button>
      {at.condition === null ? null : (
        <span className="kp-list-filtered">
          <span className="kp-tag">{translate(listMessages.filtered)}</span>
          <button className="kp-button kp-button-quiet" type="button" onClick={onClear}>
            {translate(listMessages.clearFilter)}
          </button>
        </span>
      )}
      <div ref={menuSpace} className="kp-list-menu-space" />
      <div className="kp-list-actions">
        {options}
        {app.settings.reports.length === 0 ? null : (
          <a
            className="kp-button kp-button-icon"
            data-kp-part="ReportButton"
            href={`${appPath(app.id)}report`}
            aria-label={translate(reportMessages.open)}
            title={translate(reportMessages.open)}
          >
            <Icon name="graph" />
          </a>
        )}
        {app.permissions.editApp ? (
          <a
            className="kp-button kp-button-icon"
            data-kp-part="AppSettingsButton"
            href={`/k/admin/app/${app.id}/`}
            aria-label={translate(listMessages.appSettings)}
            title={translate(listMessages.appSettings)}
          >
            <Icon name="settings" />
          </a>
        ) : null}
        {app.permissions.addRecord ? (
          <a
            className="kp-button kp-button-primary gaia-argoui-app-menu-add"
            data-kp-part="AddRecordButton"
            href={`${appPath(app.id)}edit`}
          >
            <Icon name="add" />
            {translate(listMessages.addRecord)}
          </a>
        ) : null}
      </div>
    </div>
  );
}

/** Another view is another page, as on kintone: its customizations start afresh. */
export function ViewSelector({
  part,
  views,
  view,
  reports = [],
}: {
  /** By which customizations hide it. */
  readonly part: string;
  readonly views: readonly ListView[];
  readonly view: ListView;
  readonly reports?: readonly StoredReport[];
}): ReactElement {
  return (
    <select
      className="kp-input kp-view-selector"
      data-kp-part={part}
      aria-label={translate(listMessages.view)}
      value={view.id}
      onChange={(event) => openView(event.target.value)}
    >
      {views.map(({ id, name }) => (
        <option key={id} value={id} data-kp-part={`ViewSelectorItems:${id}`}>
          {name}
        </option>
      ))}
      {reports.length === 0 ? null : (
        <optgroup data-kp-part="ReportSelector" label={translate(reportMessages.reports)}>
          {reports.map(({ id, name }) => (
            <option key={id} value={`${reportValue}${id}`} data-kp-part={`ReportSelectorItems:${id}`}>
              {name}
            </option>
          ))}
        </optgroup>
      )}
    </select>
  );
}

/** Marks the values of the selector that are graphs. */
const reportValue = "report-";

function openView(viewId: string): void {
  if (viewId.startsWith(reportValue)) {
    location.assign(`${location.pathname}report?report=${viewId.slice(reportValue.length)}`);
    return;
  }
  const to = { viewId, condition: null, sort: null, page: 1, month: null, size: null };
  location.assign(location.pathname + formatListLocation(to, ""));
}
