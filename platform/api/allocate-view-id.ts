import { nextNumber } from "../store/counter.ts";
import type { Store } from "../store/store.ts";

/** View ids are unique over all apps and stay clear of 20, the list of everything (fact sheet §8.4). */
export function allocateViewId(store: Store): number {
  return 1000 + nextNumber(store.db, "view");
}
