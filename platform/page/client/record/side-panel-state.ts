import { createObservable } from "./observable.ts";

export type SidePanelTab = "comments" | "history";

/** Which tab of the panel beside a record is open; it stays so from record to record. */
export const sidePanelTab = createObservable<SidePanelTab>("comments");
