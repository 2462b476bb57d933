import type { Operation } from "../operation.ts";
import { readText } from "../params.ts";
import { findGroup, findOrganization, findUser } from "./find-by-code.ts";
import { readSelection } from "./read-selection.ts";
import { toRestGroup, toRestOrganization, toRestUser } from "./rest-entities.ts";

/** `GET /v1/users.json`: ids[], codes[], offset, size → {users}. */
export const getUsers: Operation = {
  method: "GET",
  path: "/v1/users.json",
  reach: "live",
  right: "user",
  run: ({ params, store }) => ({ users: readSelection(params, store.users.list()).map(toRestUser) }),
};

/** `GET /v1/groups.json` → {groups}. */
export const getGroups: Operation = {
  method: "GET",
  path: "/v1/groups.json",
  reach: "live",
  right: "user",
  run: ({ params, store }) => ({ groups: readSelection(params, store.groups.list()).map(toRestGroup) }),
};

/** `GET /v1/organizations.json` → {organizations}. */
export const getOrganizations: Operation = {
  method: "GET",
  path: "/v1/organizations.json",
  reach: "live",
  right: "user",
  run: ({ params, store }) => ({
    organizations: readSelection(params, store.organizations.list()).map(toRestOrganization),
  }),
};

/** `GET /v1/user/groups.json`: code → {groups}. */
export const getUserGroups: Operation = {
  method: "GET",
  path: "/v1/user/groups.json",
  reach: "live",
  right: "user",
  run: ({ params, store }) => {
    const user = findUser(store, readText(params, "code"));
    return { groups: store.groups.ofUser(user.code).map(toRestGroup) };
  },
};

/** `GET /v1/user/organizations.json`: code → {organizationTitles: [{organization, title}]}. */
export const getUserOrganizations: Operation = {
  method: "GET",
  path: "/v1/user/organizations.json",
  reach: "live",
  right: "user",
  run: ({ params, store }) => {
    const user = findUser(store, readText(params, "code"));
    const organizations = store.organizations.ofUser(user.code).map(toRestOrganization);
    return { organizationTitles: organizations.map((organization) => ({ organization, title: null })) };
  },
};

/** `GET /v1/group/users.json`: code → {users}. */
export const getGroupUsers: Operation = {
  method: "GET",
  path: "/v1/group/users.json",
  reach: "live",
  right: "user",
  run: ({ params, store }) => {
    const group = findGroup(store, readText(params, "code"));
    const users = store.groups.members(group.code).map((code) => findUser(store, code));
    return { users: readSelection({ ...params, ids: [], codes: [] }, users).map(toRestUser) };
  },
};

/** `GET /v1/organization/users.json`: code → {userTitles: [{user, title}]}. */
export const getOrganizationUsers: Operation = {
  method: "GET",
  path: "/v1/organization/users.json",
  reach: "live",
  right: "user",
  run: ({ params, store }) => {
    const organization = findOrganization(store, readText(params, "code"));
    const users = store.organizations.members(organization.code).map((code) => findUser(store, code));
    const page = readSelection({ ...params, ids: [], codes: [] }, users).map(toRestUser);
    return { userTitles: page.map((user) => ({ user, title: null })) };
  },
};
