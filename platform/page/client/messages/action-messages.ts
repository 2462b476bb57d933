import { defineMessages } from "../../message.ts";

/** Buttons that copy a record into another app. */
export const actionMessages = defineMessages({
  actions: { ja: "アクション", en: "Actions" },
});
