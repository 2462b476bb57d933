import { getActions } from "./actions/get-actions.ts";
import { putActions } from "./actions/put-actions.ts";
import { getAdminNotes } from "./admin-notes/get-admin-notes.ts";
import { putAdminNotes } from "./admin-notes/put-admin-notes.ts";
import { getCategories, putCategories } from "./categories/category-operations.ts";
import { createApp } from "./app/create-app.ts";
import { getAppPlugins } from "./app/get-app-plugins.ts";
import { getApp } from "./app/get-app.ts";
import { postAppPlugins } from "./app/post-app-plugins.ts";
import { getApps } from "./apps/get-apps.ts";
import { getDomainCustomize, putDomainCustomize } from "./customize/domain-customize.ts";
import { getCustomize } from "./customize/get-customize.ts";
import { putCustomize } from "./customize/put-customize.ts";
import { getDeploy } from "./deploy/get-deploy.ts";
import { postDeploy } from "./deploy/post-deploy.ts";
import { deleteFields } from "./form/delete-fields.ts";
import { getFields } from "./form/get-fields.ts";
import { getForm } from "./form/get-form.ts";
import { getLayout } from "./form/get-layout.ts";
import { postFields } from "./form/post-fields.ts";
import { putFields } from "./form/put-fields.ts";
import { putLayout } from "./form/put-layout.ts";
import type { Operation } from "./operation.ts";
import { postPluginConfig } from "./plugin-config/post-plugin-config.ts";
import { postPluginProxy } from "./plugin-config/post-plugin-proxy.ts";
import { deletePlugin } from "./plugin/delete-plugin.ts";
import { getPluginApps } from "./plugin/get-plugin-apps.ts";
import { postPlugin } from "./plugin/post-plugin.ts";
import { putPlugin } from "./plugin/put-plugin.ts";
import { getPlugins } from "./plugins/get-plugins.ts";
import { getRequiredPlugins } from "./plugins/get-required-plugins.ts";
import { getReports } from "./reports/get-reports.ts";
import { putReports } from "./reports/put-reports.ts";
import { getSettings } from "./settings/get-settings.ts";
import { putSettings } from "./settings/put-settings.ts";
import { getStatus } from "./status/get-status.ts";
import { putStatus } from "./status/put-status.ts";
import { getViews } from "./views/get-views.ts";
import { putViews } from "./views/put-views.ts";

/** The operations on apps, their settings and plugins. */
export const settingsOperations: readonly Operation[] = [
  createApp,
  getApp,
  getApps,
  getSettings,
  putSettings,
  getFields,
  postFields,
  putFields,
  deleteFields,
  getLayout,
  putLayout,
  getViews,
  putViews,
  getReports,
  putReports,
  getActions,
  putActions,
  getAdminNotes,
  putAdminNotes,
  getCategories,
  putCategories,
  getForm,
  getStatus,
  putStatus,
  getCustomize,
  putCustomize,
  postDeploy,
  getDeploy,
  getAppPlugins,
  postAppPlugins,
  postPlugin,
  putPlugin,
  deletePlugin,
  getPluginApps,
  getPlugins,
  getRequiredPlugins,
  getDomainCustomize,
  putDomainCustomize,
  postPluginConfig,
  postPluginProxy,
];
