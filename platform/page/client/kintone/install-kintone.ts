import type { Bootstrap } from "../../bootstrap.ts";
import { requestToken } from "../rest.ts";
import { api } from "./api.ts";
import { createAppFunctions } from "./app-functions.ts";
import { buildCybozuData } from "./cybozu-data.ts";
import { dialogFunctions } from "./dialog-functions.ts";
import { offEvent, onEvent } from "./event-bus.ts";
import { showLoading } from "./loading.ts";
import { showNotification } from "./notification.ts";
import { pageState } from "./page-state.ts";
import { buildPageUrl } from "./page-url.ts";
import { pluginFunctions, proxy } from "./plugin-functions.ts";
import { createRecordFunctions } from "./record-functions.ts";

/**
 * Defines `kintone` and `cybozu.data` for the customizations of a page. It runs while the page bundle is evaluated,
 * before any other script, and keeps the bootstrap data for everything else on the page.
 */
export function installKintone(bootstrap: Bootstrap): void {
  pageState.bootstrap = bootstrap;
  const { createDialog, showConfirmDialog, createBottomSheet, showConfirmBottomSheet } = dialogFunctions;
  Object.assign(globalThis, {
    kintone: {
      $PLUGIN_ID: "",
      events: { on: onEvent, off: offEvent },
      api,
      Promise,
      proxy,
      plugin: { app: pluginFunctions },
      app: { ...createAppFunctions("desktop"), record: createRecordFunctions("desktop") },
      mobile: {
        app: { ...createAppFunctions("mobile"), record: createRecordFunctions("mobile") },
        portal: { getContentSpaceElement: (): null => null },
        createBottomSheet,
        showConfirmBottomSheet,
        showNotification,
        showLoading,
      },
      portal: { getContentSpaceElement: (): null => null },
      space: { portal: { getContentSpaceElement: (): null => null } },
      createDialog,
      showConfirmDialog,
      showNotification,
      showLoading,
      buildPageUrl,
      getLoginUser: () => ({ ...bootstrap.loginUser }),
      getRequestToken: requestToken,
      // 2 = the present design on desktop; phones say 1 (fact sheet §4.1).
      getUiVersion: (): 1 | 2 => (bootstrap.page.endsWith("_MOBILE") ? 1 : 2),
      getPageType: async () => readPageType(bootstrap),
      isMobilePage: async (): Promise<boolean> => bootstrap.page.endsWith("_MOBILE"),
      isMobileApp: async (): Promise<boolean> => false,
      isUsersAndSystemAdministrator: async (): Promise<boolean> => bootstrap.isAdmin ?? false,
      getDomain: async () => ({ subdomain: "", baseDomain: location.host }),
    },
    cybozu: { data: buildCybozuData(bootstrap) },
  });
}

/** On the desktop the editor shares a document with the detail page: the hash tells which one is open. */
function readPageType({ page }: Bootstrap): { type: string; page: string } {
  const now = page === "APP_DETAIL" && pageState.record?.mode === "edit" ? "APP_EDIT" : page;
  return { type: now, page: now };
}
