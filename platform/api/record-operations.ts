import { postBulkRequest } from "./bulk-request/post.ts";
import type { Operation } from "./operation.ts";
import { putRecordAssignees } from "./record/assignees-put.ts";
import { getRecord } from "./record/get.ts";
import { postRecord } from "./record/post.ts";
import { putRecord } from "./record/put.ts";
import { putRecordStatus } from "./record/status-put.ts";
import { deleteCursor } from "./records/cursor-delete.ts";
import { getCursor } from "./records/cursor-get.ts";
import { postCursor } from "./records/cursor-post.ts";
import { deleteRecords } from "./records/delete.ts";
import { getRecords } from "./records/get.ts";
import { postRecords } from "./records/post.ts";
import { putRecords } from "./records/put.ts";
import { putRecordsStatus } from "./records/status-put.ts";

/** Records, their status, cursors and bulk requests. Files are in `http/file-transfer.ts`: they are no JSON. */
export const recordOperations: readonly Operation[] = [
  getRecord,
  postRecord,
  putRecord,
  putRecordStatus,
  putRecordAssignees,
  getRecords,
  postRecords,
  putRecords,
  deleteRecords,
  putRecordsStatus,
  postCursor,
  getCursor,
  deleteCursor,
  postBulkRequest,
];
