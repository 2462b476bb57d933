import { hashPasswordNow } from "../../http/password.ts";
import { inputMessages } from "../../messages.ts";
import { invalidParameter } from "../../platform-error.ts";
import type { Operation } from "../operation.ts";
import { readList, readOptionalText, readText, readTexts, toParams } from "../params.ts";
import type { Params } from "../params.ts";
import { findGroup, findOrganization, findUser } from "./find-by-code.ts";

/** Login names go into the `login:password` header, so a colon cannot be part of one. */
const codePattern = /^[^\s:"\\]{1,128}$/u;

/** `POST /v1/users.json` (administrators): users[{code, name, password, email?, locale?, …}] → {ids}. */
export const postUsers: Operation = {
  method: "POST",
  path: "/v1/users.json",
  reach: "live",
  right: "admin",
  run: ({ params, store, now }) => {
    const users = readEntities(params, "users", (code) => store.users.find(code) !== null);
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
    const groups = readEntities(params, "groups", (code) => store.groups.find(code) !== null);
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
    const organizations = readEntities(params, "organizations", (code) => store.organizations.find(code) !== null);
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

type Entity = { readonly item: Params; readonly path: string; readonly code: string };

function readEntities(params: Params, name: string, isTaken: (code: string) => boolean): readonly Entity[] {
  const items = readList(params, name).map(toParams);
  if (items.length === 0) {
    throw invalidParameter(name, inputMessages.parameterRequired);
  }
  const seen = new Set<string>();
  return items.map((item, index) => {
    const path = `${name}[${index}]`;
    const code = readText(item, "code", `${path}.code`);
    if (!codePattern.test(code)) {
      throw invalidParameter(`${path}.code`, inputMessages.wrongKind);
    }
    if (seen.has(code) || isTaken(code)) {
      throw invalidParameter(`${path}.code`, inputMessages.codeTaken);
    }
    seen.add(code);
    return { item, path, code };
  });
}

function toLanguage(locale: string | null): "ja" | "en" | "auto" {
  return locale === "ja" || locale === "en" ? locale : "auto";
}
