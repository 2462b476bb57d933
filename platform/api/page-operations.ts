import { deleteAppPlugin, putAppPlugin } from "./app-plugin/put-app-plugin.ts";
import { postPageRecord, putPageRecord } from "./categories/page-record.ts";
import { getSpacePeople } from "./guest/space-people.ts";
import { getHistory } from "./history/get-history.ts";
import { getNeighbours } from "./history/get-neighbours.ts";
import { getTotals } from "./history/get-totals.ts";
import { putHistory } from "./history/put-history.ts";
import type { Operation } from "./operation.ts";
import { getPreference, putPreference } from "./preference/preference-operations.ts";
import { getSpacePage } from "./space-page/get-space-page.ts";
import { getThreadPage } from "./space-page/get-thread-page.ts";

/** What pages ask for and kintone has no public API for. All of it is below `/k/platform/`. */
export const pageOperations: readonly Operation[] = [
  getHistory,
  putHistory,
  getNeighbours,
  getTotals,
  getSpacePage,
  getThreadPage,
  putAppPlugin,
  deleteAppPlugin,
  getPreference,
  putPreference,
  getSpacePeople,
  postPageRecord,
  putPageRecord,
];
