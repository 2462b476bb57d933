import type { ReactElement } from "react";
import { createRoot } from "react-dom/client";
import { AppDescription } from "../kintone/app-description.tsx";
import { PluginListPage } from "../admin/plugin-list-page.tsx";
import type { Bootstrap } from "../../bootstrap.ts";
import { InboxPage } from "../inbox/inbox-page.tsx";
import { CsvUploadPage } from "../csv/csv-upload-page.tsx";
import { ListPage } from "../list/list-page.tsx";
import { MobileListPage } from "../list/mobile/mobile-list-page.tsx";
import { PortalRouter } from "../portal/portal-router.tsx";
import { PrintPage } from "../record/print-page.tsx";
import { RecordPage } from "../record/record-page.tsx";
import { ReportPage } from "../report/report-page.tsx";
import { SettingsPage } from "../settings/settings-page.tsx";
import { ConnectionNotice } from "./connection-notice.tsx";
import { watchUnread } from "./watch-unread.ts";

/** The pages on which kintone shows what an app is for (documented with `kintone.app.showDescription`). */
const describedPages: ReadonlySet<string> = new Set(["APP_INDEX", "APP_REPORT", "APP_DETAIL", "APP_CREATE"]);

/** Draws the page that the bootstrap names. */
export function mountPage(bootstrap: Bootstrap): void {
  const place = document.querySelector("#kp-root");
  const page = choosePage(bootstrap);
  if (place === null || page === null) {
    return;
  }
  watchUnread();
  createRoot(place).render(
    <>
      <ConnectionNotice />
      {bootstrap.app !== null && describedPages.has(bootstrap.page) ? <AppDescription app={bootstrap.app} /> : null}
      {page}
    </>,
  );
}

function choosePage(bootstrap: Bootstrap): ReactElement | null {
  const { page, app } = bootstrap;
  if (page === "PORTAL_TOP" || page === "PORTAL_TOP_MOBILE") {
    return <PortalRouter bootstrap={bootstrap} />;
  }
  if (page === "NOTIFICATION_TOP" || page === "NOTIFICATION_TOP_MOBILE") {
    return <InboxPage bootstrap={bootstrap} />;
  }
  if (app === null) {
    return null;
  }
  switch (page) {
    case "APP_INDEX":
      return <ListPage bootstrap={bootstrap} app={app} />;
    case "APP_CSV_UPLOAD":
      return <CsvUploadPage bootstrap={bootstrap} app={app} />;
    case "APP_PRINT":
      return <PrintPage app={app} />;
    case "APP_INDEX_MOBILE":
      return <MobileListPage bootstrap={bootstrap} app={app} />;
    case "APP_REPORT":
    case "APP_REPORT_MOBILE":
      return <ReportPage bootstrap={bootstrap} app={app} />;
    case "APP_SETTINGS_TOP":
      return bootstrap.declared === undefined ? null : <SettingsPage app={app} declared={bootstrap.declared} />;
    case "APP_SETTINGS_PLUGIN_LIST":
      return <PluginListPage app={app} addable={bootstrap.addablePlugins ?? []} />;
    case "APP_DETAIL":
    case "APP_CREATE":
    case "APP_DETAIL_MOBILE":
    case "APP_CREATE_MOBILE":
    case "APP_EDIT_MOBILE":
      return <RecordPage bootstrap={bootstrap} />;
    // A plugin draws its settings page itself; the list of all plugins is written by the server.
    case "APP_SETTINGS_PLUGIN_SETTINGS":
    case "SYSTEM_PLUGIN_LIST":
      break;
  }
  return null;
}
