import type { CalendarDate } from "../../../domain/calendar-date.ts";
import { isLateAction } from "./late-stretch.ts";
import type { Action, PlanData } from "./plan-data.ts";

export type SaveState = "saving" | "saved" | "failed" | null;

/** The first and the last day of what lies under a row, both inclusive. */
export type Span = { readonly from: CalendarDate; readonly to: CalendarDate };

export type Counts = { readonly actions: number; readonly late: number; readonly itemsWithout: number };

/** Holds the plan while it is on the screen; a change of one 事業 tells only the rows that show it. */
export type PlanStore = {
  readonly data: () => PlanData;
  readonly action: (id: string) => Action | null;
  readonly saveState: (id: string) => SaveState;
  readonly setAction: (action: Action) => void;
  readonly setSaveState: (id: string, state: SaveState) => void;
  readonly subscribe: (id: string, listener: () => void) => () => void;
  /** Told after any change, for counts and spans; `version` rises with each. */
  readonly subscribeAll: (listener: () => void) => () => void;
  readonly version: () => number;
};

export function createPlanStore(initial: PlanData): PlanStore {
  const actions = new Map(initial.actions.map((action) => [action.id, action]));
  const saving = new Map<string, SaveState>();
  const byId = new Map<string, Set<() => void>>();
  const all = new Set<() => void>();
  let version = 0;
  let data: PlanData | null = initial;
  const tell = (id: string): void => {
    version += 1;
    for (const listener of [...(byId.get(id) ?? []), ...all]) {
      listener();
    }
  };
  return {
    data: () => {
      data ??= { ...initial, actions: initial.actions.map((action) => actions.get(action.id) ?? action) };
      return data;
    },
    action: (id) => actions.get(id) ?? null,
    saveState: (id) => saving.get(id) ?? null,
    setAction: (action) => {
      actions.set(action.id, action);
      data = null;
      tell(action.id);
    },
    setSaveState: (id, state) => {
      saving.set(id, state);
      tell(id);
    },
    subscribe: (id, listener) => {
      const listeners = byId.get(id) ?? new Set();
      byId.set(id, listeners.add(listener));
      return () => void listeners.delete(listener);
    },
    subscribeAll: (listener) => {
      all.add(listener);
      return () => void all.delete(listener);
    },
    version: () => version,
  };
}

const spans = new WeakMap<
  readonly string[],
  { readonly store: PlanStore; readonly version: number; readonly span: Span | null }
>();

/**
 * From the first to the last planned day of several 事業; null when none has a date. Kept until the next change: a 区分
 * may hold thousands, and its line is drawn whenever it scrolls by.
 */
export function findSpan(store: PlanStore, actionIds: readonly string[]): Span | null {
  const known = spans.get(actionIds);
  if (known !== undefined && known.store === store && known.version === store.version()) {
    return known.span;
  }
  const span = readSpan(store, actionIds);
  spans.set(actionIds, { store, version: store.version(), span });
  return span;
}

function readSpan(store: PlanStore, actionIds: readonly string[]): Span | null {
  let from: CalendarDate | null = null;
  let to: CalendarDate | null = null;
  for (const id of actionIds) {
    for (const phase of store.action(id)?.phases ?? []) {
      const { current } = phase;
      if (current.from !== null && (from === null || current.from < from)) {
        from = current.from;
      }
      const end = current.to ?? current.from;
      if (end !== null && (to === null || end > to)) {
        to = end;
      }
    }
  }
  return from === null || to === null ? null : { from, to };
}

export function countPlan(data: PlanData, today: CalendarDate): Counts {
  const used = new Set(data.actions.map((action) => action.subItemId));
  return {
    actions: data.actions.length,
    late: data.actions.filter((action) => isLateAction(action, today)).length,
    itemsWithout: data.subItems.filter((subItem) => !used.has(subItem.subItemId)).length,
  };
}
