import { toParams, toText } from "./arguments.ts";
import { isMobile } from "./page-state.ts";
import { appPath } from "../shell/app-path.ts";

/** `kintone.buildPageUrl(page, params)` (fact sheet §4.2): the address of a page of this platform. */
export async function buildPageUrl(page: unknown, given: unknown): Promise<string> {
  const params = toParams(given);
  const app = toText(params["appId"]);
  const record = toText(params["recordId"]);
  const view = toText(params["viewId"]);
  const name = String(page);
  const base = name.endsWith("_MOBILE") ? "/k/m" : "/k";
  switch (name.replace(/_MOBILE$/u, "")) {
    case "PORTAL_TOP":
      return toAbsolute(`${base}/`);
    case "APP_INDEX":
      return toAbsolute(`${base}/${app}/${view === "" ? "" : `?view=${view}`}`);
    case "APP_CREATE":
      return toAbsolute(`${base}/${app}/edit`);
    case "APP_DETAIL":
      return toAbsolute(recordPath({ app, record, mobile: base === "/k/m" }));
    case "APP_PRINT":
      return toAbsolute(`/k/${app}/print?record=${record}`);
    case "APP_EDIT":
      return toAbsolute(
        base === "/k/m" ? `/k/m/${app}/edit?record=${record}` : `/k/${app}/show#record=${record}&mode=edit`,
      );
    case "APP_REPORT":
      return toAbsolute(`${base}/${app}/report?report=${toText(params["reportId"])}`);
    case "SPACE_PORTAL":
      return toAbsolute(`${base}/#/space/${toText(params["spaceId"])}`);
    case "SPACE_THREAD":
      return toAbsolute(`${base}/#/space/${toText(params["spaceId"])}/thread/${toText(params["threadId"])}`);
    case "NOTIFICATION_TOP":
      return toAbsolute(`${base}/ntf`);
    case "APP_SETTINGS_PLUGIN_SETTINGS":
      return toAbsolute(`/k/admin/app/${app}/plugin/`);
    default:
      throw new Error(`buildPageUrl: this platform has no page ${name}`);
  }
}

/** The path of a record's page; on phones the record is in the query, not in the hash. */
export function recordPath({
  app,
  record,
  mobile = isMobile(),
}: {
  readonly app: number | string;
  readonly record: number | string;
  readonly mobile?: boolean;
}): string {
  return `${appPath(app, mobile)}${mobile ? "show?record=" : "show#record="}${record}`;
}

function toAbsolute(path: string): string {
  return new URL(path, location.origin).href;
}
