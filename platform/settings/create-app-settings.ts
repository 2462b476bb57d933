import type { AppSettings } from "../store/app-settings.ts";
import { createNotificationSettings } from "../store/notification-settings.ts";
import { createSystemFields } from "./system-fields.ts";

/** The settings of a new app: the system fields, no layout, no views, nothing switched on. */
export function createAppSettings(name: string, allocateId: () => number): AppSettings {
  const fields = createSystemFields(allocateId);
  return {
    general: {
      name,
      description: "",
      icon: { type: "PRESET", key: "APP72" },
      theme: "WHITE",
      titleField: { selectionMode: "AUTO" },
      enableThumbnails: true,
      enableBulkDeletion: false,
      enableComments: true,
      enableDuplicateRecord: true,
      enableInlineRecordEditing: true,
      numberPrecision: { digits: "16", decimalPlaces: "4", roundingMode: "HALF_EVEN" },
      firstMonthOfFiscalYear: "4",
    },
    fields,
    layout: [],
    views: [],
    process: { enable: false, states: [], actions: [] },
    customize: { scope: "ALL", desktop: { js: [], css: [] }, mobile: { js: [], css: [] } },
    plugins: [],
    reports: [],
    actions: [],
    adminNotes: { content: "", includeInTemplateAndDuplicates: true },
    notifications: createNotificationSettings(fields),
  };
}
