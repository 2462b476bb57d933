import { placeOf } from "../../settings/fault.ts";
import { parseActions } from "../../settings/parse-actions.ts";
import { nextNumber } from "../../store/counter.ts";
import { writeSettings } from "../app-access.ts";
import { createQueryChecks } from "../check-queries.ts";
import type { Operation } from "../operation.ts";
import { principalExists } from "../principal-exists.ts";

/** `PUT preview/app/actions.json`: answers the ids of all actions it was given. */
export const putActions: Operation = {
  method: "PUT",
  path: "/k/v1/app/actions.json",
  reach: "preview",
  right: "manage",
  run: (context) => {
    const { store } = context;
    const { revision, settings } = writeSettings(context, ({ id, preview }, place) => ({
      ...preview,
      actions: parseActions(placeOf(place, "actions"), context.params["actions"], {
        fields: preview.fields,
        before: preview.actions,
        allocateId: () => String(1000 + nextNumber(store.db, "action")),
        // An app that is not live yet can be named: both are usually deployed together.
        fieldsOf: (appId) => (appId === id ? preview.fields : (store.apps.find(appId)?.preview.fields ?? null)),
        principalExists: (type, code) => principalExists(store, type, code),
        checkCondition: createQueryChecks(context, preview).checkCondition,
      }),
    }));
    return { actions: Object.fromEntries(settings.actions.map(({ name, id }) => [name, { id }])), revision };
  },
};
