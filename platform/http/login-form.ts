import { isSameToken, readCookie } from "./session.ts";
import { randomBytes } from "node:crypto";

/** The cookie that ties a sign-in form to the browser it was shown in. */
const loginCookie = "kp_login";

export type LoginForm = {
  /** Goes into the form as the hidden field `csrf`. */
  readonly csrf: string;
  /** The `Set-Cookie` header the page must send, or null when the browser has the cookie already. */
  readonly setCookie: string | null;
};

/** Prepares the sign-in form of a browser that has no session yet. */
export function createLoginForm(request: Request): LoginForm {
  const known = readCookie(request, loginCookie);
  if (known !== null && /^[\w-]{43}$/u.test(known)) {
    return { csrf: known, setCookie: null };
  }
  const csrf = randomBytes(32).toString("base64url");
  return { csrf, setCookie: `${loginCookie}=${csrf}; Path=/; HttpOnly; SameSite=Lax` };
}

/** Whether a sent form was really shown in this browser. */
export function isOwnLoginForm(request: Request, csrf: unknown): boolean {
  const cookie = readCookie(request, loginCookie);
  return cookie !== null && cookie !== "" && isSameToken(csrf, cookie);
}
