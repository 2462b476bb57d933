import { PlatformError } from "../../platform-error.ts";
import { builtInGroups, type Group } from "../../store/group-store.ts";
import type { Store } from "../../store/store.ts";
import type { Operation } from "../operation.ts";
import { readOptionalText, readText, readTexts } from "../params.ts";
import { findGroup, findUser } from "./find-by-code.ts";
import { readCodes, readItems } from "./read-items.ts";
import { requireAdministrator } from "./require-administrator.ts";

const asAdmin = { reach: "live", right: "admin" } as const;

/** `PUT /v1/groups.json` (administrators): groups[{code, name?, description?}] → {}. */
export const putGroups: Operation = {
  ...asAdmin,
  method: "PUT",
  path: "/v1/groups.json",
  run: ({ params, store }) => {
    for (const { item, path, code } of readItems(params, "groups")) {
      const before = findOwnGroup(store, code);
      store.groups.update({
        code,
        name: item["name"] === undefined ? before.name : readText(item, "name", `${path}.name`),
        description: readOptionalText(item, "description", `${path}.description`) ?? before.description,
      });
    }
    return {};
  },
};

/** `DELETE /v1/groups.json` (administrators): codes[] → {}. */
export const deleteGroups: Operation = {
  ...asAdmin,
  method: "DELETE",
  path: "/v1/groups.json",
  run: ({ params, store }) => {
    for (const code of readCodes(params)) {
      store.groups.remove(findOwnGroup(store, code).code);
    }
    return {};
  },
};

/** `PUT /v1/group/users.json` (administrators): code, users[] (replaces all members) → {}. */
export const putGroupUsers: Operation = {
  ...asAdmin,
  method: "PUT",
  path: "/v1/group/users.json",
  run: ({ params, store }) => {
    const { code } = findGroup(store, readText(params, "code"));
    if (code === "everyone") {
      throw new PlatformError("PLATFORM_BUILT_IN_GROUP", { code });
    }
    const wanted = new Set(readTexts(params, "users").map((user) => findUser(store, user).code));
    for (const user of new Set([...store.groups.members(code), ...wanted])) {
      const others = store.groups
        .ofUser(user)
        .map((group) => group.code)
        .filter((each) => each !== code);
      store.groups.saveOfUser(user, wanted.has(user) ? [...others, code] : others);
    }
    requireAdministrator(store);
    return {};
  },
};

/** A group that may be changed; the two that are there from the start stay as they are. */
function findOwnGroup(store: Store, code: string): Group {
  const group = findGroup(store, code);
  if (builtInGroups.includes(code)) {
    throw new PlatformError("PLATFORM_BUILT_IN_GROUP", { code });
  }
  return group;
}
