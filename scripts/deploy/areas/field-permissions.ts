import { textOf } from "../client/json.ts";
import { planMessages } from "../plan/plan-messages.ts";
import { createLinesArea } from "./lines-area.ts";

/** フィールドのアクセス権: a line is known by its field. */
export const fieldPermissionsArea = createLinesArea({
  area: "field-permissions",
  resource: "field/acl",
  member: "rights",
  message: planMessages.fieldPermissions,
  keyOf: ({ code }) => textOf(code),
});
