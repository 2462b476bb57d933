import { actionFields } from "../../../apps-schema/apps/action-fields.ts";
import { parseRecord } from "../../../apps-schema/record/parse-record.ts";
import { toRestRecord } from "../../../apps-schema/record/to-rest-record.ts";
import { SuiteError } from "../../../domain/suite-error.ts";
import type { Action } from "../model/plan-data.ts";
import type { Edit } from "../model/undo-stack.ts";
import { readModifier } from "./read-modifier.ts";
import { type ActionRecord, toAction } from "./to-action.ts";

const actionShape = { fields: actionFields };

/** The two requests that an edit needs; kintone's in the product, a table in tests. */
export type RecordGate = {
  readonly load: (id: string) => Promise<unknown>;
  readonly save: (change: { id: string; revision: string; record: unknown }) => Promise<{ revision: string }>;
};

export type SaveResult =
  | { readonly kind: "saved"; readonly action: Action }
  | { readonly kind: "conflict"; readonly theirs: Action; readonly changedBy: string };

/**
 * Reads the record afresh, puts the new dates of the named phases into it and saves with its revision. When one of these
 * phases is not as the user saw it, or someone saves in between, nothing is written and their record is returned.
 */
export async function saveEdit(edit: Edit, gate: RecordGate, invalid: string): Promise<SaveResult> {
  const raw = await gate.load(edit.recordId);
  const { record, issues } = parseRecord(actionShape, raw);
  // What could not be read must not be written back: it would be emptied.
  if (issues.some(({ path }) => path.startsWith("phases"))) {
    throw new SuiteError("invalid", invalid, { details: issues });
  }
  const phases = applyChanges(record, edit);
  if (phases === null) {
    return { kind: "conflict", theirs: toAction(record), changedBy: readModifier(raw) };
  }
  try {
    const { revision } = await gate.save({
      id: edit.recordId,
      revision: record.$revision ?? "",
      record: toRestRecord(actionShape, { phases }),
    });
    return { kind: "saved", action: toAction({ ...record, phases, $revision: revision }) };
  } catch (error) {
    if (error instanceof SuiteError && error.code === "conflict") {
      const now = await gate.load(edit.recordId);
      return { kind: "conflict", theirs: toAction(parseRecord(actionShape, now).record), changedBy: readModifier(now) };
    }
    throw error;
  }
}

/** The rows with the new dates, or null when one of the phases was changed or removed by someone else. */
function applyChanges(record: ActionRecord, edit: Edit): ActionRecord["phases"] | null {
  const changes = new Map(edit.changes.map((change) => [change.rowId, change]));
  const untouched = edit.changes.every(({ rowId, before }) =>
    record.phases.some((row) => row.id === rowId && row.ph_from === before.from && row.ph_to === before.to),
  );
  return untouched
    ? record.phases.map((row) => {
        const change = row.id === null ? undefined : changes.get(row.id);
        return change === undefined ? row : { ...row, ph_from: change.after.from, ph_to: change.after.to };
      })
    : null;
}
