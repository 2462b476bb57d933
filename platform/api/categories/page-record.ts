import type { Operation, OperationContext } from "../operation.ts";
import { postRecord } from "../record/post.ts";
import { putRecord } from "../record/put.ts";

/**
 * `POST` and `PUT /k/platform/record.json`: as `record.json`, and the record may carry its categories by name. Ours, for forms: kintone's
 * pages set categories, its REST API refuses to (GA_UO01).
 */
const path = "/k/platform/record.json";

export const postPageRecord: Operation = { ...postRecord, path, run: (context) => postRecord.run(byPage(context)) };
export const putPageRecord: Operation = { ...putRecord, path, run: (context) => putRecord.run(byPage(context)) };

function byPage(context: OperationContext): OperationContext {
  return { ...context, setsCategories: true };
}
