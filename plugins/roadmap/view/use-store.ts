import { useCallback, useSyncExternalStore } from "react";
import type { Action } from "../model/plan-data.ts";
import type { PlanStore, SaveState } from "../model/plan-store.ts";

/** One 事業 of the store; only a change of this one draws the component again. */
export function useAction(store: PlanStore, id: string | null): Action | null {
  const subscribe = useCallback(
    (listener: () => void) => (id === null ? () => undefined : store.subscribe(id, listener)),
    [store, id],
  );
  return useSyncExternalStore(subscribe, () => (id === null ? null : store.action(id)));
}

export function useSaveState(store: PlanStore, id: string | null): SaveState {
  const subscribe = useCallback(
    (listener: () => void) => (id === null ? () => undefined : store.subscribe(id, listener)),
    [store, id],
  );
  return useSyncExternalStore(subscribe, () => (id === null ? null : store.saveState(id)));
}

/** Rises with any change of the plan. */
export function useVersion(store: PlanStore): number {
  return useSyncExternalStore(store.subscribeAll, store.version);
}
