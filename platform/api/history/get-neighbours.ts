import { findReadable } from "../../permission/read-records.ts";
import { findRecord } from "../../record/find-record.ts";
import { parseQuery } from "../../query/parse-query.ts";
import type { Operation } from "../operation.ts";
import { readId, readOptionalText } from "../params.ts";
import { writeScopeOf } from "../write-scope-of.ts";

/**
 * `GET /k/platform/record/neighbours.json`: app, id, query? → {position, total, previous, next}: where a record stands in a list.
 * Ours. `position` is 0 when the list does not hold the record (any more).
 */
export const getNeighbours: Operation = {
  method: "GET",
  path: "/k/platform/record/neighbours.json",
  reach: "live",
  right: "user",
  run: (context) => {
    const scope = writeScopeOf(context);
    const { id } = findRecord(scope, readId(context.params, "id"));
    const { condition, order } = parseQuery(readOptionalText(context.params, "query") ?? "");
    const ids = findReadable(scope, { condition, order }).map((record) => record.id);
    const at = ids.indexOf(id);
    const idAt = (index: number): string | null => (at === -1 || ids[index] === undefined ? null : String(ids[index]));
    return { position: at + 1, total: ids.length, previous: idAt(at - 1), next: idAt(at + 1) };
  },
};
