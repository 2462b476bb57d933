import { createObservable } from "./observable.ts";
import type { Observable } from "./observable.ts";

/** What customizations made of the form's looks on this page. */
type Appearance = {
  readonly hidden: ReadonlySet<string>;
  readonly groups: ReadonlyMap<string, boolean>;
  readonly styles: ReadonlyMap<string, unknown>;
};

export type AppearanceStore = {
  readonly state: Observable<Appearance>;
  readonly setShown: (code: string, shown: boolean) => void;
  readonly setOpen: (code: string, open: boolean) => void;
  readonly setStyle: (code: string, style: unknown) => void;
};

/** Starts with every field shown and the groups as the app's settings have them. */
export function createAppearance(): AppearanceStore {
  const state = createObservable<Appearance>({ hidden: new Set(), groups: new Map(), styles: new Map() });
  return {
    state,
    setShown: (code, shown) => {
      const hidden = new Set(state.get().hidden);
      if (shown) {
        hidden.delete(code);
      } else {
        hidden.add(code);
      }
      state.set({ ...state.get(), hidden });
    },
    setOpen: (code, open) => {
      const present = state.get();
      if (present.groups.get(code) !== open) {
        state.set({ ...present, groups: new Map([...present.groups, [code, open]]) });
      }
    },
    setStyle: (code, style) => {
      state.set({ ...state.get(), styles: new Map([...state.get().styles, [code, style]]) });
    },
  };
}
