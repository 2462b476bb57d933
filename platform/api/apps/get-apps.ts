import { listVisibleApps } from "../../permission/load-access.ts";
import type { Operation } from "../operation.ts";
import { readIds, readOptionalText, readTexts } from "../params.ts";
import { readPage } from "../read-page.ts";
import { isListedHere } from "../space/check-guest-space.ts";
import { toApp } from "../app/to-app.ts";

/** `GET /k/v1/apps.json`: deployed apps that are there for the caller, by id, filtered. No app has a code, so that filter finds nothing. */
export const getApps: Operation = {
  method: "GET",
  path: "/k/v1/apps.json",
  reach: "live",
  right: "user",
  run: ({ params, store, caller, guestSpace }) => {
    const { limit, offset } = readPage(params, { limit: 100, most: 100 });
    const ids = new Set(readIds(params, "ids"));
    const name = (readOptionalText(params, "name") ?? "").toLowerCase();
    const spaceIds = new Set(readIds(params, "spaceIds"));
    if (readTexts(params, "codes").length > 0) {
      return { apps: [] };
    }
    const apps = listVisibleApps(store, caller).filter(
      ({ id, live }) =>
        (ids.size === 0 || ids.has(id)) &&
        isListedHere(store, guestSpace ?? null, id) &&
        (spaceIds.size === 0 || spaceIds.has(store.spaces.placeOf(id)?.spaceId ?? 0)) &&
        live.general.name.toLowerCase().includes(name),
    );
    return { apps: apps.slice(offset, offset + limit).map((app) => toApp(store, app)) };
  },
};
