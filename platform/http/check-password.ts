import { toGuestCode } from "../store/guest-code.ts";
import type { User } from "../store/user-store.ts";
import { hashPassword, verifyPassword } from "./password.ts";
import type { Services } from "./services.ts";

export type PasswordAnswer =
  | { readonly ok: true; readonly user: User }
  | { readonly ok: false; readonly waitSeconds: number };

/** Compared against when the login name does not exist, so that the time taken does not tell which names do. */
const nobodysHash = hashPassword("nobody has this password");

/** Checks login name and password, counting wrong ones; used by the sign-in form and by password authentication. */
export async function checkPassword(services: Services, login: string, password: string): Promise<PasswordAnswer> {
  const { credentials, throttle, now } = services;
  const waitSeconds = throttle.waitSeconds(login, now());
  if (waitSeconds > 0) {
    return { ok: false, waitSeconds };
  }
  const { user, hash } = findSecret(services, login);
  if (user && hash !== null && credentials.isVerified(login, password, hash)) {
    return { ok: true, user };
  }
  const matches = await verifyPassword(password, hash ?? (await nobodysHash));
  if (!matches || !user || hash === null || password === "") {
    throttle.fail(login, now());
    return { ok: false, waitSeconds: throttle.waitSeconds(login, now()) };
  }
  throttle.succeed(login);
  credentials.remember(login, password, hash);
  return { ok: true, user };
}

/** A guest signs in with their mail address alone; the code that answers show works as well. */
function findSecret({ store }: Services, login: string): { readonly user: User | null; readonly hash: string | null } {
  const code = store.users.passwordHashOf(login) === null ? toGuestCode(login) : login;
  const hash = store.users.passwordHashOf(code);
  return { user: hash === null ? null : store.users.find(code), hash };
}
