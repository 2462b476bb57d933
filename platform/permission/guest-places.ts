import type { Store } from "../store/store.ts";
import type { User } from "../store/user-store.ts";

/** Whether an app is out of a guest's sight: a guest knows only what stands in the guest spaces they were asked into. */
export function isClosedToGuest(store: Pick<Store, "spaces">, { isGuest, code }: User, appId: number): boolean {
  if (!isGuest) {
    return false;
  }
  const place = store.spaces.placeOf(appId);
  const space = place && store.spaces.find(place.spaceId);
  return space?.isGuest !== true || space.guests?.includes(code) !== true;
}
