import { checkPassword } from "./check-password.ts";
import { isOwnLoginForm } from "./login-form.ts";
import type { Services } from "./services.ts";
import { closeSession, isSameToken, openSession, readSession } from "./session.ts";

/** The fields of the sign-in form as the browser sent them. */
export type LoginFields = Readonly<Record<string, unknown>>;

export type SignInAnswer =
  | { readonly ok: true; readonly setCookie: string }
  /** `form-expired`: the form was not shown in this browser; `throttled`: too many wrong passwords, wait. */
  | { readonly ok: false; readonly notice: "failed" | "form-expired" | "throttled"; readonly waitSeconds: number };

/** Signs in with the fields `login`, `password` and `csrf` (from `createLoginForm`); opens a fresh session. */
export async function signIn(services: Services, request: Request, fields: LoginFields): Promise<SignInAnswer> {
  if (!isOwnLoginForm(request, fields["csrf"])) {
    return { ok: false, notice: "form-expired", waitSeconds: 0 };
  }
  const answer = await checkPassword(services, textOf(fields["login"]).trim(), textOf(fields["password"]));
  if (!answer.ok) {
    return {
      ok: false,
      notice: answer.waitSeconds > 0 ? "throttled" : "failed",
      waitSeconds: answer.waitSeconds,
    };
  }
  closeSession(services.store, request);
  return { ok: true, setCookie: openSession(services.store, answer.user, services.now()) };
}

/** Ends the session and returns the `Set-Cookie` value; null when `__REQUEST_TOKEN__` is not the session's own. */
export function signOut(services: Services, request: Request, fields: LoginFields): string | null {
  const session = readSession(services.store, request, services.now());
  if (session && !isSameToken(fields["__REQUEST_TOKEN__"], session.requestToken)) {
    return null;
  }
  return closeSession(services.store, request);
}

function textOf(value: unknown): string {
  return typeof value === "string" ? value : "";
}
