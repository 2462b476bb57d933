import type { Role } from "./app-key.ts";

/** What one may do in an app as a whole. Rights to single records or fields are not declared: the process says whose turn it is. */
export const appRights = ["view", "add", "edit", "delete", "import", "export", "manage"] as const;

export type AppRight = (typeof appRights)[number];

/** What each role may do; a role with an empty list does not even see the app, like everybody without a role. */
export type Permissions = Readonly<Record<Role, readonly AppRight[]>>;
