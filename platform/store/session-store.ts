import type { Database } from "./database.ts";
import { readText } from "./row.ts";
import { createHash } from "node:crypto";

type StoredSession = { readonly userCode: string; readonly expiresAt: Date };

export type SessionStore = {
  readonly add: (
    session: { readonly token: string; readonly userCode: string; readonly expiresAt: Date },
    now: Date,
  ) => void;
  /** Null also when the session has expired. */
  readonly find: (token: string, now: Date) => StoredSession | null;
  readonly extend: (token: string, expiresAt: Date) => void;
  readonly remove: (token: string) => void;
  readonly removeExpired: (now: Date) => void;
};

/** Sessions outlive a restart. Only a hash of the token is stored: a copy of the data file opens no session. */
export function createSessionStore(db: Database): SessionStore {
  return {
    add: ({ token, userCode, expiresAt }, now) => {
      db.run(
        "INSERT INTO sessions (token_hash, user_code, created_at, expires_at) VALUES (?, ?, ?, ?)",
        hash(token),
        userCode,
        now.toISOString(),
        expiresAt.toISOString(),
      );
    },
    find: (token, now) => {
      const row = db.get(
        "SELECT * FROM sessions WHERE token_hash = ? AND expires_at > ?",
        hash(token),
        now.toISOString(),
      );
      return row && { userCode: readText(row, "user_code"), expiresAt: new Date(readText(row, "expires_at")) };
    },
    extend: (token, expiresAt) => {
      db.run("UPDATE sessions SET expires_at = ? WHERE token_hash = ?", expiresAt.toISOString(), hash(token));
    },
    remove: (token) => {
      db.run("DELETE FROM sessions WHERE token_hash = ?", hash(token));
    },
    removeExpired: (now) => {
      db.run("DELETE FROM sessions WHERE expires_at <= ?", now.toISOString());
    },
  };
}

function hash(token: string): string {
  return createHash("sha256").update(token).digest("base64url");
}
