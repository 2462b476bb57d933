import { PlatformError } from "../../platform-error.ts";
import { createAppSettings } from "../../settings/create-app-settings.ts";
import { createPlace, placeOf } from "../../settings/fault.ts";
import { readText } from "../../settings/read-value.ts";
import type { AppPlace } from "../../store/space-store.ts";
import type { Operation, OperationContext } from "../operation.ts";
import { readId, readInteger } from "../params.ts";
import { refuseFaults } from "../refuse-faults.ts";
import { findSpace, isMember, isSpaceAdmin } from "../space/find-space.ts";

/** `POST /k/v1/preview/app.json`: a new app, in preview only. */
export const createApp: Operation = {
  method: "POST",
  path: "/k/v1/app.json",
  reach: "preview",
  right: "admin",
  run: (context) => {
    const { params, store, caller, now } = context;
    const at = readPlace(context);
    const place = createPlace();
    const name = readText(placeOf(place, "name"), params["name"], { initial: "", required: true, max: 64 });
    refuseFaults(place);
    const { mostApps } = store.apps;
    if (store.apps.list().length >= mostApps) {
      throw new PlatformError("PLATFORM_TOO_MANY_APPS", { limit: mostApps });
    }
    const app = store.apps.create((allocateId) => createAppSettings(name, allocateId), { by: caller.code, now });
    store.spaces.place(app.id, at);
    return { app: String(app.id), revision: String(app.revision) };
  },
};

/** `space` and `thread` of a new app; without a thread it stands in the default one. */
function readPlace({ params, store, caller }: OperationContext): Omit<AppPlace, "appId"> | null {
  if (readInteger(params, "space") === null) {
    return null;
  }
  const space = findSpace(store, readId(params, "space"));
  const mayCreate = space.createApp === "ADMIN" ? isSpaceAdmin(store, space, caller) : isMember(store, space, caller);
  if (!mayCreate) {
    throw new PlatformError("CB_NO02");
  }
  const threadId = readInteger(params, "thread") ?? space.defaultThread;
  if (store.spaces.findThread(threadId)?.spaceId !== space.id) {
    throw new PlatformError("GAIA_SP02", { id: threadId });
  }
  return { spaceId: space.id, threadId };
}
