import type { StoredField } from "../../../../store/app-settings.ts";
import { applyEventRecord } from "../../record/apply-event-record.ts";
import { checkEventRecord } from "../../record/check-event-record.ts";
import { copiedCodes } from "../../record/field-kinds.ts";
import { type Fired, readReturned } from "../../record/form-events.ts";
import { fieldsByCode, type FormRecord } from "../../record/form-record.ts";
import { isSameInput } from "../../record/is-same-input.ts";

/** A row while it is edited. */
export type RowDraft = {
  /** As the server had it when editing began, or when its latest content was taken in. */
  readonly base: FormRecord;
  readonly record: FormRecord;
  /** By field code. */
  readonly errors: ReadonlyMap<string, string>;
  readonly disabled: ReadonlyMap<string, boolean>;
  readonly topError: string;
};

/** What a row's editing starts with. */
export function startDraft(record: FormRecord): RowDraft {
  return { base: record, record, errors: new Map(), disabled: new Map(), topError: "" };
}

/** Takes from an event's return what customizations changed, disabled or complained about; what was entered since `before` stays. */
export function applyFired(
  draft: RowDraft,
  fields: readonly StoredField[],
  fired: Fired,
  before?: FormRecord,
): RowDraft {
  const returned = readReturned(fired.returned);
  if (returned === null) {
    return draft;
  }
  const known = fieldsByCode(fields);
  const fault = checkEventRecord(known, returned.record, fired.sent.record);
  if (fault !== null) {
    return { ...draft, topError: fault };
  }
  const applied = applyEventRecord(draft.record, returned.record, {
    fields: known,
    copied: copiedCodes(fields),
    sent: fired.sent,
    ...(before && { before }),
  });
  return {
    ...draft,
    record: applied.record,
    errors: new Map([...draft.errors, ...applied.errors]),
    disabled: new Map([...draft.disabled, ...applied.disabled]),
    topError: returned.error,
  };
}

/** The latest content of the server, with the fields that were changed here kept as they were typed. */
export function mergeLatest(draft: RowDraft, latest: FormRecord, fields: readonly StoredField[]): RowDraft {
  const known = fieldsByCode(fields);
  const changed = Object.entries(draft.record.values).filter(
    ([code, value]) => !isSameInput(known.get(code), value, draft.base.values[code]),
  );
  return {
    ...draft,
    base: latest,
    record: { ...latest, values: { ...latest.values, ...Object.fromEntries(changed) } },
  };
}

/** Whether something stops the save. */
export function hasErrors(draft: RowDraft): boolean {
  return draft.topError !== "" || [...draft.errors.values()].some((error) => error !== "");
}
