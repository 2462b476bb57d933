import { isMember } from "../api/space/find-space.ts";
import type { Store } from "../store/store.ts";
import type { User } from "../store/user-store.ts";

/**
 * Whether an app is out of someone's sight by where it stands. What stands in a private or a guest space is there for the space's
 * members alone (help page whats_spaceapp: 「非公開のスペースに所属するアプリには、スペースのメンバーだけがアクセスできます」); a guest knows only
 * what stands in the guest spaces they were asked into.
 */
export function isClosedPlace(store: Store, user: User, appId: number): boolean {
  const place = store.spaces.placeOf(appId);
  const space = place && store.spaces.find(place.spaceId);
  if (space === null) {
    return user.isGuest;
  }
  return user.isGuest || space.isGuest || space.isPrivate
    ? !isMember(store, space, user) || (user.isGuest && !space.isGuest)
    : false;
}
