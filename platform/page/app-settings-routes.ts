import { Hono } from "hono";
import { readAcl } from "../store/acl-settings.ts";
import type { AppSettings } from "../store/app-settings.ts";
import type { Store } from "../store/store.ts";
import { buildAppBootstrap, toCrumbs } from "./admin-page-routes.ts";
import { findApp } from "./app-page-routes.ts";
import type { DeclaredSettings } from "./bootstrap.ts";
import { type PageServices, sendFault, sendPage, type SignedInRequest } from "./page-context.ts";
import { pageMessages } from "./page-messages.ts";
import { renderPlainShell } from "./render-app-shell.ts";
import { managerOnly } from "./signed-in.ts";

/** What an app declares, to read; for who manages it. kintone's own address, `flow?app=`, leads there too. */
export function createAppSettingsRoutes(services: PageServices): Hono {
  const routes = new Hono();
  const path = "/k/admin/app/:app{[0-9]+}";
  routes.get(path, (context) => context.redirect(`${context.req.path}/`, 301));
  routes.get("/k/admin/app/flow", (context) => {
    const id = /^\d{1,15}$/u.exec(context.req.query("app") ?? "")?.[0] ?? "0";
    return context.redirect(`/k/admin/app/${id}/`, 302);
  });
  routes.get(`${path}/`, managerOnly(services, sendSettings));
  return routes;
}

async function sendSettings(request: SignedInRequest): Promise<Response> {
  const { context, services, language, nonce } = request;
  const asked = context.req.param("app") ?? "";
  const app = findApp(services, asked);
  if (app === null) {
    return sendFault(request, { kind: "app-not-found", app: asked });
  }
  const shell = renderPlainShell({
    bootstrap: {
      ...buildAppBootstrap(request, app, "APP_SETTINGS_TOP"),
      declared: buildDeclared(services.store, app.preview),
    },
    title: `${pageMessages.appSettings[language]} - ${app.preview.general.name}`,
    breadcrumb: [...toCrumbs(request, app), { label: pageMessages.appSettings[language] }],
    nonce,
  });
  return sendPage(request, shell);
}

function buildDeclared(store: Store, settings: AppSettings): DeclaredSettings {
  const { customize, adminNotes, notifications, actions, process, fields } = settings;
  const acl = readAcl(settings);
  const named = new Set<string>();
  collectEntities([acl, notifications, actions, process], named);
  const apps = new Set<string>();
  collectApps([fields, actions], apps);
  return {
    customize,
    adminNotes,
    notifications,
    acl,
    names: Object.fromEntries([...named].map((key) => [key, nameOf(store, key)])),
    appNames: Object.fromEntries([...apps].map((id) => [id, store.apps.find(Number(id))?.preview.general.name ?? ""])),
  };
}

/** Everywhere in the settings people are named in the same form. */
function collectEntities(value: unknown, into: Set<string>): void {
  if (typeof value !== "object" || value === null) {
    return;
  }
  if ("type" in value && "code" in value && typeof value.code === "string") {
    const { type } = value;
    if (type === "USER" || type === "GROUP" || type === "ORGANIZATION") {
      into.add(`${type} ${value.code}`);
    }
  }
  for (const inner of Object.values(value)) {
    collectEntities(inner, into);
  }
}

function collectApps(value: unknown, into: Set<string>): void {
  if (typeof value !== "object" || value === null) {
    return;
  }
  for (const [key, inner] of Object.entries(value)) {
    if ((key === "app" || key === "destApp") && typeof inner === "string") {
      into.add(inner);
    }
    collectApps(inner, into);
  }
}

function nameOf(store: Store, key: string): string {
  const [type, ...rest] = key.split(" ");
  const code = rest.join(" ");
  const found =
    type === "USER"
      ? store.users.find(code)
      : type === "GROUP"
        ? store.groups.find(code)
        : store.organizations.find(code);
  return found?.name ?? code;
}
