import { Hono } from "hono";
import { isVisibleApp } from "../permission/app-rights.ts";
import { loadAccess } from "../permission/load-access.ts";
import { toAppFields } from "../record/app-fields.ts";
import type { StoredApp } from "../store/app-store.ts";
import { findActionStart, listUsableActions } from "./app-actions.ts";
import { findSpaceOf, mayEnter, toPageRoot, toSpacePath } from "./app-place.ts";
import type { PageType } from "./bootstrap.ts";
import { buildPageAccess } from "./build-page-access.ts";
import { buildBootstrap, buildBootstrapApp } from "./build-bootstrap.ts";
import { loadDomainCustomize } from "../store/domain-customize.ts";
import { listDomainFiles, listOrigins, listPageFiles } from "./list-page-files.ts";
import { type PageServices, sendFault, sendPage, type SignedInRequest } from "./page-context.ts";
import { pageMessages } from "./page-messages.ts";
import { renderAppShell } from "./render-app-shell.ts";
import { signedIn } from "./signed-in.ts";

type AppPage = {
  readonly type: PageType;
  readonly title: keyof typeof pageMessages;
  /** Customizations do not run here (fact sheet §9.5 names the pages on which they do). */
  readonly plain?: true;
};

/** List, detail and form of an app, on the desktop and below `/k/m/`. */
export function createAppPageRoutes(services: PageServices): Hono {
  const routes = new Hono();
  const app = ":app{[0-9]+}";
  const add = (root: "/k" | "/k/m", page: string, choose: (record: boolean) => AppPage): void => {
    const answer = signedIn(services, (request) => {
      const chosen = choose(request.context.req.query("record") !== undefined);
      return sendAppPage(request, chosen);
    });
    routes.get(`${root}/${app}/${page}`, answer);
    routes.get(`${root}/guest/:guest{[0-9]+}/${app}/${page}`, answer);
  };
  add("/k", "", () => ({ type: "APP_INDEX", title: "listOf" }));
  add("/k", "show", () => ({ type: "APP_DETAIL", title: "recordDetail" }));
  // `?record=` on the desktop is a record to be reused as the start of a new one.
  add("/k", "edit", () => ({ type: "APP_CREATE", title: "recordCreate" }));
  add("/k", "print", () => ({ type: "APP_PRINT", title: "recordPrint" }));
  add("/k", "import", () => ({ type: "APP_CSV_UPLOAD", title: "csvUpload", plain: true }));
  add("/k/m", "", () => ({ type: "APP_INDEX_MOBILE", title: "listOf" }));
  add("/k/m", "show", () => ({ type: "APP_DETAIL_MOBILE", title: "recordDetail" }));
  add("/k/m", "edit", (record) =>
    record ? { type: "APP_EDIT_MOBILE", title: "recordEdit" } : { type: "APP_CREATE_MOBILE", title: "recordCreate" },
  );
  add("/k", "report", () => ({ type: "APP_REPORT", title: "report" }));
  add("/k/m", "report", () => ({ type: "APP_REPORT_MOBILE", title: "report" }));
  for (const root of ["/k", "/k/m", "/k/guest/:guest{[0-9]+}", "/k/m/guest/:guest{[0-9]+}"]) {
    const path = `${root}/${app}`;
    routes.get(path, (context) => context.redirect(`${context.req.path}/${new URL(context.req.url).search}`, 301));
  }
  return routes;
}

async function sendAppPage(request: SignedInRequest, page: AppPage): Promise<Response> {
  const { context, services, visitor, language, nonce, mobile } = request;
  const asked = context.req.param("app") ?? "";
  const app = findApp(services, asked);
  const access =
    app?.live &&
    loadAccess(
      services.store,
      { id: app.id, creator: app.creator, settings: app.live },
      { user: visitor.user, now: services.now() },
    );
  const space = app && findSpaceOf(services.store, app.id);
  const root = toPageRoot(space, mobile);
  const isAskedBelow = request.context.req.path.startsWith(`${root}/${asked}/`);
  // An app that one may not see is not there.
  if (
    !app?.live ||
    !access ||
    !isVisibleApp(access.rights) ||
    !mayEnter(services.store, space, visitor.user) ||
    (!isAskedBelow && context.req.param("guest") !== undefined)
  ) {
    return sendFault(request, { kind: "app-not-found", app: asked });
  }
  if (!isAskedBelow) {
    // Links that know no space lead to the app all the same; what kintone does with them is not known.
    const { pathname, search } = new URL(context.req.url);
    return context.redirect(`${root}/${asked}/${pathname.split("/").at(-1) ?? ""}${search}`, 302);
  }
  const isNewRecord = page.type.startsWith("APP_CREATE");
  // Reading a file in needs the right to (help page app_rights), beside the one to add records.
  const isImport = page.type === "APP_CSV_UPLOAD";
  if ((isNewRecord && !access.rights.recordAddable) || (isImport && !access.rights.recordImportable)) {
    return sendFault(request, { kind: "forbidden" });
  }
  const { copied } = toAppFields(app.live);
  const { settings, permissions } = buildPageAccess(access, { isNewRecord, copied });
  const actions = listUsableActions(services.store, settings.actions, visitor.user);
  const isNew = page.type === "APP_CREATE" || page.type === "APP_CREATE_MOBILE";
  const appAction = isNew
    ? findActionStart(services.store, (name) => context.req.query(name), {
        user: visitor.user,
        now: services.now(),
        destApp: app.id,
      })
    : null;
  const installed = services.store.plugins.list();
  const enabled = installed.filter((plugin) => app.live?.plugins.some((item) => item.id === plugin.id && item.enabled));
  const device = mobile ? "mobile" : "desktop";
  const ownFiles = listPageFiles({
    appId: app.id,
    customize: app.live.customize,
    domain: listDomainFiles(loadDomainCustomize(services.store.db), { device, isAdmin: visitor.user.isAdmin }),
    device,
    isAppAdmin: permissions.editApp,
    plugins: enabled.map(({ id, version, manifest }) => ({
      id,
      version,
      js: manifest[device]?.js ?? [],
      css: manifest[device]?.css ?? [],
    })),
  });
  const files = page.plain === true ? { scripts: [], styles: [] } : ownFiles;
  const { name } = app.live.general;
  const crumbs = [
    { label: pageMessages.portal[language], href: mobile ? "/k/m/" : "/k/" },
    ...(space === null ? [] : [{ label: space.name, href: toSpacePath(space, mobile) }]),
    { label: name, href: `${root}/${app.id}/` },
  ];
  const shell = renderAppShell({
    bootstrap: {
      ...buildBootstrap(page.type, visitor, language),
      ...(appAction === null ? {} : { appAction }),
      ...(space?.isGuest === true ? { guestSpace: space.id } : {}),
      app: buildBootstrapApp({
        id: app.id,
        revision: app.liveRevision,
        settings: { ...settings, actions },
        installed,
        permissions,
        language,
      }),
    },
    title: page.title === "listOf" ? name : `${pageMessages[page.title][language]} - ${name}`,
    breadcrumb: page.title === "listOf" ? crumbs : [...crumbs, { label: pageMessages[page.title][language] }],
    nonce,
    files,
  });
  return sendPage(request, shell, { origins: listOrigins(files), allowEval: true });
}

/** The app of a path, or `null`. */
export function findApp(services: PageServices, id: string | undefined): StoredApp | null {
  const number = Number(id);
  return Number.isSafeInteger(number) && number > 0 ? services.store.apps.find(number) : null;
}
