import type { StoredAction } from "../../store/action-settings.ts";
import { readAppCopy } from "../app-access.ts";
import { checkLang } from "../check-lang.ts";
import type { Operation } from "../operation.ts";

/** `GET app/actions.json`: the app's actions by name. */
export const getActions: Operation = {
  method: "GET",
  path: "/k/v1/app/actions.json",
  reach: "both",
  right: "user",
  run: (context) => {
    checkLang(context.params);
    const { settings, revision } = readAppCopy(context);
    return {
      actions: Object.fromEntries(settings.actions.map((action) => [action.name, toAction(action)])),
      revision,
    };
  },
};

/** App codes do not exist here; kintone answers "" for an app without one. */
function toAction({ destApp, ...action }: StoredAction): Readonly<Record<string, unknown>> {
  return { ...action, destApp: { app: destApp, code: "" } };
}
