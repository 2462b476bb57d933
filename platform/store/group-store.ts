import type { Database, Row } from "./database.ts";
import { isGuestCode } from "./guest-code.ts";
import { membersOf, membershipsOf, saveMemberships } from "./membership.ts";
import { readInteger, readText } from "./row.ts";

export type Group = { readonly id: number; readonly code: string; readonly name: string; readonly description: string };

export type GroupStore = {
  readonly find: (code: string) => Group | null;
  readonly list: () => readonly Group[];
  readonly add: (group: Omit<Group, "id">) => Group;
  /** Changes name and description. */
  readonly update: (group: Pick<Group, "code" | "name" | "description">) => void;
  readonly remove: (code: string) => void;
  /** The groups of a user; `everyone` is among them without being stored. */
  readonly ofUser: (userCode: string) => readonly Group[];
  readonly saveOfUser: (userCode: string, codes: readonly string[]) => void;
  /** The user codes of a group. */
  readonly members: (code: string) => readonly string[];
};

/** Groups that are there from the start and stay. */
export const builtInGroups: readonly string[] = ["Administrators", "everyone"];

/** Members of this group may change apps and the system. */
export const administratorsGroup = "Administrators";

/** Every user belongs to this group. */
export const everyoneGroup = "everyone";

/** Groups (roles) and who belongs to them; `afterChange` runs when someone's groups have changed. */
export function createGroupStore(db: Database, afterChange: () => void): GroupStore {
  const store: GroupStore = {
    find: (code) => {
      const row = db.get("SELECT * FROM groups WHERE code = ?", code);
      return row && toGroup(row);
    },
    list: () => db.all("SELECT * FROM groups ORDER BY id").map(toGroup),
    add: (group) => {
      const row = db.get(
        "INSERT INTO groups (code, name, description) VALUES (?, ?, ?) RETURNING *",
        group.code,
        group.name,
        group.description,
      );
      if (!row) {
        throw new Error(`the group ${group.code} was not stored`);
      }
      return toGroup(row);
    },
    update: ({ code, name, description }) => {
      db.run("UPDATE groups SET name = ?, description = ? WHERE code = ?", name, description, code);
    },
    remove: (code) => {
      db.run("DELETE FROM memberships WHERE kind = 'group' AND code = ?", code);
      db.run("DELETE FROM groups WHERE code = ?", code);
      afterChange();
    },
    ofUser: (userCode) => {
      const codes = new Set([...membershipsOf(db, "group", userCode), everyoneGroup]);
      return store.list().filter((group) => codes.has(group.code));
    },
    saveOfUser: (userCode, codes) => {
      saveMemberships(db, "group", { userCode, codes: codes.filter((code) => code !== everyoneGroup) });
      afterChange();
    },
    members: (code) =>
      code === everyoneGroup
        ? db
            .all("SELECT code FROM users ORDER BY id")
            .map((row) => readText(row, "code"))
            .filter((user) => !isGuestCode(user))
        : membersOf(db, "group", code),
  };
  return store;
}

function toGroup(row: Row): Group {
  return {
    id: readInteger(row, "id"),
    code: readText(row, "code"),
    name: readText(row, "name"),
    description: readText(row, "description"),
  };
}
