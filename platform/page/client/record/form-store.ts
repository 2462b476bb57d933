import { isInsideHandler } from "../kintone/event-bus.ts";
import type { RecordObject } from "../kintone/page-state.ts";
import { applyEventRecord } from "./apply-event-record.ts";
import type { AppliedEvent } from "./apply-event-record.ts";
import { buildEventRecord } from "./build-event-record.ts";
import type { EventRecord } from "./build-event-record.ts";
import { calculateForm, listAutomaticTexts } from "./calculate-form.ts";
import { checkEventRecord } from "./check-event-record.ts";
import { copiedCodes, firesChange } from "./field-kinds.ts";
import { editingContext, fireChange, fireShow, fireSubmit, readReturned } from "./form-events.ts";
import type { Fired } from "./form-events.ts";
import type { FormOptions, FormState } from "./form-options.ts";
import { fieldAt, fieldsByCode, isSameValue, readAt, toPathKey, writeAt } from "./form-record.ts";
import type { FieldPath, FormRecord } from "./form-record.ts";
import { toObject } from "./read-rest-record.ts";
import { createObservable } from "./observable.ts";
import type { Observable } from "./observable.ts";
import { buildStartRow } from "./start-values.ts";
import { deleteRow, insertRow, moveRow } from "./table-edits.ts";

export type FormStore = {
  readonly options: FormOptions;
  readonly state: Observable<FormState>;
  /** A keystroke or a choice. */
  readonly edit: (path: FieldPath, value: unknown) => void;
  /** The value at the path is settled: fires `change` when it is another one than last time. */
  readonly commit: (path: FieldPath) => void;
  readonly addRow: (table: string, after: string | null) => string;
  readonly removeRow: (table: string, key: string) => void;
  readonly moveRow: (table: string, key: string, by: -1 | 1) => void;
  /** Writes what a lookup brought and fires `change` for what it filled. */
  readonly write: (record: FormRecord, filled: readonly FieldPath[]) => void;
  readonly show: () => Promise<void>;
  /** Fires the submit event; resolves to whether the record may be saved. */
  readonly submit: () => Promise<boolean>;
  readonly patch: (part: Partial<FormState>) => void;
  readonly get: () => RecordObject | null;
  readonly set: (raw: unknown) => void;
  readonly isDirty: () => boolean;
  /** Called when a customization asks for a lookup; the page that shows the form sets it. */
  onLookupWish: (path: FieldPath, wish: "FETCH" | "CLEAR") => void;
};

/** A handler that changes a field whose handler changes it back would run for ever. */
const deepestChange = 20;

/** The life of one form: what is typed, what handlers make of it, what is refused. It knows no DOM and no network. */
export function createFormStore(options: FormOptions): FormStore {
  const fields = fieldsByCode(options.fields);
  const copied = copiedCodes(options.fields);
  const calculate = (record: FormRecord): FormRecord => calculateForm(record, options.fields, options.startContext);
  const start = calculate(options.start);
  const state = createObservable<FormState>({
    record: start,
    errors: new Map(),
    disabled: new Map(),
    topError: "",
    busy: false,
    refusals: 0,
  });
  const settled = new Map<string, unknown>();
  /** The automatic texts of which customizations know, by path key. */
  const told = new Map(listAutomaticTexts(start, options.fields).map((path) => [toPathKey(path), readAt(start, path)]));
  let untouched = start;
  let depth = 0;

  const patch = ({ record, ...part }: Partial<FormState>): void =>
    state.set({ ...state.get(), ...part, ...(record && { record: calculate(record) }) });

  const fireAt = (path: FieldPath): void => {
    settled.set(toPathKey(path), readAt(state.get().record, path));
    const field = fieldAt(fields, path);
    if (field !== undefined && firesChange(field)) {
      accept(fireChange(options, state.get().record, { path }));
    }
  };

  // On phones kintone fires nothing for what it calculates (fact sheet §3.3); a new row's first values are no change (a guess).
  const fireCalculated = (): void => {
    for (const path of options.mobile ? [] : listAutomaticTexts(state.get().record, options.fields)) {
      const key = toPathKey(path);
      const value = readAt(state.get().record, path);
      const isNews = told.has(key) && !isSameValue(told.get(key), value);
      told.set(key, value);
      if (isNews) {
        fireAt(path);
      }
    }
  };

  const fireChanges = (paths: readonly FieldPath[]): void => {
    paths.forEach(fireAt);
    fireCalculated();
  };

  const takeOver = (applied: AppliedEvent): void => {
    const errors = new Map([...state.get().errors, ...applied.errors]);
    patch({ record: applied.record, errors, disabled: new Map([...state.get().disabled, ...applied.disabled]) });
    for (const { path, wish } of applied.lookups) {
      store.onLookupWish(path, wish);
    }
  };

  const apply = (returned: unknown, sent: EventRecord | null, before?: FormRecord): AppliedEvent | null => {
    const fault = checkEventRecord(fields, returned, sent?.record ?? {});
    if (fault !== null) {
      options.reportFault(fault);
      return null;
    }
    const applied = applyEventRecord(state.get().record, returned, {
      fields,
      copied,
      sent,
      ...(before && { before }),
    });
    takeOver(applied);
    return applied;
  };

  // Values that a handler of show or change returns fire change events of their own.
  const accept = (fired: Fired | null, before?: FormRecord): void => {
    const returned = fired === null ? null : readReturned(fired.returned);
    if (fired === null || returned === null || depth >= deepestChange) {
      return;
    }
    depth += 1;
    try {
      const applied = apply(returned.record, fired.sent, before);
      if (returned.error !== "") {
        patch({ topError: returned.error });
      }
      fireChanges(applied?.changed ?? []);
    } finally {
      depth -= 1;
    }
  };

  const store: FormStore = {
    options,
    state,
    patch,
    onLookupWish: () => {},
    edit: (path, value) => {
      const { record, errors } = state.get();
      const key = toPathKey(path);
      if (!settled.has(key)) {
        settled.set(key, readAt(record, path));
      }
      const kept = new Map(errors);
      kept.delete(key);
      patch({ record: writeAt(record, path, value), errors: kept });
    },
    commit: (path) => {
      const key = toPathKey(path);
      if (settled.has(key) && !isSameValue(settled.get(key), readAt(state.get().record, path))) {
        fireChanges([path]);
      }
    },
    addRow: (table, after) => {
      const field = fields.get(table);
      const row = buildStartRow(field ?? { id: 0, code: table, type: "SUBTABLE", property: {} }, options.startContext);
      patch({ record: insertRow(state.get().record, { table, after }, row) });
      accept(fireChange(options, state.get().record, { path: { code: table }, addedRow: row.key }));
      fireCalculated();
      return row.key;
    },
    removeRow: (table, key) => {
      patch({ record: deleteRow(state.get().record, table, key) });
      accept(fireChange(options, state.get().record, { path: { code: table } }));
      fireCalculated();
    },
    moveRow: (table, key, by) => patch({ record: moveRow(state.get().record, { table, key }, by) }),
    write: (record, filled) => {
      patch({ record });
      fireChanges(filled);
    },
    show: async () => {
      const before = state.get().record;
      const fired = await fireShow(options, before);
      const typed = state.get().record.values;
      accept(fired, before);
      // What handlers filled in counts as the start of the form; what someone typed meanwhile does not.
      const filled = Object.entries(state.get().record.values).filter(([code, value]) => value !== typed[code]);
      untouched = { ...untouched, values: { ...untouched.values, ...Object.fromEntries(filled) } };
    },
    submit: async () => {
      patch({ busy: true, topError: "", errors: new Map() });
      const fired = await fireSubmit(options, state.get().record);
      const returned = readReturned(fired.returned);
      const applied = returned === null ? null : apply(returned.record, fired.sent);
      const wrongError = toObject(fired.returned)["error"];
      const topError = returned?.error ?? (typeof wrongError === "string" ? wrongError : "");
      const errors = [...state.get().errors.values()].some((error) => error !== "");
      const refused = fired.returned === false || topError !== "" || errors || (returned !== null && applied === null);
      if (refused) {
        patch({ busy: false, topError, refusals: state.get().refusals + 1 });
      }
      return !refused;
    },
    get: () => {
      if (isInsideHandler()) {
        return null;
      }
      return buildEventRecord(state.get().record, {
        fields: options.fields,
        context: editingContext(options),
        withFiles: false,
      }).record;
    },
    set: (raw) => {
      if (isInsideHandler()) {
        return;
      }
      const present = store.get() ?? {};
      const record = toObject(raw)["record"];
      const fault = checkEventRecord(fields, record, present);
      if (fault !== null) {
        options.reportFault(fault);
        return;
      }
      const applied = applyEventRecord(state.get().record, record, { fields, copied, sent: null });
      takeOver(applied);
      fireChanges(applied.changed);
    },
    isDirty: () => {
      const { values } = state.get().record;
      return options.fields.some((field) => !isSameValue(values[field.code], untouched.values[field.code]));
    },
  };
  return store;
}
