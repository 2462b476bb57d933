import { planMessages } from "../plan/plan-messages.ts";
import { createKeyedArea } from "./keyed-area.ts";

/** グラフ. */
export const reportsArea = createKeyedArea({
  area: "reports",
  resource: "app/reports",
  member: "reports",
  message: planMessages.reports,
  renames: "reports",
});
