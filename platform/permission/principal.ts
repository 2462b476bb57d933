import type { AclEntity } from "../store/acl-settings.ts";
import { everyoneGroup } from "../store/group-store.ts";

/** Someone whose rights are asked for. Memberships are functions: most apps never need them. */
export type Principal = {
  readonly code: string;
  /** System administrators manage every app, whatever its permissions say. */
  readonly isAdmin: boolean;
  readonly groups: () => ReadonlySet<string>;
  readonly organizations: () => ReadonlySet<string>;
  /** The organizations themselves and all above them. */
  readonly organizationsAndAbove: () => ReadonlySet<string>;
};

/** Users, groups and organizations that a field of a record names; null = there is no record yet. */
export type FieldEntityValue = {
  readonly kind: "user" | "group" | "organization";
  readonly codes: readonly string[];
};

/** What a line of permissions may refer to beside people: the creator of the app, the fields of a record. */
export type Subject = {
  readonly appCreator: string;
  readonly fieldEntity: (code: string) => FieldEntityValue | null;
};

export type AclLine = {
  readonly entity: AclEntity<"USER" | "GROUP" | "ORGANIZATION" | "CREATOR" | "FIELD_ENTITY">;
  readonly includeSubs: boolean;
};

/** Whether a line is the one for everyone, which comes last wherever it stands (reference of app/acl.json). */
function isEveryone({ entity }: AclLine): boolean {
  return entity.type === "GROUP" && entity.code === everyoneGroup;
}

/** Lines in the order in which they count. */
export function inPriority<T extends AclLine>(lines: readonly T[]): readonly T[] {
  return [...lines.filter((line) => !isEveryone(line)), ...lines.filter(isEveryone)];
}

/** The first line that is about this person; null = none, so nothing is allowed. */
export function findLine<T extends AclLine>(lines: readonly T[], principal: Principal, subject: Subject): T | null {
  return inPriority(lines).find((line) => concerns(line, principal, subject)) ?? null;
}

/** Whether a line is about this person. */
export function concerns({ entity, includeSubs }: AclLine, principal: Principal, subject: Subject): boolean {
  const code = entity.code ?? "";
  switch (entity.type) {
    case "USER":
      return principal.code === code;
    case "GROUP":
      return code === everyoneGroup || principal.groups().has(code);
    case "ORGANIZATION":
      return organizationsOf(principal, includeSubs).has(code);
    case "CREATOR":
      return principal.code === subject.appCreator;
    case "FIELD_ENTITY":
    default:
      return isNamed(subject.fieldEntity(code), principal, includeSubs);
  }
}

function isNamed(value: FieldEntityValue | null, principal: Principal, includeSubs: boolean): boolean {
  if (value === null) {
    return false;
  }
  switch (value.kind) {
    case "user":
      return value.codes.includes(principal.code);
    case "group":
      return value.codes.some((code) => code === everyoneGroup || principal.groups().has(code));
    case "organization":
    default: {
      const own = organizationsOf(principal, includeSubs);
      return value.codes.some((code) => own.has(code));
    }
  }
}

function organizationsOf(principal: Principal, includeSubs: boolean): ReadonlySet<string> {
  return includeSubs ? principal.organizationsAndAbove() : principal.organizations();
}
