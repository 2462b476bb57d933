import { inputMessages } from "../../messages.ts";
import { invalidInput, invalidParameter } from "../../platform-error.ts";
import { findRecord } from "../../record/find-record.ts";
import { checkRevision, removeRecord } from "../../record/update-record.ts";
import type { Operation } from "../operation.ts";
import { readIds, readList, readRevision } from "../params.ts";
import { writeScopeOf } from "../write-scope-of.ts";

const mostRecords = 100;

/** `DELETE records.json`: app, ids (1–100), revisions[]? → {}; one unknown id refuses all. */
export const deleteRecords: Operation = {
  method: "DELETE",
  path: "/k/v1/records.json",
  reach: "live",
  right: "user",
  run: (context) => {
    const { params, language } = context;
    const scope = writeScopeOf(context);
    const ids = readIds(params, "ids");
    if (ids.length === 0) {
      // Measured: both messages, in the other order in English (fact sheet §1.4).
      const faults = [{ message: inputMessages.parameterRequired }, { message: inputMessages.deleteCount }];
      throw invalidInput({ ids: language === "ja" ? faults : faults.toReversed() });
    }
    if (ids.length > mostRecords) {
      throw invalidParameter("ids", inputMessages.deleteCount);
    }
    const revisions = readList(params, "revisions");
    for (const id of new Set(ids)) {
      // The same id twice is one record; its first revision counts.
      const index = ids.indexOf(id);
      const record = findRecord(scope, id);
      checkRevision(record, readRevision({ revision: revisions[index] }, `revisions[${index}]`));
      removeRecord(scope, record);
    }
    return {};
  },
};
