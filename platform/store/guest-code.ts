const prefix = "guest/";

/** A guest's login name in answers and permissions: `guest/` before the mail address (official description of app/acl.json). */
export function toGuestCode(mail: string): string {
  return prefix + mail;
}

/** Whether a code is that of a guest. */
export function isGuestCode(code: string): boolean {
  return code.startsWith(prefix);
}
