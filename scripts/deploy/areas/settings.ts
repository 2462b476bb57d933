import { planMessages } from "../plan/plan-messages.ts";
import { createScalarArea } from "./scalar-area.ts";

/** 一般設定: name, description (with the app's stamp), icon, theme, title field and the switches. */
export const settingsArea = createScalarArea({
  area: "settings",
  resource: "app/settings",
  message: planMessages.settings,
  members: [
    "name",
    "description",
    "icon",
    "theme",
    "titleField",
    "enableThumbnails",
    "enableBulkDeletion",
    "enableComments",
    "enableDuplicateRecord",
    "enableInlineRecordEditing",
    "numberPrecision",
    "firstMonthOfFiscalYear",
  ],
  initial: {},
  html: ["description"],
});
