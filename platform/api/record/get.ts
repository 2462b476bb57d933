import { findLiveApp, findRecord } from "../../record/find-live-app.ts";
import { toRestRecord } from "../../record/to-rest-record.ts";
import type { Operation } from "../operation.ts";
import { readId } from "../params.ts";

/** `GET record.json`: app, id → {record}. */
export const getRecord: Operation = {
  method: "GET",
  path: "/k/v1/record.json",
  reach: "live",
  right: "user",
  run: ({ params, store }) => {
    const app = findLiveApp(store, readId(params, "app"));
    const record = findRecord(store, app, readId(params, "id"));
    return { record: toRestRecord(store, app.settings, record) };
  },
};
