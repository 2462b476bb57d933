import { textOf } from "../client/json.ts";
import { compactQuery } from "../plan/covers.ts";
import { planMessages } from "../plan/plan-messages.ts";
import { createLinesArea } from "./lines-area.ts";

/** レコードのアクセス権: a line is known by its condition. */
export const recordPermissionsArea = createLinesArea({
  area: "record-permissions",
  resource: "record/acl",
  member: "rights",
  message: planMessages.recordPermissions,
  keyOf: ({ filterCond }) => compactQuery(textOf(filterCond)),
});
