import { PlatformError } from "../../platform-error.ts";
import { isAccount } from "../../store/api-user.ts";
import type { Group } from "../../store/group-store.ts";
import type { Organization } from "../../store/organization-store.ts";
import type { Store } from "../../store/store.ts";
import type { User } from "../../store/user-store.ts";

/** The user of a code, or GAIA_IL26. */
export function findUser(store: Store, code: string): User {
  const user = store.users.find(code);
  if (!user || !isAccount(user)) {
    throw new PlatformError("GAIA_IL26", { code });
  }
  return user;
}

/** The group of a code, or GAIA_IL27. */
export function findGroup(store: Store, code: string): Group {
  const group = store.groups.find(code);
  if (!group) {
    throw new PlatformError("GAIA_IL27", { code });
  }
  return group;
}

/** The organization of a code, or GAIA_IL28. */
export function findOrganization(store: Store, code: string): Organization {
  const organization = store.organizations.find(code);
  if (!organization) {
    throw new PlatformError("GAIA_IL28", { code });
  }
  return organization;
}
