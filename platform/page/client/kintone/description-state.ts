import { createObservable } from "../record/observable.ts";

/** Whether the app's description is open; closed until the reader or a customization opens it. */
export const descriptionState = createObservable<"OPEN" | "CLOSED">("CLOSED");
