import type { Language } from "../api/operation.ts";
import type { User } from "../store/user-store.ts";
import type { LoginUser } from "./bootstrap.ts";

/** Someone who is signed in, as a page request knows them. */
export type PageVisitor = {
  readonly user: User;
  readonly requestToken: string;
  /** How many notifications they have not read. */
  readonly unread: number;
  readonly now: Date;
};

/** What `kintone.getLoginUser()` answers. */
export function toLoginUser(user: User, language: Language): LoginUser {
  return {
    id: String(user.id),
    code: user.code,
    name: user.name,
    email: user.email,
    url: user.url,
    employeeNumber: user.employeeNumber,
    phone: user.phone,
    mobilePhone: user.mobilePhone,
    extensionNumber: user.extensionNumber,
    timezone: user.timezone,
    isGuest: user.isGuest,
    language,
  };
}
