import { inputMessages } from "../../messages.ts";
import { isVisibleApp } from "../../permission/app-rights.ts";
import { invalidParameter, PlatformError } from "../../platform-error.ts";
import { isWritable } from "../../record/parse-value.ts";
import type { WriteScope } from "../../record/write-scope.ts";
import type { StoredField } from "../../store/app-settings.ts";
import type { StoredRecord } from "../../store/stored-record.ts";
import type { Operation } from "../operation.ts";
import { readIds } from "../params.ts";
import { writeScopeOf } from "../write-scope-of.ts";

const mostRecords = 100;

/** `GET records/acl/evaluate.json`: app, ids (1–100) → what the caller may do with each record and its fields. */
export const getRecordsAclEvaluation: Operation = {
  method: "GET",
  path: "/k/v1/records/acl/evaluate.json",
  reach: "live",
  right: "user",
  run: (context) => {
    const scope = writeScopeOf(context);
    const { rights } = scope.access;
    if (!isVisibleApp({ ...rights, appEditable: false })) {
      throw new PlatformError("CB_NO02");
    }
    const ids = readIds(context.params, "ids");
    if (ids.length === 0) {
      throw invalidParameter("ids", inputMessages.parameterRequired);
    }
    if (ids.length > mostRecords) {
      throw invalidParameter("ids", inputMessages.atMost, { limit: mostRecords });
    }
    const fields = scope.app.settings.fields.flatMap(listChangeable);
    return { rights: ids.map((id) => evaluate(scope, findStored(scope, id), fields)) };
  },
};

/** The fields that updates take, those in tables beside the others (reference). */
function listChangeable(field: StoredField): readonly string[] {
  const inner = field.fields?.filter(isWritable) ?? [];
  return isWritable(field) || field.fields !== undefined ? [field.code, ...inner.map(({ code }) => code)] : [];
}

function findStored({ store, app }: WriteScope, id: number): StoredRecord {
  const record = store.records.find(app.id, id);
  if (!record) {
    throw new PlatformError("GAIA_RE01", { id });
  }
  return record;
}

function evaluate({ access }: WriteScope, record: StoredRecord, codes: readonly string[]) {
  const { viewable, editable, deletable } = access.record(record);
  return {
    id: String(record.id),
    record: { viewable, editable, deletable },
    fields: Object.fromEntries(
      codes.map((code) => {
        const level = access.levelOf(code, record);
        return [code, { viewable: viewable && level !== "NONE", editable: level === "WRITE" && editable }];
      }),
    ),
  };
}
