import type { PrincipalType } from "../settings/read-process-entities.ts";
import type { Store } from "../store/store.ts";

/** Whether there is a user, group or organization with this code. */
export function principalExists(store: Store, type: PrincipalType, code: string): boolean {
  const stores = { USER: store.users, GROUP: store.groups, ORGANIZATION: store.organizations };
  return stores[type].find(code) !== null;
}
