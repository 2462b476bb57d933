import type { Store } from "../store/store.ts";
import type { User } from "../store/user-store.ts";
import { createHash, randomBytes, timingSafeEqual } from "node:crypto";
import { parse } from "hono/utils/cookie";

export type Session = {
  readonly user: User;
  /** What `kintone.getRequestToken()` gives and every write with this session must carry as `__REQUEST_TOKEN__`. */
  readonly requestToken: string;
};

const sessionCookie = "kp_session";

/** kintone's request token is valid for 86,400 seconds from the last access; the session ends with it. */
const lifetimeMs = 86_400_000;
/** A session in use is written again at most once an hour. */
const extensionMs = 3_600_000;

/** The session that a request belongs to, or null when there is none or it has expired. */
export function readSession(store: Store, request: Request, now: Date): Session | null {
  const token = readCookie(request, sessionCookie);
  if (token === null) {
    return null;
  }
  const stored = store.sessions.find(token, now);
  const user = stored && store.users.find(stored.userCode);
  if (!stored || !user?.valid) {
    return null;
  }
  if (stored.expiresAt.getTime() - now.getTime() < lifetimeMs - extensionMs) {
    store.sessions.extend(token, new Date(now.getTime() + lifetimeMs));
  }
  return { user, requestToken: toRequestToken(token) };
}

/** Opens a session and returns the value of the `Set-Cookie` header for it. */
export function openSession(store: Store, user: User, now: Date): string {
  const token = randomBytes(32).toString("base64url");
  store.sessions.removeExpired(now);
  store.sessions.add({ token, userCode: user.code, expiresAt: new Date(now.getTime() + lifetimeMs) }, now);
  return `${sessionCookie}=${token}; Path=/; HttpOnly; SameSite=Lax`;
}

/** Ends the session of a request and returns the value of the `Set-Cookie` header that forgets it. */
export function closeSession(store: Store, request: Request): string {
  const token = readCookie(request, sessionCookie);
  if (token !== null) {
    store.sessions.remove(token);
  }
  return `${sessionCookie}=; Path=/; HttpOnly; SameSite=Lax; Max-Age=0`;
}

/** Compares a token in constant time. */
export function isSameToken(given: unknown, expected: string): boolean {
  if (typeof given !== "string") {
    return false;
  }
  const left = createHash("sha256").update(given).digest();
  const right = createHash("sha256").update(expected).digest();
  return timingSafeEqual(left, right);
}

/** One cookie of a request. */
export function readCookie(request: Request, name: string): string | null {
  const header = request.headers.get("cookie");
  return header === null ? null : (parse(header, name)[name] ?? null);
}

/** Derived, so that it needs no storage; it does not lead back to the cookie, which scripts cannot read. */
function toRequestToken(sessionToken: string): string {
  return createHash("sha256").update(`request-token:${sessionToken}`).digest("base64url");
}
