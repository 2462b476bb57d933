import { toReadable } from "../../permission/read-records.ts";
import { findRecord } from "../../record/find-record.ts";
import type { Operation } from "../operation.ts";
import { readId } from "../params.ts";
import { writeScopeOf } from "../write-scope-of.ts";

/** `GET record.json`: app, id → {record}. */
export const getRecord: Operation = {
  method: "GET",
  path: "/k/v1/record.json",
  reach: "live",
  right: "user",
  run: (context) => {
    const scope = writeScopeOf(context);
    return { record: toReadable(scope, findRecord(scope, readId(context.params, "id"))) };
  },
};
