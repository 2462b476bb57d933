import { findSpaceOf } from "../../page/app-place.ts";
import { listVisibleApps } from "../../permission/load-access.ts";
import { invalidParameter } from "../../platform-error.ts";
import { textTooLong, textTooMany } from "../../settings/text.ts";
import type { Operation } from "../operation.ts";
import { readIds, readOptionalText, readTexts } from "../params.ts";
import { readPage } from "../read-page.ts";
import { isListedHere } from "../space/check-guest-space.ts";
import { toApp } from "../app/to-app.ts";

const mostFilters = 100;
const longestName = 64;

/** Up to 100 ids, codes and spaces, and names and codes of up to 64 characters (official description). */
function atMost<T>(name: string, list: readonly T[]): readonly T[] {
  if (list.length > mostFilters) {
    throw invalidParameter(name, textTooMany(mostFilters));
  }
  return list;
}

function checkLengths(texts: Readonly<Record<string, readonly string[]>>): void {
  for (const [name, list] of Object.entries(texts)) {
    if (list.some((text) => text.length > longestName)) {
      throw invalidParameter(name, textTooLong(longestName));
    }
  }
}

/** `GET /k/v1/apps.json`: deployed apps that are there for the caller, by id, filtered. No app has a code, so that filter finds nothing. */
export const getApps: Operation = {
  method: "GET",
  path: "/k/v1/apps.json",
  reach: "live",
  right: "user",
  run: ({ params, store, caller, guestSpace = null }) => {
    const { limit, offset } = readPage(params, { limit: 100, most: 100 });
    const ids = new Set(atMost("ids", readIds(params, "ids")));
    const name = (readOptionalText(params, "name") ?? "").toLowerCase();
    const spaceIds = new Set(atMost("spaceIds", readIds(params, "spaceIds")));
    checkLengths({ name: [name], codes: atMost("codes", readTexts(params, "codes")) });
    if (readTexts(params, "codes").length > 0) {
      return { apps: [] };
    }
    const apps = listVisibleApps(store, caller).filter(
      ({ id, live }) =>
        (ids.size === 0 || ids.has(id)) &&
        isListedHere(store, { guestSpace, caller }, findSpaceOf(store, id)) &&
        (spaceIds.size === 0 || spaceIds.has(store.spaces.placeOf(id)?.spaceId ?? 0)) &&
        live.general.name.toLowerCase().includes(name),
    );
    return { apps: apps.slice(offset, offset + limit).map((app) => toApp(store, app)) };
  },
};
