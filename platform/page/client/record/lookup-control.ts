import { readLookup } from "../field/field-settings.ts";
import type { LookupSettings } from "../field/field-settings.ts";
import { readText } from "../field/read-value.ts";
import type { FormStore } from "./form-store.ts";
import { fieldAt, fieldsByCode, readAt, toPathKey, writeLookup } from "./form-record.ts";
import type { FieldPath } from "./form-record.ts";
import { clearLookup, copyFromSource, emptyTargets, loadKeyMatches } from "./lookup.ts";
import type { SourceRecord } from "./lookup.ts";
import { createObservable } from "./observable.ts";
import type { Observable } from "./observable.ts";

type LookupNote = "loading" | "missing" | "failed";

export type LookupControl = {
  /** The lookup whose picker is open, and the words it starts with. */
  readonly picker: Observable<{ readonly path: FieldPath; readonly words: string } | null>;
  readonly notes: Observable<ReadonlyMap<string, LookupNote>>;
  readonly type: (path: FieldPath, text: string) => void;
  /** The box was left: an exact key fetches by itself, an empty one clears. */
  readonly settle: (path: FieldPath) => Promise<void>;
  /** The button 取得: an exact key fetches, anything else opens the picker. */
  readonly fetch: (path: FieldPath) => Promise<void>;
  readonly clear: (path: FieldPath) => void;
  readonly choose: (path: FieldPath, source: SourceRecord) => void;
};

/** Lookups of one form: what is typed into a key, what is fetched for it, and what a customization asks for. */
export function createLookupControl(store: FormStore): LookupControl {
  const fields = fieldsByCode(store.options.fields);
  const picker = createObservable<{ path: FieldPath; words: string } | null>(null);
  const notes = createObservable<ReadonlyMap<string, LookupNote>>(new Map());

  const note = (path: FieldPath, value: LookupNote | null): void => {
    const next = new Map(notes.get());
    if (value === null) {
      next.delete(toPathKey(path));
    } else {
      next.set(toPathKey(path), value);
    }
    notes.set(next);
  };
  const settingsAt = (path: FieldPath): LookupSettings | null => {
    const field = fieldAt(fields, path);
    return field === undefined ? null : readLookup(field);
  };
  const keyAt = (path: FieldPath): string => readText(readAt(store.state.get().record, path)).trim();
  const isConfirmed = (path: FieldPath): boolean =>
    store.state.get().record.lookups[toPathKey(path)]?.confirmed ?? true;

  const choose = (path: FieldPath, source: SourceRecord): void => {
    const lookup = settingsAt(path);
    if (lookup !== null) {
      const { record, filled } = copyFromSource(store.state.get().record, { path, lookup, fields }, source);
      const errors = new Map(store.state.get().errors);
      errors.delete(toPathKey(path));
      store.patch({ errors });
      store.write(record, filled);
      note(path, null);
    }
  };
  const clear = (path: FieldPath): void => {
    const lookup = settingsAt(path);
    if (lookup !== null) {
      const { record, filled } = clearLookup(store.state.get().record, { path, lookup, fields });
      store.write(record, filled);
      note(path, null);
    }
  };
  /** Looks for the key; `many` when the picker has to decide. */
  const search = async (path: FieldPath): Promise<"copied" | "none" | "many" | "failed"> => {
    const lookup = settingsAt(path);
    const key = keyAt(path);
    if (lookup === null || key === "") {
      return "many";
    }
    note(path, "loading");
    try {
      const found = await loadKeyMatches(lookup, key);
      note(path, null);
      const [source] = found;
      // Something else may have been typed meanwhile.
      if (source === undefined || found.length > 1 || keyAt(path) !== key) {
        return found.length === 0 ? "none" : "many";
      }
      choose(path, source);
      return "copied";
    } catch {
      note(path, "failed");
      return "failed";
    }
  };
  const fetch = async (path: FieldPath): Promise<void> => {
    const result = await search(path);
    if (result === "many" || result === "none") {
      picker.set({ path, words: keyAt(path) });
    }
  };

  store.onLookupWish = (path, wish) => {
    if (wish === "CLEAR") {
      clear(path);
    } else {
      void fetch(path);
    }
  };
  return {
    picker,
    notes,
    choose,
    clear,
    fetch,
    type: (path, text) => {
      store.edit(path, text);
      store.patch({ record: writeLookup(store.state.get().record, path, { confirmed: false, recordId: null }) });
      note(path, null);
    },
    settle: async (path) => {
      if (isConfirmed(path)) {
        return;
      }
      if (keyAt(path) === "") {
        clear(path);
      } else if ((await search(path)) === "none") {
        const lookup = settingsAt(path);
        if (lookup !== null) {
          const { record, filled } = emptyTargets(store.state.get().record, { path, lookup, fields });
          store.write(record, filled);
        }
        note(path, "missing");
      }
    },
  };
}
