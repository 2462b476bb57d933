import { isMember } from "../api/space/find-space.ts";
import type { Space } from "../store/space-store.ts";
import type { Store } from "../store/store.ts";
import type { User } from "../store/user-store.ts";

/** The space in which an app stands; `null` = in none. */
export function findSpaceOf(store: Store, app: number): Space | null {
  const place = store.spaces.placeOf(app);
  return place === null ? null : store.spaces.find(place.spaceId);
}

/** Whether the pages of what stands in a space are there for someone: those of a guest space for its members only. */
export function mayEnter(store: Store, space: Space | null, user: User): boolean {
  return space?.isGuest === true ? isMember(store, space, user) : !user.isGuest;
}

/** Whether a space is listed for someone: public ones for everyone, the others for members. */
export function maySee(store: Store, space: Space, user: User): boolean {
  return (!space.isPrivate && !space.isGuest && !user.isGuest) || isMember(store, space, user);
}

/** Where pages are: `/k`, on phones `/k/m`, those of a guest space below `guest/{id}` (fact sheet §10.1). */
export function toPageRoot(space: Space | null, mobile: boolean): string {
  const root = mobile ? "/k/m" : "/k";
  return space?.isGuest === true ? `${root}/guest/${space.id}` : root;
}

/** The address of a space's page. */
export function toSpacePath(space: Space, mobile: boolean): string {
  return `${toPageRoot(space, mobile)}/#/space/${space.id}`;
}
