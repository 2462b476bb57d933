import { kintoneMessages } from "../messages/record-kintone-messages.ts";
import { sidePanelTab } from "../record/side-panel-state.ts";
import { partState, setPartState } from "./display-state.ts";
import { checkPage } from "./page-kind.ts";
import { refuse } from "./refuse.ts";

const show = "kintone.app.record.showSideBar";

/** `kintone.app.record.showSideBar`: opens the panel beside a record, with its comments or its history, or closes it. */
export async function showSideBar(state: unknown): Promise<void> {
  checkPage(show, ["detail"]);
  if (state !== "OPEN" && state !== "CLOSED" && state !== "COMMENTS" && state !== "HISTORY") {
    throw refuse(show, kintoneMessages.wrongState, { states: "OPEN, CLOSED, COMMENTS, HISTORY" });
  }
  if (state === "COMMENTS" || state === "HISTORY") {
    sidePanelTab.set(state === "COMMENTS" ? "comments" : "history");
  }
  setPartState("SideBar", state === "CLOSED" ? "HIDDEN" : "VISIBLE");
}

/** `HIDDEN` where the page has no side bar at all, as while it is printed. */
export async function getSideBarDisplayState(): Promise<"CLOSED" | "COMMENTS" | "HISTORY" | "HIDDEN"> {
  checkPage("kintone.app.record.getSideBarDisplayState", ["detail", "print"]);
  const tab = document.querySelector('[data-kp-part="SideBar"] [role="tab"][aria-selected="true"]');
  if (tab === null) {
    return "HIDDEN";
  }
  return partState("SideBar") === "HIDDEN" ? "CLOSED" : sidePanelTab.get() === "comments" ? "COMMENTS" : "HISTORY";
}
