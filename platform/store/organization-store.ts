import type { Database, Row } from "./database.ts";
import { membersOf, membershipsOf, saveMemberships } from "./membership.ts";
import { readInteger, readOptionalText, readText } from "./row.ts";

export type Organization = {
  readonly id: number;
  readonly code: string;
  readonly name: string;
  readonly description: string;
  readonly parentCode: string | null;
};

export type OrganizationStore = {
  readonly find: (code: string) => Organization | null;
  readonly list: () => readonly Organization[];
  readonly add: (organization: Omit<Organization, "id">) => Organization;
  /** Changes all but the code. */
  readonly update: (organization: Omit<Organization, "id">) => void;
  /** Removes one; those below it stand at the top then. */
  readonly remove: (code: string) => void;
  /** The organizations of a user; the first one is the primary one (`PRIMARY_ORGANIZATION()`). */
  readonly ofUser: (userCode: string) => readonly Organization[];
  readonly saveOfUser: (userCode: string, codes: readonly string[]) => void;
  /** The user codes of an organization, with those of the organizations below it when `includeSubs`. */
  readonly members: (code: string, includeSubs?: boolean) => readonly string[];
};

/** Organizations (a tree) and who belongs to them. */
export function createOrganizationStore(db: Database): OrganizationStore {
  const store: OrganizationStore = {
    find: (code) => {
      const row = db.get("SELECT * FROM organizations WHERE code = ?", code);
      return row && toOrganization(row);
    },
    list: () => db.all("SELECT * FROM organizations ORDER BY id").map(toOrganization),
    add: (organization) => {
      const row = db.get(
        "INSERT INTO organizations (code, name, description, parent_code) VALUES (?, ?, ?, ?) RETURNING *",
        organization.code,
        organization.name,
        organization.description,
        organization.parentCode,
      );
      if (!row) {
        throw new Error(`the organization ${organization.code} was not stored`);
      }
      return toOrganization(row);
    },
    update: ({ code, name, description, parentCode }) => {
      db.run(
        "UPDATE organizations SET name = ?, description = ?, parent_code = ? WHERE code = ?",
        name,
        description,
        parentCode,
        code,
      );
    },
    remove: (code) => {
      db.run("DELETE FROM memberships WHERE kind = 'organization' AND code = ?", code);
      db.run("UPDATE organizations SET parent_code = NULL WHERE parent_code = ?", code);
      db.run("DELETE FROM organizations WHERE code = ?", code);
    },
    ofUser: (userCode) =>
      membershipsOf(db, "organization", userCode)
        .map(store.find)
        .filter((organization) => organization !== null),
    saveOfUser: (userCode, codes) => {
      saveMemberships(db, "organization", { userCode, codes });
    },
    members: (code, includeSubs = false) => {
      const codes = includeSubs ? withDescendants(store.list(), code) : [code];
      return [...new Set(codes.flatMap((each) => membersOf(db, "organization", each)))];
    },
  };
  return store;
}

function withDescendants(organizations: readonly Organization[], root: string): readonly string[] {
  const found = new Set([root]);
  // A child may be listed before its parent, so each round looks again until nothing is new.
  for (let size = 0; size !== found.size;) {
    size = found.size;
    for (const { code, parentCode } of organizations) {
      if (parentCode !== null && found.has(parentCode)) {
        found.add(code);
      }
    }
  }
  return [...found];
}

function toOrganization(row: Row): Organization {
  return {
    id: readInteger(row, "id"),
    code: readText(row, "code"),
    name: readText(row, "name"),
    description: readText(row, "description"),
    parentCode: readOptionalText(row, "parent_code"),
  };
}
