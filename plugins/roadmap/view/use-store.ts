import { useCallback, useEffect, useState, useSyncExternalStore } from "react";
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

const settleTime = 60;

/**
 * Rises a moment after changes, for what sums up many 事業: counts, spans, the table. The changed row itself is drawn at
 * once and does not wait for these.
 */
export function useSettledVersion(store: PlanStore): number {
  const [version, setVersion] = useState(store.version);
  useEffect(() => {
    let timer: ReturnType<typeof setTimeout> | undefined;
    const leave = store.subscribeAll(() => {
      clearTimeout(timer);
      timer = setTimeout(() => setVersion(store.version()), settleTime);
    });
    return () => {
      clearTimeout(timer);
      leave();
    };
  }, [store]);
  return version;
}
