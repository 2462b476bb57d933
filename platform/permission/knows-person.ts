import { listMembers } from "../api/space/find-space.ts";
import type { Space } from "../store/space-store.ts";
import type { Store } from "../store/store.ts";
import type { User } from "../store/user-store.ts";

type Kind = "user" | "group" | "organization";

const entityTypes = { group: "GROUP", organization: "ORGANIZATION" } as const;

/** Whether someone may name a user, a group or an organization in an app: a guest only those of the space in which it stands. */
export function knowsPerson(
  store: Store,
  place: { readonly caller: User; readonly app: number },
  { kind, code }: { readonly kind: Kind; readonly code: string },
): boolean {
  if (!isThere(store, kind, code)) {
    return false;
  }
  const spaceId = place.caller.isGuest ? (store.spaces.placeOf(place.app)?.spaceId ?? null) : null;
  const space = spaceId === null ? null : store.spaces.find(spaceId);
  return !place.caller.isGuest || (space !== null && isIn(store, space, { kind, code }));
}

/** Whether there is such a user, group or organization at all. */
export function isThere(store: Store, kind: Kind, code: string): boolean {
  switch (kind) {
    case "user":
      return store.users.find(code) !== null;
    case "group":
      return store.groups.find(code) !== null;
    case "organization":
      break;
  }
  return store.organizations.find(code) !== null;
}

function isIn(store: Store, space: Space, { kind, code }: { readonly kind: Kind; readonly code: string }): boolean {
  return kind === "user"
    ? listMembers(store, space).includes(code)
    : space.members.some(({ entity }) => entity.type === entityTypes[kind] && entity.code === code);
}
