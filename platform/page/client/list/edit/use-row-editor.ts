import { useEffect, useRef, useState } from "react";
import type { BootstrapApp } from "../../../bootstrap.ts";
import type { StoredField } from "../../../../store/app-settings.ts";
import { listEditMessages } from "../../messages/list-edit-messages.ts";
import { calculateForm, listAutomaticTexts } from "../../record/calculate-form.ts";
import { currentStartContext } from "../../record/start-context.ts";
import { firesChange } from "../../record/field-kinds.ts";
import { fieldsByCode, type FormRecord, isSameValue, readAt, writeAt } from "../../record/form-record.ts";
import { readSaveErrors } from "../../record/read-save-errors.ts";
import { loadRecord, saveRecord } from "../../record/save-record.ts";
import { toObject } from "../../record/read-rest-record.ts";
import { toRestError } from "../../rest.ts";
import { describeProblem } from "../../shell/describe-problem.ts";
import { translate } from "../../shell/translate.ts";
import { fireInline, fireInlineChange } from "./inline-events.ts";
import { applyFired, hasErrors, mergeLatest, type RowDraft, startDraft } from "./row-draft.ts";

export type RowEditor = {
  readonly draft: RowDraft;
  readonly busy: boolean;
  readonly conflict: boolean;
  /** The session has ended; signing in elsewhere is enough to go on here. */
  readonly expired: boolean;
  readonly change: (code: string, value: unknown) => void;
  readonly commit: (code: string, value: unknown) => void;
  readonly save: () => Promise<void>;
  readonly cancel: () => void;
  readonly takeLatest: () => Promise<void>;
  readonly discard: () => Promise<void>;
};

const conflicts = new Set(["GAIA_CO02", "GAIA_UN03"]);

type Options = {
  readonly app: BootstrapApp;
  readonly columns: readonly StoredField[];
  readonly record: FormRecord;
  readonly onSaved: (record: FormRecord) => void;
  readonly onCancel: (latest: FormRecord) => void;
};

/** Edits one row: events in kintone's order, revision checked, nothing typed is lost when a save is refused. */
export function useRowEditor({ app, columns, record, onSaved, onCancel }: Options): RowEditor {
  const [draft, setDraft] = useState(() => startDraft(record));
  const [busy, setBusy] = useState(false);
  const [conflict, setConflict] = useState(false);
  const [expired, setExpired] = useState(false);
  // Handlers run between renders: they read and write the draft of this moment.
  const now = useRef(draft);
  /** The automatic texts of which customizations know. */
  const told = useRef(new Map<string, unknown>());
  const { fields } = app.settings;
  const write = (next: RowDraft): void => {
    now.current = { ...next, record: calculateForm(next.record, fields, currentStartContext()) };
    setDraft(now.current);
  };
  const load = async (): Promise<FormRecord> => loadRecord(app.id, Number(record.id), fields);
  const refuse = (error: unknown): void => {
    const refusal = toRestError(error);
    if (conflicts.has(refusal.code)) {
      setConflict(true);
      return;
    }
    const problem = describeProblem(error);
    if (problem.next === "sign-in") {
      setExpired(true);
      write({ ...now.current, topError: translate(listEditMessages.expired) });
      return;
    }
    const faults = readSaveErrors(refusal.errors, { fields: fieldsByCode(fields), record: now.current.record });
    const top =
      faults.fields.size > 0 ? [translate(listEditMessages.refused), ...faults.rest] : [problem.title, problem.body];
    write({ ...now.current, errors: faults.fields, topError: top.join(" ") });
  };
  const attempt = async (work: () => Promise<void>): Promise<void> => {
    setBusy(true);
    setExpired(false);
    try {
      await work();
    } catch (error) {
      refuse(error);
    } finally {
      setBusy(false);
    }
  };

  useEffect(() => {
    const begin = async (): Promise<void> => {
      const before = now.current.record;
      const fired = await fireInline("edit.show", app, record);
      write(applyFired(now.current, fields, fired, before));
    };
    void begin();
    // Once, when editing begins: a later render is the same editing.
    // oxlint-disable-next-line react/exhaustive-deps
  }, []);

  const change = (code: string, value: unknown): void => {
    write({ ...now.current, record: writeAt(now.current.record, { code }, value) });
  };
  const fireChange = (code: string): void => {
    const field = fields.find((item) => item.code === code);
    const view = { columns: new Set(columns.map((column) => column.code)), base: now.current.base };
    const fired =
      field !== undefined && firesChange(field) ? fireInlineChange(code, app, now.current.record, view) : null;
    if (fired !== null) {
      write(applyFired(now.current, fields, fired));
    }
  };
  const fireCalculated = (): void => {
    for (const path of listAutomaticTexts(now.current.record, fields).filter(({ table }) => table === undefined)) {
      const value = readAt(now.current.record, path);
      const isNews = !isSameValue(told.current.get(path.code) ?? readAt(now.current.base, path), value);
      told.current.set(path.code, value);
      if (isNews) {
        fireChange(path.code);
      }
    }
  };
  const commit = (code: string, value: unknown): void => {
    change(code, value);
    const errors = new Map(now.current.errors);
    errors.delete(code);
    write({ ...now.current, errors, topError: "" });
    fireChange(code);
    fireCalculated();
  };
  const save = async (): Promise<void> => {
    await attempt(async () => {
      write({ ...now.current, errors: new Map(), topError: "" });
      const fired = await fireInline("edit.submit", app, now.current.record);
      write(applyFired(now.current, fields, fired));
      if (fired.returned === false || hasErrors(now.current)) {
        return;
      }
      const { base, record: typed } = now.current;
      await saveRecord(app.id, fields, { loaded: base, record: typed });
      const saved = await load();
      const { returned } = await fireInline("edit.submit.success", app, saved);
      onSaved(saved);
      finish(app, saved);
      const { url } = toObject(returned);
      if (typeof url === "string" && url !== "") {
        location.assign(url);
      }
    });
  };
  const leave = (latest: FormRecord): void => {
    onCancel(latest);
    finish(app, latest);
  };
  return {
    draft,
    busy,
    conflict,
    expired,
    change,
    commit,
    save,
    cancel: () => leave(now.current.base),
    takeLatest: async () =>
      attempt(async () => {
        write(mergeLatest(now.current, await load(), fields));
        setConflict(false);
      }),
    discard: async () => attempt(async () => leave(await load())),
  };
}

/** After the row has been drawn to be read again. */
function finish(app: BootstrapApp, record: FormRecord): void {
  requestAnimationFrame(() => {
    setTimeout(() => void fireInline("edit.finish", app, record));
  });
}
