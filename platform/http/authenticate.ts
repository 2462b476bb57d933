import { PlatformError } from "../platform-error.ts";
import type { User } from "../store/user-store.ts";
import { checkPassword } from "./check-password.ts";
import { readTokens } from "./read-tokens.ts";
import type { Services } from "./services.ts";
import { readSession } from "./session.ts";

export type Caller = {
  readonly user: User;
  /** Set when a session cookie authenticated: a call that changes something must carry this token. */
  readonly requestToken: string | null;
};

/**
 * Who calls: password before API token before OAuth before session (fact sheet §2, unconfirmed). What comes first decides alone: a wrong
 * token is not passed over for a session. OAuth is not there and is refused, so that nobody's rights are mixed up.
 */
export async function authenticate(services: Services, request: Request): Promise<Caller> {
  const password = request.headers.get("x-cybozu-authorization");
  if (password !== null) {
    return { user: await authenticatePassword(services, password), requestToken: null };
  }
  const tokens = request.headers.get("x-cybozu-api-token");
  if (tokens !== null) {
    return { user: readTokens(services.store, tokens), requestToken: null };
  }
  if (/^bearer\s/iu.test(request.headers.get("authorization") ?? "")) {
    throw new PlatformError("PLATFORM_NO_OAUTH");
  }
  // A page of another origin cannot send this header without asking first, so it marks calls of our own pages.
  const session = request.headers.get("x-requested-with") ? readSession(services.store, request, services.now()) : null;
  if (!session) {
    throw new PlatformError("CB_AU01");
  }
  return session;
}

async function authenticatePassword(services: Services, header: string): Promise<User> {
  const [, login, password] = /^([^:]*):([\s\S]*)$/u.exec(Buffer.from(header, "base64").toString("utf8")) ?? [];
  if (login === undefined || password === undefined) {
    throw new PlatformError("CB_WA01");
  }
  const answer = await checkPassword(services, login, password);
  if (!answer.ok) {
    throw new PlatformError("CB_WA01");
  }
  return answer.user;
}
