import { useEffect, useEffectEvent, useLayoutEffect, useMemo, useState } from "react";
import type { ReactElement } from "react";
import type { BootstrapApp } from "../../bootstrap.ts";
import { readLookup } from "../field/field-settings.ts";
import { reportCustomizationFault } from "../kintone/customization-error.ts";
import { pageState } from "../kintone/page-state.ts";
import { recordMessages } from "../messages/record-messages.ts";
import type { Problem } from "../shell/describe-problem.ts";
import { translate } from "../shell/translate.ts";
import { createAppearance } from "./appearance.ts";
import { CategoryInput } from "./category-input.tsx";
import { compareRecords, mergeRecords } from "./compare-records.ts";
import { ConflictDialog } from "./conflict-dialog.tsx";
import { copiedCodes, findCategoryField, isFillableTable, isSystemField } from "./field-kinds.ts";
import { focusPath, listErrorPaths } from "./focus-error.ts";
import { FormField, inputIdOf } from "./form-field.tsx";
import { FormNotice } from "./form-notice.tsx";
import type { FormOptions } from "./form-options.ts";
import type { FormParts } from "./form-parts.ts";
import { fieldAt, fieldsByCode, hasCode } from "./form-record.ts";
import type { FormRecord } from "./form-record.ts";
import { createFormStore } from "./form-store.ts";
import { buildLayout } from "./layout.ts";
import { LayoutView } from "./layout-view.tsx";
import { confirmLeave, releaseInput, watchInput } from "./leave-guard.ts";
import { createLookupControl } from "./lookup-control.ts";
import { LookupPicker } from "./lookup-picker.tsx";
import { FormToolbar } from "./form-toolbar.tsx";
import { RecordFrame } from "./record-frame.tsx";
import { submitForm } from "./submit-form.ts";
import type { SaveOutcome } from "./submit-form.ts";
import { SubtableInput } from "./subtable-input.tsx";
import { SubtableView } from "./subtable-view.tsx";
import { useObservable } from "./use-observable.ts";

export type FormViewProps = {
  readonly app: BootstrapApp;
  readonly options: Omit<FormOptions, "reportFault">;
  readonly title: string;
  readonly onSaved: (id: number, url: string | null) => void;
  readonly onLeave: () => void;
  /** Loads the record anew and throws the input away. */
  readonly onReload: () => void;
};

/** The form of one record, to create or to edit it, on the desktop and on phones. */
export function FormView({ app, options, title, onSaved, onLeave, onReload }: FormViewProps): ReactElement {
  const [parts] = useState(() => createParts(options));
  const { store, appearance, lookups } = parts;
  const nodes = useMemo(() => {
    const fields = fieldsByCode(app.settings.fields);
    return buildLayout(app.settings.layout, fields, (field) => options.mode === "edit" || !isSystemField(field));
  }, [app, options.mode]);
  const category = findCategoryField(app.settings.fields);
  const [loaded, setLoaded] = useState(options.loaded);
  const [problem, setProblem] = useState<Problem | null>(null);
  const [theirs, setTheirs] = useState<FormRecord | null>(null);
  const [notice, setNotice] = useState("");
  const { refusals, busy } = useObservable(store.state);
  const picked = useObservable(lookups.picker);

  useLayoutEffect(() => publish(parts), [parts]);
  useEffect(() => watchInput(store.isDirty), [store]);
  useEffect(() => {
    void store.show();
  }, [store]);

  const moveToError = useEffectEvent(() => {
    const [first] = listErrorPaths(store, nodes);
    if (first === undefined) {
      scrollTo({ top: 0 });
    } else {
      focusPath(first, { nodes, appearance, inputId: inputIdOf(first) });
    }
  });
  useEffect(() => {
    if (refusals > 0) {
      moveToError();
    }
  }, [refusals]);

  const settle = (outcome: SaveOutcome): void => {
    setProblem(outcome.kind === "problem" ? outcome.problem : null);
    setTheirs(outcome.kind === "conflict" ? outcome.theirs : null);
    if (outcome.kind === "saved") {
      releaseInput();
      onSaved(outcome.id, outcome.url);
    } else if (outcome.kind === "problem") {
      scrollTo({ top: 0 });
    }
  };
  const save = async (): Promise<void> => {
    // Leaving the box settles what is being typed, also when the save comes from the keyboard.
    const place = document.activeElement;
    if (place instanceof HTMLElement) {
      place.blur();
      // A dialog about this save gives the focus back to where it was.
      place.focus({ preventScroll: true });
    }
    setNotice("");
    settle(await submitForm(store, loaded));
  };
  const saveByKey = useEffectEvent((event: KeyboardEvent) => {
    if ((event.ctrlKey || event.metaKey) && event.key === "s") {
      event.preventDefault();
      void save();
    }
  });
  useEffect(() => {
    const listen = (event: KeyboardEvent): void => saveByKey(event);
    addEventListener("keydown", listen);
    return () => removeEventListener("keydown", listen);
  }, []);

  const pickedField = picked === null ? undefined : fieldAt(fieldsByCode(options.fields), picked.path);
  const pickedLookup = pickedField === undefined ? null : readLookup(pickedField);
  return (
    <form className="kp-record kp-form" noValidate onSubmit={(event) => event.preventDefault()}>
      <FormToolbar
        title={title}
        mobile={options.mobile}
        busy={busy}
        onSave={() => void save()}
        onCancel={() => {
          void confirmLeave().then((leave) => {
            if (leave) {
              releaseInput();
              onLeave();
            }
            return leave;
          });
        }}
      />
      <FormNotice parts={parts} nodes={nodes} problem={problem} notice={notice} />
      <RecordFrame>
        <div className="kp-record-body kp-card editablelayout-gaia" aria-busy={busy}>
          {category === null ? null : (
            <CategoryInput field={category} tree={app.settings.categories?.tree ?? []} parts={parts} />
          )}
          <LayoutView
            nodes={nodes}
            appearance={appearance}
            renderField={(field, help) => <FormField field={field} parts={parts} help={help} />}
            renderTable={(table) =>
              isFillableTable(table) ? (
                <SubtableInput table={table} parts={parts} />
              ) : (
                <SubtableView table={table} record={options.start} appearance={appearance} />
              )
            }
          />
        </div>
      </RecordFrame>
      {picked === null || pickedField === undefined || pickedLookup === null ? null : (
        <LookupPicker
          field={pickedField}
          lookup={pickedLookup}
          words={picked.words}
          onChoose={(source) => {
            lookups.picker.set(null);
            lookups.choose(picked.path, source);
          }}
          onClose={() => lookups.picker.set(null)}
        />
      )}
      {theirs === null || loaded === null ? null : (
        <ConflictDialog
          differences={compareRecords(options.fields, { loaded, mine: store.state.get().record, theirs })}
          onMerge={() => {
            const mine = store.state.get().record;
            store.patch({ record: mergeRecords(options.fields, { loaded, mine, theirs }), errors: new Map() });
            setLoaded(theirs);
            setTheirs(null);
            setNotice(translate(recordMessages.merged));
            scrollTo({ top: 0 });
          }}
          onDiscard={() => {
            releaseInput();
            onReload();
          }}
          onClose={() => setTheirs(null)}
        />
      )}
    </form>
  );
}

function createParts(options: Omit<FormOptions, "reportFault">): FormParts {
  const store = createFormStore({ ...options, reportFault: reportCustomizationFault });
  return {
    store,
    appearance: createAppearance(),
    lookups: createLookupControl(store),
    copied: copiedCodes(options.fields),
  };
}

/** Lets `kintone.app.record.*` reach this form while it is shown. */
function publish({ store, appearance }: FormParts): () => void {
  const { options } = store;
  const groupField = (code: string): boolean =>
    options.fields.some(
      (field) =>
        field.code === code && (field.property["openGroup"] === true || field.property["openGroup"] === "true"),
    );
  const state = {
    id: options.loaded?.id === undefined || options.loaded.id === null ? null : Number(options.loaded.id),
    mode: options.mode,
    get: store.get,
    set: store.set,
    // Measured: on create and edit kintone gives no field elements (fact sheet §4.1).
    fieldElement: () => null,
    knows: (code: string) => hasCode(options.fields, code),
    setFieldShown: appearance.setShown,
    isFieldShown: (code: string) => !appearance.state.get().hidden.has(code),
    setGroupOpen: appearance.setOpen,
    isGroupOpen: (code: string) => appearance.state.get().groups.get(code) ?? groupField(code),
    setFieldStyle: appearance.setStyle,
    fieldStyle: (code: string) => appearance.state.get().styles.get(code),
  };
  pageState.record = state;
  return () => {
    if (pageState.record === state) {
      pageState.record = null;
    }
  };
}
