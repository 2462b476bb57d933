import { pageState } from "../kintone/page-state.ts";
import { callRest } from "../rest.ts";
import { readPrincipals } from "./read-value.ts";
import type { Principal } from "./read-value.ts";

/** Which part of the User API names the candidates of a field type. */
const resources = { USER_SELECT: "users", GROUP_SELECT: "groups", ORGANIZATION_SELECT: "organizations" } as const;

export type PrincipalType = keyof typeof resources;

const pageSize = 100;

/** Everyone or everything that can be chosen, page by page (the User API gives 100 at a time). */
export async function loadPrincipals(type: PrincipalType): Promise<Principal[]> {
  const resource = resources[type];
  if (isGuest()) {
    return loadSpacePeople(resource);
  }
  const found: Principal[] = [];
  for (let offset = 0; ; offset += pageSize) {
    // Each page's offset follows the one before.
    const page = readList(await callRest("GET", `/v1/${resource}`, { offset, size: pageSize }), resource);
    found.push(...page);
    if (page.length < pageSize) {
      return found;
    }
  }
}

function isGuest(): boolean {
  return pageState.bootstrap?.loginUser.isGuest === true;
}

/** The User API is closed to guests: they know whoever belongs to the space in which the app stands. */
async function loadSpacePeople(
  resource: (typeof resources)[PrincipalType],
  part: { readonly group?: string; readonly organization?: string } = {},
): Promise<Principal[]> {
  const app = pageState.bootstrap?.app?.id;
  return readList(await callRest("GET", "/k/platform/space-people", { app, ...part }), resource);
}

/** One user, by the login name alone where there is nothing to be learned of them. */
export async function loadUser(code: string): Promise<Principal> {
  const users = isGuest()
    ? await loadSpacePeople("users")
    : readList(await callRest("GET", "/v1/users", { codes: [code] }), "users");
  return users.find((user) => user.code === code) ?? { code, name: code };
}

/** The users of one group or organization. */
export async function loadMembers(type: "GROUP" | "ORGANIZATION", code: string): Promise<Principal[]> {
  if (isGuest()) {
    return loadSpacePeople("users", type === "GROUP" ? { group: code } : { organization: code });
  }
  if (type === "GROUP") {
    return readList(await callRest("GET", "/v1/group/users", { code }), "users");
  }
  const body = await callRest("GET", "/v1/organization/users", { code });
  const titles = typeof body === "object" && body !== null && "userTitles" in body ? body.userTitles : [];
  return Array.isArray(titles)
    ? titles.flatMap((entry: unknown) =>
        typeof entry === "object" && entry !== null && "user" in entry ? readPrincipals(entry.user) : [],
      )
    : [];
}

/** The codes of the groups that a user belongs to; a guest belongs to none. */
export async function loadGroupCodes(code: string): Promise<string[]> {
  if (isGuest()) {
    return [];
  }
  const body = await callRest("GET", "/v1/user/groups", { code });
  return readList(body, "groups").map((group) => group.code);
}

/** The codes of the organizations that a user belongs to; a guest belongs to none. */
export async function loadOrganizationCodes(code: string): Promise<string[]> {
  if (isGuest()) {
    return [];
  }
  const body = await callRest("GET", "/v1/user/organizations", { code });
  const titles =
    typeof body === "object" && body !== null && "organizationTitles" in body ? body.organizationTitles : [];
  return Array.isArray(titles)
    ? titles.flatMap((entry: unknown) =>
        typeof entry === "object" && entry !== null && "organization" in entry
          ? readPrincipals(entry.organization).map((organization) => organization.code)
          : [],
      )
    : [];
}

function readList(body: unknown, key: string): Principal[] {
  const entries = typeof body === "object" && body !== null ? Object.entries(body) : [];
  return readPrincipals(entries.find(([name]) => name === key)?.[1] ?? []);
}
