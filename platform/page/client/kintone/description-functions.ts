import { kintoneMessages } from "../messages/record-kintone-messages.ts";
import { checkPage } from "./page-kind.ts";
import { refuse } from "./refuse.ts";

/** The list pages here do not show the app's description: it counts as hidden, and opening it is refused. */
export const descriptionFunctions = {
  showDescription: async (state: unknown): Promise<void> => {
    checkPage("kintone.app.showDescription", ["list"]);
    if (state === "OPEN") {
      throw refuse("kintone.app.showDescription", kintoneMessages.noDescription);
    }
    if (state !== "CLOSED") {
      throw refuse("kintone.app.showDescription", kintoneMessages.wrongState, { states: "OPEN, CLOSED" });
    }
  },
  getDescriptionDisplayState: async (): Promise<"HIDDEN"> => {
    checkPage("kintone.app.getDescriptionDisplayState", ["list"]);
    return "HIDDEN";
  },
};
