import type { StoredField } from "../../../store/app-settings.ts";
import type { FormRecord } from "./form-record.ts";
import type { StartContext } from "./start-values.ts";

/** What a form for one record is made of. */
export type FormOptions = {
  readonly appId: number;
  readonly fields: readonly StoredField[];
  readonly mode: "create" | "edit";
  readonly mobile: boolean;
  /** The record as the server has it; `null` while one is created. */
  readonly loaded: FormRecord | null;
  readonly start: FormRecord;
  /** Created as a duplicate of another record. */
  readonly reuse: boolean;
  readonly startContext: StartContext;
  /** Shows what kintone shows when a customization hands in something wrong. */
  readonly reportFault: (fault: string) => void;
};

export type FormState = {
  readonly record: FormRecord;
  /** By path key; `""` is none. */
  readonly errors: ReadonlyMap<string, string>;
  readonly disabled: ReadonlyMap<string, boolean>;
  /** What concerns the record as a whole. */
  readonly topError: string;
  /** Handlers of the submit event or the save itself are running. */
  readonly busy: boolean;
  /** Grows with each refused save, so that the page moves to the first error again. */
  readonly refusals: number;
};
