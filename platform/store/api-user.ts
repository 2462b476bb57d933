import { firstPreference } from "./user-preference.ts";
import type { User } from "./user-store.ts";

/**
 * Who calls with an API token: kintone records such calls as `Administrator` (official documentation: 「Administratorの操作として記録されます」).
 * It is no account: nobody signs in as it, and no list of users names it. A person may have this login name as well.
 */
export const apiUser: User = {
  id: 0,
  code: "Administrator",
  name: "Administrator",
  language: "auto",
  timezone: "Asia/Tokyo",
  valid: true,
  isAdmin: false,
  email: "",
  url: "",
  employeeNumber: "",
  phone: "",
  mobilePhone: "",
  extensionNumber: "",
  description: "",
  usesKintone: true,
  preference: firstPreference,
  isGuest: false,
  createdAt: "1970-01-01T00:00:00.000Z",
  modifiedAt: "1970-01-01T00:00:00.000Z",
};

/** Whether a user is an account of the domain: no guest, and not the one that API tokens act as. */
export function isAccount({ id, isGuest }: Pick<User, "id" | "isGuest">): boolean {
  return id !== apiUser.id && !isGuest;
}
