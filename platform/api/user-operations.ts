import { deleteGroups, putGroups, putGroupUsers } from "./user/change-groups.ts";
import { deleteOrganizations, putOrganizations } from "./user/change-organizations.ts";
import {
  deleteUsers,
  getUsersServices,
  putUsers,
  putUsersOrganizations,
  putUsersServices,
} from "./user/change-users.ts";
import { renameOperations } from "./user/rename-codes.ts";
import type { Operation } from "./operation.ts";
import {
  getGroups,
  getGroupUsers,
  getOrganizations,
  getOrganizationUsers,
  getUserGroups,
  getUserOrganizations,
  getUsers,
} from "./user/read-users.ts";
import { postGroups, postOrganizations, postUsers, putUserGroups, putUserOrganizations } from "./user/write-users.ts";

/** The User API under `/v1/`. */
export const userOperations: readonly Operation[] = [
  getUsers,
  getGroups,
  getOrganizations,
  getUserGroups,
  getUserOrganizations,
  getGroupUsers,
  getOrganizationUsers,
  postUsers,
  postGroups,
  postOrganizations,
  putUserGroups,
  putUserOrganizations,
  putUsers,
  deleteUsers,
  putUsersOrganizations,
  getUsersServices,
  putUsersServices,
  putGroups,
  deleteGroups,
  putGroupUsers,
  putOrganizations,
  deleteOrganizations,
  ...renameOperations,
];
