import { kintoneMessages } from "../messages/record-kintone-messages.ts";
import { hasDescription } from "./app-description.tsx";
import { descriptionState } from "./description-state.ts";
import { checkPage, type PageKind } from "./page-kind.ts";
import { isMobile, pageState } from "./page-state.ts";
import { refuse } from "./refuse.ts";

/** The desktop pages that show it (documented with the functions). */
const pages: readonly PageKind[] = ["list", "graph", "detail", "create", "edit"];

/** The description of the app: a button beside the app's name opens it above the page. */
export const descriptionFunctions = {
  /** Without a description there is nothing to open, which is no error (a guess). */
  showDescription: async (state: unknown): Promise<void> => {
    checkSide("kintone.app.showDescription");
    if (state !== "OPEN" && state !== "CLOSED") {
      throw refuse("kintone.app.showDescription", kintoneMessages.wrongState, { states: "OPEN, CLOSED" });
    }
    descriptionState.set(state);
  },
  getDescriptionDisplayState: async (): Promise<"OPEN" | "CLOSED" | "HIDDEN"> => {
    checkSide("kintone.app.getDescriptionDisplayState");
    const app = pageState.bootstrap?.app ?? null;
    return app !== null && hasDescription(app) ? descriptionState.get() : "HIDDEN";
  },
};

function checkSide(name: string): void {
  checkPage(name, pages);
  if (isMobile()) {
    throw refuse(name, kintoneMessages.otherSide);
  }
}
