import { type CategoryAnswer, noCategories, toCategoryAnswer } from "../../../store/category-settings.ts";
import type { BootstrapApp } from "../../bootstrap.ts";
import { drawAppIcon } from "../portal/app-icon.tsx";
import { callRest } from "../rest.ts";
import { toProperty, toViewAnswer } from "./app-functions.ts";
import { toParams, toText } from "./arguments.ts";
import { checkPage, type PageKind } from "./page-kind.ts";
import { pageState } from "./page-state.ts";

/** Every page of an app on which customizations run; functions of 2025-09 and later are for the settings page too. */
const appPages: readonly PageKind[] = ["list", "graph", "detail", "create", "edit", "print"];
const withConfig: readonly PageKind[] = [...appPages, "config"];

/** `kintone.app.*` functions that desktop and mobile pages share (official index: no twin below `kintone.mobile`). */
export const appInformation = {
  get: async () => {
    const app = appOn("kintone.app.get", withConfig);
    const { general } = app.settings;
    const answer = toParams(await callRest("GET", "/k/v1/app", { id: app.id }));
    return {
      id: String(app.id),
      name: general.name,
      description: general.description,
      code: toText(answer["code"]),
      numberPrecision: { ...general.numberPrecision },
      enableComments: general.enableComments,
      enableThumbnails: general.enableThumbnails,
      // The platform keeps no history of changes.
      enableChangeHistory: false,
      enableInlineRecordEditing: general.enableInlineRecordEditing,
      createdAt: toText(answer["createdAt"]),
      creator: toParams(answer["creator"]),
      modifiedAt: toText(answer["modifiedAt"]),
      modifier: toParams(answer["modifier"]),
      spaceId: typeof answer["spaceId"] === "string" ? answer["spaceId"] : null,
      revision: app.revision,
    };
  },
  getFormFields: async (): Promise<Record<string, unknown>> =>
    Object.fromEntries(
      appOn("kintone.app.getFormFields", withConfig).settings.fields.map((field) => [field.code, toProperty(field)]),
    ),
  getFormLayout: async () => ({
    layout: structuredClone(appOn("kintone.app.getFormLayout", withConfig).settings.layout),
  }),
  getView: async () => {
    const app = appOn("kintone.app.getView", ["list"]);
    const view = app.settings.views.find((candidate) => Number(candidate.id) === pageState.list?.viewId);
    return view === undefined ? null : structuredClone(view);
  },
  getViews: async () => appOn("kintone.app.getViews", ["list", "graph"]).settings.views.map(toViewAnswer),
  getReports: async () =>
    appOn("kintone.app.getReports", ["list", "graph"]).settings.reports.map(
      ({ id, name, chartType, periodicReport }) => ({ name, id, chartType, periodicReport: periodicReport !== null }),
    ),
  getStatus: async () => {
    const { process } = appOn("kintone.app.getStatus", appPages).settings;
    return {
      enable: process.enable,
      // kintone's first state is the one that cannot be removed (a guess from the name).
      stages: structuredClone(process.states).map((state, index) => ({ ...state, fixed: index === 0 })),
      actions: structuredClone(process.actions),
    };
  },
  getCategories: async (): Promise<{ enabled: boolean; categories: CategoryAnswer }> => {
    const { categories } = appOn("kintone.app.getCategories", appPages).settings;
    const { enabled, tree } = categories ?? noCategories;
    return { enabled, categories: toCategoryAnswer(tree) };
  },
  getPermissions: async (): Promise<{ addRecord: boolean; editApp: boolean }> => {
    const { addRecord, editApp } = appOn("kintone.app.getPermissions", appPages).permissions;
    return { addRecord, editApp };
  },
  getIcons: async (apps: unknown): Promise<{ app: number; url: string }[]> =>
    Promise.all(
      (Array.isArray(apps) ? apps : []).map(async (app: unknown) => {
        const settings = toParams(await callRest("GET", "/k/v1/app/settings", { app: toText(app) }));
        const icon = toParams(settings["icon"]);
        return { app: Number(app), url: drawAppIcon(toText(icon["key"]), toText(settings["theme"])) };
      }),
    ),
  isTestEnvironment: async (): Promise<boolean> => {
    appOn("kintone.app.isTestEnvironment", appPages);
    return false;
  },
  isMaintenanceMode: async (): Promise<boolean> => {
    appOn("kintone.app.isMaintenanceMode", appPages);
    return false;
  },
};

function appOn(name: string, kinds: readonly PageKind[]): BootstrapApp {
  checkPage(name, kinds);
  const app = pageState.bootstrap?.app;
  if (app === null || app === undefined) {
    throw new Error(`${name}: no app`);
  }
  return app;
}
