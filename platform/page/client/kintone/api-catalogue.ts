/** How far a function or an event goes here. */
type Standing = "there" | "refused" | "none";

/** One function, by the name on desktop pages; `mobile` is its name on mobile pages when that is another one, `null` when there is none. */
export type ListedFunction = {
  readonly name: string;
  readonly mobile: string | null;
  readonly standing: Standing;
  /** Where it works, as kintone's pages are called. */
  readonly where: string;
  readonly remark?: string;
};

/** One event; `mobile.` in front is its twin. */
export type ListedEvent = {
  readonly name: string;
  readonly mobile: boolean;
  readonly standing: Standing;
  readonly remark?: string;
};

type Rest = { readonly mobile?: string | null; readonly standing?: Standing; readonly remark?: string };

/** The same name on both sides, unless `rest` says otherwise. */
function listed(name: string, where: string, rest: Rest = {}): ListedFunction {
  const { mobile = name, standing = "there", remark } = rest;
  return { name, mobile, standing, where, ...(remark === undefined ? {} : { remark }) };
}

/** The same below `kintone.mobile`. */
function twin(name: string, where: string, rest: Rest = {}): ListedFunction {
  return listed(name, where, { mobile: name.replace(/^kintone\./u, "kintone.mobile."), ...rest });
}

const desktopOnly = { mobile: null } as const;
const everywhere = "all pages";
const app = "all pages of an app";
const withConfig = "all pages of an app, plugin settings";
const form = "create, edit";
const shown = "detail, create, edit, print";
const described = "list, graph, detail, create, edit";

/** A `show…` with its `get…DisplayState`. */
function displayed(path: string, name: string, where: string, rest: Rest = {}): ListedFunction[] {
  const list = path.startsWith("kintone.mobile") ? listed : rest.mobile === undefined ? twin : listed;
  const more = path.startsWith("kintone.mobile") ? { ...rest, mobile: `${path}.show${name}` } : rest;
  const state = path.startsWith("kintone.mobile") ? { ...rest, mobile: `${path}.get${name}DisplayState` } : rest;
  return [list(`${path}.show${name}`, where, more), list(`${path}.get${name}DisplayState`, where, state)];
}

/** Every function of the official index of mid-2026 (fact sheet §4), in its order, and those for the rows of tables that came after it. */
export const functions: readonly ListedFunction[] = [
  listed("kintone.events.on", everywhere),
  listed("kintone.events.off", everywhere),
  listed("kintone.api", everywhere),
  listed("kintone.api.url", everywhere),
  listed("kintone.api.urlForGet", everywhere),
  listed("kintone.getRequestToken", everywhere),
  listed("kintone.api.getConcurrencyLimit", everywhere, { remark: "counts this page's own calls" }),
  listed("kintone.Promise", everywhere, { remark: "the browser's own" }),
  listed("kintone.proxy", everywhere, { remark: "to hosts that `--allow-proxy` names, localhost always" }),
  listed("kintone.proxy.upload", everywhere, { remark: "as `kintone.proxy`" }),
  twin("kintone.app.record.getId", shown),
  twin("kintone.app.record.get", shown, { remark: "`null` inside handlers" }),
  twin("kintone.app.record.set", form, { remark: "nothing inside handlers" }),
  listed("kintone.app.record.getPermissions", "detail, edit, print"),
  listed("kintone.app.record.getFieldPermissions", shown),
  listed("kintone.app.record.getStatusHistory", "detail", { remark: "from the record's history; 10 unless told" }),
  listed("kintone.app.record.getActions", "detail"),
  listed("kintone.app.get", withConfig),
  twin("kintone.app.getId", withConfig),
  listed("kintone.app.getFormFields", withConfig),
  listed("kintone.app.getFormLayout", withConfig),
  listed("kintone.app.isTestEnvironment", app, { remark: "there is no test environment: `false`" }),
  listed("kintone.app.isMaintenanceMode", app, { remark: "`false`" }),
  listed("kintone.app.getIcons", everywhere, { remark: "our own drawings" }),
  twin("kintone.app.getFieldElements", "list"),
  listed("kintone.app.getHeaderMenuSpaceElement", "list", desktopOnly),
  listed("kintone.app.getHeaderSpaceElement", "list", {
    mobile: "kintone.mobile.app.getHeaderSpaceElement",
    remark: "on phones also detail, create, edit",
  }),
  listed("kintone.app.getView", "list"),
  listed("kintone.app.getViews", "list, graph"),
  twin("kintone.app.getQueryCondition", "list, graph"),
  twin("kintone.app.getQuery", "list, graph"),
  listed("kintone.app.getReports", "list, graph"),
  twin("kintone.app.getLookupTargetAppId", app),
  twin("kintone.app.getRelatedRecordsTargetAppId", app),
  listed("kintone.app.getStatus", app),
  listed("kintone.app.record.getStatusActions", "detail"),
  listed("kintone.app.record.getAssignees", "detail"),
  listed("kintone.app.getCategories", app),
  listed("kintone.app.getPermissions", app),
  listed("kintone.space.get", "space, pages of apps in one"),
  listed("kintone.space.getPermissions", "space, pages of apps in one"),
  listed("kintone.system.getAvailableFeatures", everywhere),
  listed("kintone.system.getPermissions", everywhere),
  listed("kintone.license.isTrial", everywhere),
  listed("kintone.license.getSubscriptionPlan", everywhere),
  listed("kintone.getLoginUser", everywhere),
  listed("kintone.user.getCustomFields", everywhere),
  listed("kintone.user.getGroups", everywhere),
  listed("kintone.user.getOrganizations", everywhere),
  listed("kintone.getPageType", everywhere),
  listed("kintone.user.getIcons", everywhere, { remark: "the first letter, drawn" }),
  listed("kintone.getUiVersion", everywhere),
  listed("kintone.getAvailableServices", everywhere),
  listed("kintone.getDomain", everywhere),
  listed("kintone.getAvailableApiTypes", everywhere),
  listed("kintone.isAccessWithClientCertificateAuthentication", everywhere),
  listed("kintone.isMobileApp", everywhere),
  listed("kintone.isMobilePage", everywhere),
  listed("kintone.getUserPreference", everywhere, { remark: "what the reader chose at `/k/platform/preference/`" }),
  listed("kintone.isUsersAndSystemAdministrator", everywhere),
  listed("kintone.isRevampedUI", everywhere, { remark: "`false`" }),
  listed("kintone.showConfirmDialog", everywhere, { mobile: "kintone.mobile.showConfirmBottomSheet" }),
  listed("kintone.createDialog", everywhere, { mobile: "kintone.mobile.createBottomSheet" }),
  twin("kintone.showNotification", everywhere),
  twin("kintone.showLoading", everywhere),
  listed("kintone.buildPageUrl", everywhere, { remark: "refuses pages that the platform does not have" }),
  listed("kintone.setKeyboardShortcuts", everywhere, { mobile: null, remark: "those that the pages have" }),
  listed("kintone.getKeyboardShortcuts", everywhere, desktopOnly),
  twin("kintone.app.record.setFieldShown", shown),
  twin("kintone.app.record.setGroupFieldOpen", shown),
  twin("kintone.app.record.isFieldVisible", shown),
  twin("kintone.app.record.isGroupFieldOpen", shown),
  twin("kintone.app.record.setFieldStyle", shown),
  twin("kintone.app.record.getFieldStyle", shown),
  twin("kintone.app.setRecordListStyle", "list"),
  twin("kintone.app.getRecordListStyle", "list"),
  listed("kintone.app.showDescription", described, desktopOnly),
  listed("kintone.app.getDescriptionDisplayState", described, {
    mobile: null,
    remark: "`HIDDEN` where the app has none",
  }),
  ...displayed("kintone.app", "AddRecordButton", "list"),
  ...displayed("kintone.app", "AppSettingsButton", "list", desktopOnly),
  ...displayed("kintone.app.record", "DuplicateRecordButton", "detail", desktopOnly),
  ...displayed("kintone.app.record", "EditRecordButton", "detail"),
  ...displayed("kintone.app", "FilterButton", "list"),
  ...displayed("kintone.app", "ViewAndReportSelector", "list, graph", desktopOnly),
  ...displayed("kintone.mobile.app", "ViewSelector", "list"),
  ...displayed("kintone.mobile.app", "ReportSelector", "list, graph"),
  ...displayed("kintone.app", "ViewSelectorItems", "list"),
  ...displayed("kintone.app", "ReportSelectorItems", "list, graph"),
  ...displayed("kintone.app", "OptionsButton", "list"),
  ...displayed("kintone.app.record", "Pager", "detail"),
  ...displayed("kintone.app", "ReportButton", "list, graph", {
    mobile: null,
    remark: "the way from the list to the graphs, where the app has any",
  }),
  ...displayed("kintone.app.record", "SideBar", "detail", desktopOnly),
  ...displayed("kintone.app.record", "ActionButton", "detail"),
  ...displayed("kintone.app.record", "StatusActionButton", "detail"),
  ...displayed("kintone.app.record", "ChangeAssigneeButton", "detail", {
    mobile: null,
    remark: "for those who manage the app",
  }),
  ...displayed("kintone.app.record", "AddTableRowButtons", form),
  ...displayed("kintone.app.record", "DeleteTableRowButtons", form),
  twin("kintone.app.record.getFieldElement", "detail, print"),
  listed("kintone.app.record.getHeaderMenuSpaceElement", "detail, create, edit", desktopOnly),
  twin("kintone.app.record.getSpaceElement", shown),
  twin("kintone.portal.getContentSpaceElement", "portal"),
  twin("kintone.space.portal.getContentSpaceElement", "space"),
  listed("kintone.plugin.app.getConfig", withConfig),
  listed("kintone.plugin.app.setConfig", "plugin settings", desktopOnly),
  listed("kintone.plugin.app.getProxyConfig", "plugin settings", desktopOnly),
  listed("kintone.plugin.app.setProxyConfig", "plugin settings", desktopOnly),
  listed("kintone.plugin.app.proxy", app, { remark: "as `kintone.proxy`" }),
  listed("kintone.plugin.app.proxy.upload", app, { remark: "as `kintone.proxy`" }),
];

function fired(
  name: string,
  mobile = true,
  rest: { readonly standing?: Standing; readonly remark?: string } = {},
): ListedEvent {
  return { name, mobile, standing: "there", ...rest };
}

/** Every event of kintone (fact sheet §3.1). */
export const events: readonly ListedEvent[] = [
  fired("app.record.index.show"),
  fired("app.record.index.edit.show", false),
  fired("app.record.index.edit.change.{code}", false),
  fired("app.record.index.edit.submit", false),
  fired("app.record.index.edit.submit.success", false),
  fired("app.record.index.edit.finish", false),
  fired("app.record.index.delete.submit", false),
  fired("app.record.detail.show"),
  fired("app.record.detail.delete.submit"),
  fired("app.record.detail.process.proceed"),
  fired("app.record.create.show"),
  fired("app.record.create.change.{code}"),
  fired("app.record.create.submit"),
  fired("app.record.create.submit.success"),
  fired("app.record.edit.show"),
  fired("app.record.edit.change.{code}"),
  fired("app.record.edit.submit"),
  fired("app.record.edit.submit.success"),
  fired("app.record.print.show", false),
  fired("app.report.show"),
  fired("portal.show"),
  fired("space.portal.show"),
];
