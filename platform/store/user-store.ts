import type { TokenRights } from "./api-token-store.ts";
import { apiUser } from "./api-user.ts";
import type { Language } from "../api/operation.ts";
import type { Database, Row } from "./database.ts";
import { administratorsGroup } from "./group-store.ts";
import { isGuestCode } from "./guest-code.ts";
import { membershipsOf } from "./membership.ts";
import { readInteger, readJson, readText } from "./row.ts";
import { readPreference, type UserPreference } from "./user-preference.ts";

export type User = {
  readonly id: number;
  /** The login name. */
  readonly code: string;
  readonly name: string;
  /** `auto` follows the browser's Accept-Language (fact sheet §1.5). */
  readonly language: Language | "auto";
  readonly timezone: string;
  readonly valid: boolean;
  /** Member of the group Administrators. */
  readonly isAdmin: boolean;
  readonly email: string;
  readonly url: string;
  readonly employeeNumber: string;
  readonly phone: string;
  readonly mobilePhone: string;
  readonly extensionNumber: string;
  readonly description: string;
  /** Whether the account may use kintone at all (`users/services.json`). */
  readonly usesKintone: boolean;
  /** What people set for themselves. */
  readonly preference: UserPreference;
  /** A guest: known only in the guest spaces that they were asked into. */
  readonly isGuest: boolean;
  readonly createdAt: string;
  readonly modifiedAt: string;
  /** Only in a call with API tokens: what they allow in which app. Such a caller has no other rights, by whatever permission. */
  readonly tokens?: ReadonlyMap<number, TokenRights>;
};

type NewUser = Pick<User, "code" | "name"> & {
  /** As `http/password.ts` hashes it. */
  readonly passwordHash: string;
} & Partial<Pick<User, "language" | "timezone" | ProfileKey>>;

/** What changes of an account; the rest stays. */
export type UserChange = Partial<
  Pick<User, "name" | "language" | "timezone" | "valid" | "usesKintone" | "preference" | ProfileKey> & {
    readonly passwordHash: string;
  }
>;

export type UserStore = {
  /** An account, or the one that API tokens act as. */
  readonly find: (code: string) => User | null;
  /** All accounts without guests. */
  readonly list: () => readonly User[];
  readonly add: (user: NewUser, now: Date) => User;
  readonly update: (code: string, change: UserChange, now: Date) => void;
  /** Removes an account with its memberships and sessions; what it did keeps its code. */
  readonly remove: (code: string) => void;
  readonly passwordHashOf: (code: string) => string | null;
  /** Drops what is kept in memory; the store calls it after a change of groups and after a transaction was rolled back. */
  readonly forget: () => void;
};

const profileKeys = [
  "email",
  "url",
  "employeeNumber",
  "phone",
  "mobilePhone",
  "extensionNumber",
  "description",
] as const;

type ProfileKey = (typeof profileKeys)[number];

/** The accounts. Names are read for every record that is answered, so users are kept in memory between changes. */
export function createUserStore(db: Database): UserStore {
  const known = new Map<string, User>();
  const store: UserStore = {
    find: (code) => {
      const cached = known.get(code);
      if (cached) {
        return cached;
      }
      const row = db.get("SELECT * FROM users WHERE code = ?", code);
      if (!row) {
        return code === apiUser.code ? apiUser : null;
      }
      const user = toUser(db, row);
      known.set(code, user);
      return user;
    },
    list: () =>
      db
        .all("SELECT * FROM users ORDER BY id")
        .map((row) => toUser(db, row))
        .filter(({ isGuest }) => !isGuest),
    add: (user, now) => {
      const row = db.get(
        `INSERT INTO users (code, name, password, language, timezone, valid, profile, created_at, modified_at)
         VALUES (?, ?, ?, ?, ?, 1, ?, ?, ?) RETURNING *`,
        user.code,
        user.name,
        user.passwordHash,
        user.language ?? "auto",
        user.timezone ?? "Asia/Tokyo",
        JSON.stringify(Object.fromEntries(profileKeys.map((key) => [key, user[key] ?? ""]))),
        now.toISOString(),
        now.toISOString(),
      );
      if (!row) {
        throw new Error(`the user ${user.code} was not stored`);
      }
      return toUser(db, row);
    },
    update: (code, change, now) => {
      const row = db.get("SELECT * FROM users WHERE code = ?", code);
      if (row === null) {
        throw new Error(`there is no user ${code}`);
      }
      const user = { ...toUser(db, row), ...change };
      const texts = Object.fromEntries(profileKeys.map((key) => [key, user[key]]));
      const profile = { ...texts, usesKintone: user.usesKintone, preference: user.preference };
      db.run(
        "UPDATE users SET name = ?, password = ?, language = ?, timezone = ?, valid = ?, profile = ?, modified_at = ? WHERE code = ?",
        user.name,
        change.passwordHash ?? readText(row, "password"),
        user.language,
        user.timezone,
        user.valid ? 1 : 0,
        JSON.stringify(profile),
        now.toISOString(),
        code,
      );
      if (change.passwordHash !== undefined || !user.valid) {
        db.run("DELETE FROM sessions WHERE user_code = ?", code);
      }
      known.clear();
    },
    remove: (code) => {
      db.run("DELETE FROM memberships WHERE user_code = ?", code);
      db.run("DELETE FROM sessions WHERE user_code = ?", code);
      db.run("DELETE FROM inbox WHERE user_code = ?", code);
      db.run("DELETE FROM users WHERE code = ?", code);
      known.clear();
    },
    passwordHashOf: (code) => {
      const row = db.get("SELECT password FROM users WHERE code = ? AND valid = 1", code);
      return row && readText(row, "password");
    },
    forget: () => {
      known.clear();
    },
  };
  return store;
}

function isAdmin(db: Database, code: string): boolean {
  return membershipsOf(db, "group", code).includes(administratorsGroup);
}

function toUser(db: Database, row: Row): User {
  const code = readText(row, "code");
  const language = readText(row, "language");
  return {
    id: readInteger(row, "id"),
    code,
    name: readText(row, "name"),
    language: language === "ja" || language === "en" ? language : "auto",
    timezone: readText(row, "timezone"),
    valid: readInteger(row, "valid") === 1,
    isAdmin: isAdmin(db, code),
    ...toProfile(readJson(row, "profile")),
    usesKintone: usesKintone(readJson(row, "profile")),
    preference: readStoredPreference(readJson(row, "profile")),
    isGuest: isGuestCode(code),
    createdAt: readText(row, "created_at"),
    modifiedAt: readText(row, "modified_at"),
  };
}

/** Accounts that were stored before this was asked for have it. */
function usesKintone(json: unknown): boolean {
  return typeof json !== "object" || json === null || !("usesKintone" in json) || json.usesKintone !== false;
}

function readStoredPreference(json: unknown): UserPreference {
  return readPreference(typeof json === "object" && json !== null && "preference" in json ? json.preference : null);
}

function toProfile(json: unknown): Pick<User, ProfileKey> {
  const entries = new Map<string, unknown>(typeof json === "object" && json !== null ? Object.entries(json) : []);
  const text = (key: ProfileKey): string => {
    const value = entries.get(key);
    return typeof value === "string" ? value : "";
  };
  return {
    email: text("email"),
    url: text("url"),
    employeeNumber: text("employeeNumber"),
    phone: text("phone"),
    mobilePhone: text("mobilePhone"),
    extensionNumber: text("extensionNumber"),
    description: text("description"),
  };
}
