import { actionsArea } from "./actions.ts";
import { appPermissionsArea } from "./app-permissions.ts";
import { appPluginsArea } from "./app-plugins.ts";
import type { AreaDescriptor } from "./area.ts";
import { customizeArea } from "./customize.ts";
import { fieldPermissionsArea } from "./field-permissions.ts";
import { generalNotificationsArea } from "./general-notifications.ts";
import { layoutArea } from "./layout.ts";
import { notesArea } from "./notes.ts";
import { processArea } from "./process.ts";
import { recordNotificationsArea } from "./record-notifications.ts";
import { recordPermissionsArea } from "./record-permissions.ts";
import { remindersArea } from "./reminders.ts";
import { reportsArea } from "./reports.ts";
import { settingsArea } from "./settings.ts";
import { viewsArea } from "./views.ts";

/** Before fields go: one that a condition of a record permission names cannot be deleted. Conditions may ask for ステータス. */
export const earlierAreas: readonly AreaDescriptor[] = [processArea, recordPermissionsArea];

/**
 * What is written once all fields are there, in this order: lists may show ステータス, which is there once the process is on;
 * actions and graphs name fields of other apps.
 */
export const laterAreas: readonly AreaDescriptor[] = [
  layoutArea,
  viewsArea,
  settingsArea,
  fieldPermissionsArea,
  generalNotificationsArea,
  recordNotificationsArea,
  remindersArea,
  reportsArea,
  actionsArea,
  notesArea,
  appPluginsArea,
];

/** Fields are not here: they are added, changed and deleted one by one. */
export const allAreas: readonly AreaDescriptor[] = [appPermissionsArea, ...earlierAreas, ...laterAreas, customizeArea];
