import type { AppearanceStore } from "./appearance.ts";
import type { FormStore } from "./form-store.ts";
import type { LookupControl } from "./lookup-control.ts";

/** What every part of a form works on. */
export type FormParts = {
  readonly store: FormStore;
  readonly appearance: AppearanceStore;
  readonly lookups: LookupControl;
  /** Codes that lookups fill: shown, not typed. */
  readonly copied: ReadonlySet<string>;
};
