import type { Database } from "./database.ts";
import { readText } from "./row.ts";

export type MembershipKind = "group" | "organization";

/** The codes of the groups or organizations of one user, in the order they were given (the first is the primary one). */
export function membershipsOf(db: Database, kind: MembershipKind, userCode: string): readonly string[] {
  return db
    .all("SELECT code FROM memberships WHERE kind = ? AND user_code = ? ORDER BY position", kind, userCode)
    .map((row) => readText(row, "code"));
}

/** The codes of the users of one group or organization, in the order of their registration. */
export function membersOf(db: Database, kind: MembershipKind, code: string): readonly string[] {
  return db
    .all(
      "SELECT user_code FROM memberships JOIN users ON users.code = user_code WHERE kind = ? AND memberships.code = ? ORDER BY users.id",
      kind,
      code,
    )
    .map((row) => readText(row, "user_code"));
}

/** Replaces all memberships of one kind of one user. */
export function saveMemberships(
  db: Database,
  kind: MembershipKind,
  membership: { readonly userCode: string; readonly codes: readonly string[] },
): void {
  db.run("DELETE FROM memberships WHERE kind = ? AND user_code = ?", kind, membership.userCode);
  for (const [position, code] of [...new Set(membership.codes)].entries()) {
    db.run(
      "INSERT INTO memberships (kind, code, user_code, position) VALUES (?, ?, ?, ?)",
      kind,
      code,
      membership.userCode,
      position,
    );
  }
}
