import type { Bootstrap } from "../../bootstrap.ts";
import { requestToken } from "../rest.ts";
import { api } from "./api.ts";
import { createAppFunctions, desktopSpaces, mobileSpaces } from "./app-functions.ts";
import { appInformation } from "./app-information.ts";
import { buildCybozuData } from "./cybozu-data.ts";
import { descriptionFunctions } from "./description-functions.ts";
import { dialogFunctions } from "./dialog-functions.ts";
import { createDisplayFunctions } from "./display-functions.ts";
import { domainFunctions, licenseFunctions, systemFunctions, userFunctions } from "./domain-functions.ts";
import { offEvent, onEvent } from "./event-bus.ts";
import { keyboardShortcuts } from "./keyboard-shortcuts.ts";
import { createListStyleFunctions } from "./list-style.ts";
import { showLoading } from "./loading.ts";
import { showNotification } from "./notification.ts";
import { pageState } from "./page-state.ts";
import { buildPageUrl } from "./page-url.ts";
import { readPageType } from "./page-type.ts";
import { pluginFunctions } from "./plugin-functions.ts";
import { proxy } from "./proxy-functions.ts";
import { createRecordFunctions, getRecordHeaderMenuSpaceElement } from "./record-functions.ts";
import { recordInformation } from "./record-information.ts";
import { getSideBarDisplayState, showSideBar } from "./side-bar.ts";
import { createContentSpace, spaceFunctions } from "./space-functions.ts";
import { createTableRowButtons } from "./table-row-buttons.ts";

/**
 * Defines `kintone` and `cybozu.data` for the customizations of a page. It runs while the page bundle is evaluated,
 * before any other script, and keeps the bootstrap data for everything else on the page.
 */
export function installKintone(bootstrap: Bootstrap): void {
  pageState.bootstrap = bootstrap;
  Object.assign(globalThis, { kintone: buildKintone(bootstrap), cybozu: { data: buildCybozuData(bootstrap) } });
}

/** Every function; which there are, `api-catalogue.ts` lists, and a test compares the two. */
function buildKintone(bootstrap: Bootstrap): Record<string, unknown> {
  const { createDialog, showConfirmDialog, createBottomSheet, showConfirmBottomSheet } = dialogFunctions;
  return {
    $PLUGIN_ID: "",
    events: { on: onEvent, off: offEvent },
    api,
    Promise,
    proxy,
    plugin: { app: pluginFunctions },
    app: { ...buildDesktopApp(), record: buildDesktopRecord() },
    mobile: {
      app: { ...buildMobileApp(), record: buildMobileRecord() },
      portal: createContentSpace("mobile", "portalContentSpace"),
      space: { portal: createContentSpace("mobile", "spaceContentSpace") },
      createBottomSheet,
      showConfirmBottomSheet,
      showNotification,
      showLoading,
    },
    portal: createContentSpace("desktop", "portalContentSpace"),
    space: { ...spaceFunctions, portal: createContentSpace("desktop", "spaceContentSpace") },
    user: userFunctions,
    system: systemFunctions,
    license: licenseFunctions,
    createDialog,
    showConfirmDialog,
    showNotification,
    showLoading,
    buildPageUrl,
    getLoginUser: () => ({ ...bootstrap.loginUser }),
    getRequestToken: requestToken,
    // 2 = the present design on desktop; phones say 1 (fact sheet §4.1).
    getUiVersion: (): 1 | 2 => (bootstrap.page.endsWith("_MOBILE") ? 1 : 2),
    getPageType: async () => readPageType(),
    ...domainFunctions,
    ...keyboardShortcuts,
  };
}

function buildDesktopApp(): Record<string, unknown> {
  return {
    ...createAppFunctions("desktop"),
    ...desktopSpaces,
    ...appInformation,
    ...createListStyleFunctions("desktop"),
    ...descriptionFunctions,
    ...createDisplayFunctions({
      side: "desktop",
      path: "kintone.app",
      parts: [
        "AddRecordButton",
        "AppSettingsButton",
        "FilterButton",
        "OptionsButton",
        "ReportButton",
        "ViewAndReportSelector",
      ],
      items: ["ViewSelectorItems", "ReportSelectorItems"],
      named: [],
    }),
  };
}

function buildDesktopRecord(): Record<string, unknown> {
  return {
    ...createRecordFunctions("desktop"),
    ...createTableRowButtons("desktop"),
    ...recordInformation,
    getHeaderMenuSpaceElement: getRecordHeaderMenuSpaceElement,
    showSideBar,
    getSideBarDisplayState,
    ...createDisplayFunctions({
      side: "desktop",
      path: "kintone.app.record",
      parts: ["EditRecordButton", "DuplicateRecordButton", "ChangeAssigneeButton", "Pager"],
      items: [],
      named: ["ActionButton", "StatusActionButton"],
    }),
  };
}

function buildMobileApp(): Record<string, unknown> {
  return {
    ...createAppFunctions("mobile"),
    ...mobileSpaces,
    ...createListStyleFunctions("mobile"),
    ...createDisplayFunctions({
      side: "mobile",
      path: "kintone.mobile.app",
      parts: ["AddRecordButton", "FilterButton", "OptionsButton", "ViewSelector", "ReportSelector"],
      items: ["ViewSelectorItems", "ReportSelectorItems"],
      named: [],
    }),
  };
}

function buildMobileRecord(): Record<string, unknown> {
  return {
    ...createRecordFunctions("mobile"),
    ...createTableRowButtons("mobile"),
    ...createDisplayFunctions({
      side: "mobile",
      path: "kintone.mobile.app.record",
      parts: ["EditRecordButton", "Pager"],
      items: [],
      named: ["ActionButton", "StatusActionButton"],
    }),
  };
}
