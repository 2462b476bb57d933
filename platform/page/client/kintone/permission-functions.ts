import type { StoredField } from "../../../store/app-settings.ts";
import { toObject } from "../record/read-rest-record.ts";
import { callRest } from "../rest.ts";
import { pageState } from "./page-state.ts";
import type { RecordState } from "./page-state.ts";

export type FieldPermissions = Record<string, { readField: boolean; editField: boolean }>;

/** `kintone.app.record.getPermissions()`: on the detail page, what the reader may do with the record. */
export async function loadPermissions(shown: RecordState): Promise<{ editRecord: boolean; deleteRecord: boolean }> {
  const { editable, deletable } = toObject((await evaluate(shown))["record"]);
  return { editRecord: editable === true, deleteRecord: deletable === true };
}

/** Types that the official page of `getFieldPermissions` leaves out. */
const leftOut = new Set([
  "RECORD_NUMBER",
  "CREATOR",
  "MODIFIER",
  "CREATED_TIME",
  "UPDATED_TIME",
  "STATUS",
  "STATUS_ASSIGNEE",
  "CATEGORY",
]);

/**
 * `kintone.app.record.getFieldPermissions()`: by code. A new record has no permissions of its own yet; fields that are hidden in it
 * are not known to the page and so not in the answer.
 */
export async function loadFieldPermissions(shown: RecordState): Promise<FieldPermissions> {
  if (shown.id === null) {
    const fields = pageState.bootstrap?.app?.settings.fields ?? [];
    return Object.fromEntries(
      fields
        .filter(({ type }) => !leftOut.has(type))
        .flatMap((field) => [field, ...(field.fields ?? [])])
        .map((field: StoredField) => [field.code, { readField: true, editField: field.locked !== true }]),
    );
  }
  const fields = toObject((await evaluate(shown))["fields"]);
  return Object.fromEntries(
    Object.entries(fields).map(([code, field]) => {
      const { viewable, editable } = toObject(field);
      return [code, { readField: viewable === true, editField: editable === true }];
    }),
  );
}

async function evaluate({ id }: RecordState): Promise<Readonly<Record<string, unknown>>> {
  const app = pageState.bootstrap?.app?.id;
  const { rights } = toObject(await callRest("GET", "/k/v1/records/acl/evaluate", { app, ids: [id] }));
  return toObject(Array.isArray(rights) ? rights[0] : null);
}
