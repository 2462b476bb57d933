import { hashPasswordNow } from "../../http/password.ts";
import { isAccount } from "../../store/api-user.ts";
import type { Store } from "../../store/store.ts";
import type { Operation } from "../operation.ts";
import { readOptionalText, readText, readTexts } from "../params.ts";
import { toLanguage } from "./change-users.ts";
import { findGroup, findOrganization, findUser } from "./find-by-code.ts";
import { readNewItems } from "./read-items.ts";
import { requireAdministrator } from "./require-administrator.ts";

/** `POST /v1/users.json` (administrators): users[{code, name, password, email?, locale?, …}] → {ids}. */
export const postUsers: Operation = {
  method: "POST",
  path: "/v1/users.json",
  reach: "live",
  right: "admin",
  run: ({ params, store, now }) => {
    const users = readNewItems(params, "users", (code) => isTaken(store, code));
    const ids = users.map(({ item, path, code }) => {
      const user = store.users.add(
        {
          code,
          name: readText(item, "name", `${path}.name`),
          passwordHash: hashPasswordNow(readText(item, "password", `${path}.password`)),
          language: toLanguage(readOptionalText(item, "locale", `${path}.locale`)),
          email: readOptionalText(item, "email", `${path}.email`) ?? "",
          description: readOptionalText(item, "description", `${path}.description`) ?? "",
          employeeNumber: readOptionalText(item, "employeeNumber", `${path}.employeeNumber`) ?? "",
          phone: readOptionalText(item, "phone", `${path}.phone`) ?? "",
          mobilePhone: readOptionalText(item, "mobilePhone", `${path}.mobilePhone`) ?? "",
          extensionNumber: readOptionalText(item, "extensionNumber", `${path}.extensionNumber`) ?? "",
          url: readOptionalText(item, "url", `${path}.url`) ?? "",
          timezone: readOptionalText(item, "timezone", `${path}.timezone`) ?? "Asia/Tokyo",
        },
        now,
      );
      return String(user.id);
    });
    return { ids };
  },
};

/** `POST /v1/groups.json` (administrators): groups[{code, name, description?}] → {ids}. */
export const postGroups: Operation = {
  method: "POST",
  path: "/v1/groups.json",
  reach: "live",
  right: "admin",
  run: ({ params, store }) => {
    const groups = readNewItems(params, "groups", (code) => store.groups.find(code) !== null);
    const ids = groups.map(({ item, path, code }) => {
      const name = readText(item, "name", `${path}.name`);
      const description = readOptionalText(item, "description", `${path}.description`) ?? "";
      return String(store.groups.add({ code, name, description }).id);
    });
    return { ids };
  },
};

/** `POST /v1/organizations.json` (administrators): organizations[{code, name, parentCode?, description?}] → {ids}. */
export const postOrganizations: Operation = {
  method: "POST",
  path: "/v1/organizations.json",
  reach: "live",
  right: "admin",
  run: ({ params, store }) => {
    const organizations = readNewItems(params, "organizations", (code) => store.organizations.find(code) !== null);
    const ids = organizations.map(({ item, path, code }) => {
      const name = readText(item, "name", `${path}.name`);
      const description = readOptionalText(item, "description", `${path}.description`) ?? "";
      const parentCode = readOptionalText(item, "parentCode", `${path}.parentCode`);
      if (parentCode !== null) {
        findOrganization(store, parentCode);
      }
      return String(store.organizations.add({ code, name, description, parentCode }).id);
    });
    return { ids };
  },
};

/** `PUT /v1/user/groups.json` (administrators): code, groups[] (codes; replaces all) → {}. */
export const putUserGroups: Operation = {
  method: "PUT",
  path: "/v1/user/groups.json",
  reach: "live",
  right: "admin",
  run: ({ params, store }) => {
    const user = findUser(store, readText(params, "code"));
    const groups = readTexts(params, "groups").map((code) => findGroup(store, code).code);
    store.groups.saveOfUser(user.code, groups);
    requireAdministrator(store);
    return {};
  },
};

/** `PUT /v1/user/organizations.json` (administrators): code, organizations[] (codes; the first is primary) → {}. */
export const putUserOrganizations: Operation = {
  method: "PUT",
  path: "/v1/user/organizations.json",
  reach: "live",
  right: "admin",
  run: ({ params, store }) => {
    const user = findUser(store, readText(params, "code"));
    const organizations = readTexts(params, "organizations").map((code) => findOrganization(store, code).code);
    store.organizations.saveOfUser(user.code, organizations);
    return {};
  },
};

/** The login name that API tokens act under may be a person's as well, as it is on kintone. */
function isTaken(store: Store, code: string): boolean {
  const user = store.users.find(code);
  return user !== null && isAccount(user);
}
