import { insertRecord } from "../../record/insert-record.ts";
import type { Operation } from "../operation.ts";
import { toParams } from "../params.ts";
import { writeScopeOf } from "../write-scope-of.ts";

/** `POST record.json`: app, record? → {id, revision}. */
export const postRecord: Operation = {
  method: "POST",
  path: "/k/v1/record.json",
  reach: "live",
  right: "user",
  run: (context) => {
    const { record = {} } = context.params;
    const { id, revision } = insertRecord(writeScopeOf(context), toParams(record ?? {}), "record");
    return { id: String(id), revision: String(revision) };
  },
};
