import { pageState } from "../kintone/page-state.ts";
import { pageNow } from "../shell/page-now.ts";
import type { StartContext } from "./start-values.ts";

/** Now and here, for the defaults of new records and rows. */
export function currentStartContext(): StartContext {
  const user = pageState.bootstrap?.loginUser;
  return {
    now: pageNow(),
    timeZone: user?.timezone || "Asia/Tokyo",
    user: { code: user?.code ?? "", name: user?.name ?? "" },
  };
}
