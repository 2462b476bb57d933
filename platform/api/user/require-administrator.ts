import { PlatformError } from "../../platform-error.ts";
import type { Store } from "../../store/store.ts";

/** Nobody could set up anything any more without an administrator who can sign in; how kintone refuses it is not known. */
export function requireAdministrator({ users }: Store): void {
  if (!users.list().some(({ isAdmin, valid, usesKintone }) => isAdmin && valid && usesKintone)) {
    throw new PlatformError("PLATFORM_LAST_ADMINISTRATOR");
  }
}
