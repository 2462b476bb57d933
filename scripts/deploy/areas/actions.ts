import { planMessages } from "../plan/plan-messages.ts";
import { createKeyedArea } from "./keyed-area.ts";

/** アプリアクション. */
export const actionsArea = createKeyedArea({
  area: "actions",
  resource: "app/actions",
  member: "actions",
  message: planMessages.actions,
  renames: "actions",
});
