import { createAppSettings } from "../../settings/create-app-settings.ts";
import { addFault, createPlace, placeOf } from "../../settings/fault.ts";
import { readText } from "../../settings/read-value.ts";
import { settingsText } from "../../settings/text.ts";
import type { Operation } from "../operation.ts";
import { refuseFaults } from "../refuse-faults.ts";

/** `POST /k/v1/preview/app.json`: a new app, in preview only. */
export const createApp: Operation = {
  method: "POST",
  path: "/k/v1/app.json",
  reach: "preview",
  right: "admin",
  run: ({ params, store, caller, now }) => {
    const place = createPlace();
    const name = readText(placeOf(place, "name"), params["name"], { initial: "", required: true, max: 64 });
    if (params["space"] !== undefined && params["space"] !== null) {
      addFault(placeOf(place, "space"), settingsText.notFound);
    }
    refuseFaults(place);
    const app = store.apps.create((allocateId) => createAppSettings(name, allocateId), { by: caller.code, now });
    return { app: String(app.id), revision: String(app.revision) };
  },
};
