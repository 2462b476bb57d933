import { PlatformError } from "../platform-error.ts";
import { compileCondition } from "../query/compile-condition.ts";
import { compileOrder } from "../query/compile-order.ts";
import { parseCondition, parseSort } from "../query/parse-query.ts";
import type { QueryContext } from "../query/query-context.ts";
import { createQueryContext } from "../record/create-query-context.ts";
import { addFault, addRefusal, type Place } from "../settings/fault.ts";
import type { QueryCheck } from "../settings/parse-views.ts";
import { settingsText } from "../settings/text.ts";
import type { AppSettings } from "../store/app-settings.ts";
import type { OperationContext } from "./operation.ts";

export type QueryChecks = { readonly checkCondition: QueryCheck; readonly checkSort: QueryCheck };

/** Checks of conditions and orders against the fields of these settings, with the codes a query over records gets. */
export function createQueryChecks(context: OperationContext, settings: AppSettings): QueryChecks {
  const query = createQueryContext(context.store, settings, { user: context.caller, now: context.now });
  return {
    checkCondition: (place, text) => check(place, () => checkCondition(text, query)),
    checkSort: (place, text) => check(place, () => checkSort(text, query)),
  };
}

function checkCondition(text: string, query: QueryContext): void {
  compileCondition(parseCondition(text), query);
}

function checkSort(text: string, query: QueryContext): void {
  compileOrder(parseSort(text), query);
}

function check(place: Place, run: () => void): void {
  try {
    run();
  } catch (error) {
    if (!(error instanceof PlatformError)) {
      throw error;
    }
    if (error.code === "CB_VA01") {
      addFault(place, settingsText.wrongQuery);
    } else {
      addRefusal(place, error.code, error.params);
    }
  }
}
