import { PlatformError } from "../../platform-error.ts";
import type { Space } from "../../store/space-store.ts";
import type { Store } from "../../store/store.ts";
import type { User } from "../../store/user-store.ts";
import { isParams, type Params } from "../params.ts";
import { isMember } from "./find-space.ts";

/** Where a call goes: to one guest space, to every guest space that the caller belongs to ("joined"), or to none (null). */
export type GuestPlace = number | "joined" | null;

/** A call's path with the guest space taken out of it: `/k/guest/5/v1/record.json` is `/k/v1/record.json` of space 5. */
export type SpacePath = { readonly guestSpace: GuestPlace; readonly path: string };

/** The one path below `/k/guest/` that names no space (official page 「kintone全体を検索する」). */
export const joinedSearchPath = "/k/guest/v1/search.json";

export function readSpacePath(path: string): SpacePath {
  if (path === joinedSearchPath) {
    return { guestSpace: "joined", path: "/k/v1/search.json" };
  }
  const [, id, rest] = /^\/k\/guest\/(\d{1,15})\/v1\/(.*)$/u.exec(path) ?? [];
  return id === undefined ? { guestSpace: null, path } : { guestSpace: Number(id), path: `/k/v1/${rest ?? ""}` };
}

/** Only members of a guest space call its paths; of what is not there kintone says the same (measured for a wrong id). */
export function requireGuestSpace(store: Store, guestSpace: GuestPlace, caller: User): void {
  if (guestSpace === "joined") {
    return;
  }
  if (guestSpace === null) {
    // Guests have no business on the plain paths; which refusal kintone gives them is a guess.
    if (caller.isGuest) {
      throw new PlatformError("CB_NO02");
    }
    return;
  }
  const space = store.spaces.find(guestSpace);
  if (!space?.isGuest || !mayEnter(store, space, caller)) {
    throw new PlatformError("CB_NO02");
  }
}

/** Members may enter. An API token belongs to no space; it opens the path of the space in which its app stands (assumed). */
function mayEnter(store: Store, space: Space, caller: User): boolean {
  const { tokens } = caller;
  if (tokens === undefined) {
    return isMember(store, space, caller);
  }
  return store.spaces.appsIn(space.id).some(({ appId }) => tokens.has(appId));
}

/**
 * Apps and threads of a guest space are answered below its own path only: GAIA_IL23 on the plain path (measured), CB_NO02 on the
 * path of another space (measured), and the same for what stands in no guest space (assumed).
 */
export function checkPlaces(store: Store, at: SpacePath, params: Params): void {
  for (const id of appsOf(at.path, params)) {
    const place = store.spaces.placeOf(id);
    // An app that is not there is for the operation to say.
    if (place !== null || store.apps.find(id) !== null) {
      checkPlace(store, at.guestSpace, place?.spaceId ?? null);
    }
  }
  const spaceId = at.path.startsWith("/k/v1/space") ? spaceOf(store, at.path, params) : null;
  if (spaceId !== null && store.spaces.find(spaceId) !== null) {
    checkPlace(store, at.guestSpace, spaceId);
  }
}

/** Pages ask this platform's own operations on one path wherever an app stands; of a guest space only its members may. */
export function requirePlaces(store: Store, caller: User, params: Params): void {
  for (const id of appsOf("", params)) {
    const spaceId = store.spaces.placeOf(id)?.spaceId ?? null;
    if (caller.isGuest || (spaceId !== null && store.spaces.find(spaceId)?.isGuest === true)) {
      requireGuestSpace(store, spaceId, caller);
    }
  }
}

function checkPlace(store: Store, guestSpace: GuestPlace, spaceId: number | null): void {
  const isGuest = spaceId !== null && store.spaces.find(spaceId)?.isGuest === true;
  if (isGuest ? guestSpace === spaceId : guestSpace === null) {
    return;
  }
  throw new PlatformError(guestSpace === null ? "GAIA_IL23" : "CB_NO02");
}

/** The apps that a call names. */
export function appsOf(path: string, params: Params): readonly number[] {
  const apps = Array.isArray(params["apps"]) ? params["apps"] : [];
  const named = [
    params["app"],
    ...(path === "/k/v1/app.json" ? [params["id"]] : []),
    ...apps.map((item: unknown) => (isParams(item) ? item["app"] : item)),
  ];
  return named.map(toId).filter((id) => id > 0);
}

function spaceOf(store: Store, path: string, params: Params): number | null {
  if (params["space"] !== undefined) {
    return toId(params["space"]);
  }
  const id = toId(params["id"]);
  return path === "/k/v1/space/thread.json" ? (store.spaces.findThread(id)?.spaceId ?? null) : id;
}

/** 0 for what is no id. */
function toId(value: unknown): number {
  const id = typeof value === "number" || typeof value === "string" ? Number(value) : 0;
  return Number.isSafeInteger(id) && id > 0 ? id : 0;
}

/** The calls inside a bulk request with their paths as the operations know them, each checked for its own space. */
export function openBulkRequests(store: Store, caller: User, params: Params): Params {
  const { requests } = params;
  if (!Array.isArray(requests)) {
    return params;
  }
  const opened = requests.map((request: unknown) => {
    if (!isParams(request) || typeof request["api"] !== "string") {
      return request;
    }
    const at = readSpacePath(request["api"]);
    requireGuestSpace(store, at.guestSpace, caller);
    if (isParams(request["payload"])) {
      checkPlaces(store, at, request["payload"]);
    }
    return { ...request, api: at.path };
  });
  return { ...params, requests: opened };
}

/** Whether what stands in a space (null: in none) belongs to the lists of this path: a guest space's own, or all that is in none. */
export function isListedHere(store: Store, { guestSpace, caller }: Listing, space: Space | null): boolean {
  if (space?.isGuest !== true) {
    return guestSpace === null;
  }
  return guestSpace === "joined" ? isMember(store, space, caller) : guestSpace === space.id;
}

type Listing = { readonly guestSpace: GuestPlace; readonly caller: User };
