import { kintoneMessages } from "../messages/record-kintone-messages.ts";
import { setPartState } from "./display-state.ts";
import { checkPage } from "./page-kind.ts";
import { refuse } from "./refuse.ts";

const show = "kintone.app.record.showSideBar";

let isClosed = false;

/** Where comments are: the element at the side of a record. */
function sideBar(): Element | null {
  return document.querySelector('[data-kp-part="SideBar"]');
}

/** `kintone.app.record.showSideBar`: opens the comments or closes them; this platform shows no history of changes. */
export async function showSideBar(state: unknown): Promise<void> {
  checkPage(show, ["detail"]);
  if (state === "HISTORY") {
    throw refuse(show, kintoneMessages.noHistory);
  }
  if (state !== "OPEN" && state !== "CLOSED" && state !== "COMMENTS") {
    throw refuse(show, kintoneMessages.wrongState, { states: "OPEN, CLOSED, COMMENTS, HISTORY" });
  }
  isClosed = state === "CLOSED";
  setPartState("SideBar", isClosed ? "HIDDEN" : "VISIBLE");
}

/** `HIDDEN` where the record has no side bar at all, as in an app without comments. */
export async function getSideBarDisplayState(): Promise<"CLOSED" | "COMMENTS" | "HIDDEN"> {
  checkPage("kintone.app.record.getSideBarDisplayState", ["detail"]);
  return sideBar() === null ? "HIDDEN" : isClosed ? "CLOSED" : "COMMENTS";
}
