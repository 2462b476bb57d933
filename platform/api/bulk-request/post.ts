import { BulkRequestError } from "../../bulk-request-error.ts";
import { inputMessages } from "../../messages.ts";
import { invalidParameter, PlatformError } from "../../platform-error.ts";
import { checkRight } from "../check-right.ts";
import type { Operation } from "../operation.ts";
import { readList, readText, toParams } from "../params.ts";
import type { Params } from "../params.ts";
import { putRecordAssignees } from "../record/assignees-put.ts";
import { postRecord } from "../record/post.ts";
import { putRecord } from "../record/put.ts";
import { putRecordStatus } from "../record/status-put.ts";
import { deleteRecords } from "../records/delete.ts";
import { postRecords } from "../records/post.ts";
import { putRecords } from "../records/put.ts";
import { putRecordsStatus } from "../records/status-put.ts";

const mostRequests = 20;

/** The eight kinds of call that kintone takes in a bulk request (fact sheet §5.1). */
const allowed: readonly Operation[] = [
  postRecord,
  putRecord,
  putRecordStatus,
  putRecordAssignees,
  postRecords,
  putRecords,
  deleteRecords,
  putRecordsStatus,
];

/** `POST bulkRequest.json`: requests[{method, api, payload}] (≤ 20) → {results}; all or nothing. */
export const postBulkRequest: Operation = {
  method: "POST",
  path: "/k/v1/bulkRequest.json",
  reach: "live",
  right: "user",
  run: (context) => {
    const requests = readList(context.params, "requests").map(toParams);
    if (requests.length === 0) {
      throw invalidParameter("requests", inputMessages.parameterRequired);
    }
    if (requests.length > mostRequests) {
      throw invalidParameter("requests", inputMessages.tooManyRequests);
    }
    const calls = requests.map((request, index) => ({
      operation: findAllowed(request, index),
      params: toParams(request["payload"] ?? {}),
    }));
    const results = calls.map(({ operation, params }, index) => {
      try {
        const call = { ...context, params };
        checkRight(operation, call);
        return operation.run(call);
      } catch (error) {
        throw error instanceof PlatformError ? new BulkRequestError(error, index, calls.length) : error;
      }
    });
    return { results };
  },
};

function findAllowed(request: Params, index: number): Operation {
  const method = readText(request, "method", `requests[${index}].method`).toUpperCase();
  const api = readText(request, "api", `requests[${index}].api`);
  const operation = allowed.find((each) => each.method === method && each.path === api);
  if (!operation) {
    throw invalidParameter(`requests[${index}].api`, inputMessages.notBulkApi);
  }
  return operation;
}
