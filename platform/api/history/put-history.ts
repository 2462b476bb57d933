import { inputMessages } from "../../messages.ts";
import { invalidParameter } from "../../platform-error.ts";
import { toAppFields } from "../../record/app-fields.ts";
import type { SentRecord } from "../../record/build-values.ts";
import { findRecord } from "../../record/find-record.ts";
import { toRestRecord } from "../../record/to-rest-record.ts";
import { checkRevision, updateRecord } from "../../record/update-record.ts";
import type { WriteScope } from "../../record/write-scope.ts";
import { readRows } from "../../query/query-value.ts";
import { addableFieldTypes } from "../../settings/field-types.ts";
import type { StoredField } from "../../store/app-settings.ts";
import type { Change } from "../../store/history-store.ts";
import type { FieldValue, StoredRecord } from "../../store/stored-record.ts";
import type { Operation } from "../operation.ts";
import { readId, readRevision } from "../params.ts";
import { writeScopeOf } from "../write-scope-of.ts";

/**
 * `PUT /k/platform/record/history.json`: app, id, version, revision? → {revision}. Gives the record the values that it had before
 * that version, as a new version of its own (help: 「この前のバージョンに戻す」). Status and assignees stay; files that were taken
 * off are gone here and cannot come back; calculated and looked-up values follow from the others.
 */
export const putHistory: Operation = {
  method: "PUT",
  path: "/k/platform/record/history.json",
  reach: "live",
  right: "user",
  run: (context) => {
    const { params } = context;
    const scope = writeScopeOf(context);
    const record = findRecord(scope, readId(params, "id"));
    checkRevision(record, readRevision(params));
    const sent = buildFormer(scope, record, readId(params, "version"));
    return { revision: String(updateRecord(scope, record, sent, "record").revision) };
  },
};

/** What has to be written so that the record is again as it was before a version. */
function buildFormer(scope: WriteScope, record: StoredRecord, version: number): SentRecord {
  const { store, access, app } = scope;
  const key = { appId: record.appId, recordId: record.id };
  const undone = store.history
    .page(key, { before: null, limit: Number.MAX_SAFE_INTEGER })
    .filter(({ revision }) => revision >= version);
  if (undone.at(-1)?.revision !== version) {
    throw invalidParameter("version", inputMessages.enumeration);
  }
  const changes = new Map<string, Change<FieldValue>>();
  for (const { changes: step } of undone) {
    for (const [id, change] of Object.entries(step.values)) {
      changes.set(id, change);
    }
  }
  const { copied } = toAppFields(app.settings);
  const fields = access
    .settingsFor(record)
    .fields.filter(
      (field) =>
        changes.has(String(field.id)) && isWritten(field, copied) && access.levelOf(field.code, record) === "WRITE",
    );
  const values = Object.fromEntries(
    [...changes].flatMap(([id, { before }]) => (before === undefined ? [] : [[id, before] as const])),
  );
  const rest = toRestRecord(store, { ...app.settings, fields }, { ...record, values });
  return Object.fromEntries(
    fields.flatMap((field) => {
      const value = rest[field.code]?.value;
      return [
        [
          field.code,
          { value: field.type === "SUBTABLE" ? reopenRows(field, { record, value, copied }) : value },
        ] as const,
      ];
    }),
  );
}

/** What can be added to a form but never written to: calculated, without a value of its own, or a file that may be gone. */
const neverWritten = new Set(["CALC", "FILE", "REFERENCE_TABLE", "GROUP"]);

function isWritten({ type, code, property }: StoredField, copied: ReadonlySet<string>): boolean {
  const isCalculated = typeof property["expression"] === "string" && property["expression"] !== "";
  return addableFieldTypes.has(type) && !neverWritten.has(type) && !isCalculated && !copied.has(code);
}

/** Rows that are still there keep their ids; a row that was removed comes back as a new one. */
function reopenRows(
  table: StoredField,
  {
    record,
    value,
    copied,
  }: { readonly record: StoredRecord; readonly value: unknown; readonly copied: ReadonlySet<string> },
): unknown {
  const present = new Set(readRows(record, table.id).map(({ id }) => String(id)));
  const codes = new Set((table.fields ?? []).filter((field) => isWritten(field, copied)).map(({ code }) => code));
  return (Array.isArray(value) ? value : []).map((row: unknown) => {
    const entries = new Map<string, unknown>(typeof row === "object" && row !== null ? Object.entries(row) : []);
    const id = entries.get("id");
    const cells: unknown = entries.get("value");
    const kept = Object.entries(typeof cells === "object" && cells !== null ? cells : {}).filter(([code]) =>
      codes.has(code),
    );
    return { ...(typeof id === "string" && present.has(id) ? { id } : {}), value: Object.fromEntries(kept) };
  });
}
