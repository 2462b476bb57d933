import { Hono } from "hono";
import { listMembers } from "../api/space/find-space.ts";
import { listVisibleApps } from "../permission/load-access.ts";
import { findSpaceOf, mayEnter, maySee, toPageRoot, toSpacePath } from "./app-place.ts";
import { buildBootstrap } from "./build-bootstrap.ts";
import { type PageServices, sendFault, sendPage, type SignedInRequest } from "./page-context.ts";
import { pageMessages } from "./page-messages.ts";
import { loadDomainCustomize } from "../store/domain-customize.ts";
import { listDomainFiles, listOrigins } from "./list-page-files.ts";
import { renderAppShell } from "./render-app-shell.ts";
import { signedIn } from "./signed-in.ts";

/**
 * The portal: the apps and spaces that one can open. The address after `#` says which space or thread is shown instead; a guest
 * space has a portal of its own. Of customizations only those of the domain run here (fact sheet §9.5).
 */
export function createPortalRoutes(services: PageServices): Hono {
  const routes = new Hono();
  routes.get("/", (context) => context.redirect("/k/", 302));
  for (const path of ["/k", "/k/m", "/k/guest/:guest{[0-9]+}", "/k/m/guest/:guest{[0-9]+}"]) {
    routes.get(path, (context) => context.redirect(`${context.req.path}/`, 301));
    routes.get(`${path}/`, signedIn(services, sendPortal));
  }
  return routes;
}

async function sendPortal(request: SignedInRequest): Promise<Response> {
  const { context, services, visitor, language, nonce, mobile } = request;
  const { store } = services;
  const { user } = visitor;
  const guest = context.req.param("guest");
  const guestSpace = guest === undefined ? null : store.spaces.find(Number(guest));
  if (guest !== undefined && (guestSpace?.isGuest !== true || !mayEnter(store, guestSpace, user))) {
    return sendFault(request, { kind: "page-not-found" });
  }
  const apps = listVisibleApps(store, user).flatMap(({ id, live }) => {
    const space = findSpaceOf(store, id);
    const isHere = guestSpace === null ? mayEnter(store, space, user) : space?.id === guestSpace.id;
    const { name, description, icon, theme } = live.general;
    const href = `${toPageRoot(space, mobile)}/${id}/`;
    return isHere ? [{ id, name, description, icon: icon.type === "PRESET" ? icon.key : "FILE", theme, href }] : [];
  });
  const spaces = store.spaces
    .list()
    .filter((space) => (guestSpace === null ? maySee(store, space, user) : space.id === guestSpace.id))
    .map((space) => ({
      id: space.id,
      name: space.name,
      isGuest: space.isGuest,
      isPrivate: space.isPrivate,
      members: listMembers(store, space).length,
      href: toSpacePath(space, mobile),
    }));
  const files = listDomainFiles(loadDomainCustomize(store.db), {
    device: mobile ? "mobile" : "desktop",
    isAdmin: user.isAdmin,
  });
  const shell = renderAppShell({
    bootstrap: {
      ...buildBootstrap(mobile ? "PORTAL_TOP_MOBILE" : "PORTAL_TOP", visitor, language),
      ...(guestSpace === null ? {} : { guestSpace: guestSpace.id }),
      apps,
      spaces,
    },
    title: pageMessages.portal[language],
    breadcrumb: [{ label: pageMessages.portal[language] }],
    nonce,
    files,
  });
  return sendPage(request, shell, { origins: listOrigins(files), allowEval: files.scripts.length > 0 });
}
