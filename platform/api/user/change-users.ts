import { hashPasswordNow } from "../../http/password.ts";
import { inputMessages } from "../../messages.ts";
import { invalidParameter } from "../../platform-error.ts";
import { settingsText } from "../../settings/text.ts";
import type { UserChange } from "../../store/user-store.ts";
import type { Operation } from "../operation.ts";
import { type Params, readBoolean, readOptionalText, readText, readTexts, toParams, readList } from "../params.ts";
import { findOrganization, findUser } from "./find-by-code.ts";
import { readCodes, readItems } from "./read-items.ts";
import { readSelection } from "./read-selection.ts";
import { requireAdministrator } from "./require-administrator.ts";

const asAdmin = { reach: "live", right: "admin" } as const;

/** `PUT /v1/users.json` (administrators): users[{code, …}] (≤ 100); what is not sent stays → {}. */
export const putUsers: Operation = {
  ...asAdmin,
  method: "PUT",
  path: "/v1/users.json",
  run: ({ params, store, now }) => {
    for (const { item, path, code } of readItems(params, "users")) {
      store.users.update(findUser(store, code).code, readChange(item, path), now);
    }
    requireAdministrator(store);
    return {};
  },
};

const texts = [
  "email",
  "url",
  "employeeNumber",
  "phone",
  "mobilePhone",
  "extensionNumber",
  "description",
  "timezone",
] as const;

function readChange(item: Params, path: string): UserChange {
  const sent = texts.flatMap((key): [string, string][] => {
    const text = readOptionalText(item, key, `${path}.${key}`);
    return text === null ? [] : [[key, text]];
  });
  const isSent = (key: string): boolean => item[key] !== undefined && item[key] !== null;
  return {
    ...Object.fromEntries(sent),
    ...(isSent("name") && { name: readText(item, "name", `${path}.name`) }),
    ...(isSent("valid") && { valid: readBoolean(item, "valid") }),
    ...(isSent("locale") && { language: toLanguage(readOptionalText(item, "locale", `${path}.locale`)) }),
    ...(isSent("password") && { passwordHash: hashPasswordNow(readText(item, "password", `${path}.password`)) }),
  };
}

/** The languages that this platform speaks; others follow the browser. */
export function toLanguage(locale: string | null): "ja" | "en" | "auto" {
  return locale === "ja" || locale === "en" ? locale : "auto";
}

/** `DELETE /v1/users.json` (administrators): codes[] (≤ 100) → {}; records keep their codes. */
export const deleteUsers: Operation = {
  ...asAdmin,
  method: "DELETE",
  path: "/v1/users.json",
  run: ({ params, store }) => {
    for (const code of readCodes(params)) {
      store.users.remove(findUser(store, code).code);
    }
    requireAdministrator(store);
    return {};
  },
};

/** `PUT /v1/userOrganizations.json` (administrators): userOrganizations[{code, organizations[{orgCode}]}] → {}; the first one is primary. */
export const putUsersOrganizations: Operation = {
  ...asAdmin,
  method: "PUT",
  path: "/v1/userOrganizations.json",
  run: ({ params, store }) => {
    for (const { item, path, code } of readItems(params, "userOrganizations")) {
      const organizations = readList(item, "organizations").map((each, index) => {
        const at = `${path}.organizations[${index}]`;
        const entry = toParams(each);
        // Job titles do not exist here: one that is named is refused rather than lost.
        if (readOptionalText(entry, "titleCode", `${at}.titleCode`) !== null) {
          throw invalidParameter(`${at}.titleCode`, inputMessages.noTitles);
        }
        return findOrganization(store, readText(entry, "orgCode", `${at}.orgCode`)).code;
      });
      store.organizations.saveOfUser(findUser(store, code).code, organizations);
    }
    return {};
  },
};

/** `GET /v1/users/services.json`: codes[], offset, size → {users: [{code, services}]}. */
export const getUsersServices: Operation = {
  method: "GET",
  path: "/v1/users/services.json",
  reach: "live",
  right: "user",
  run: ({ params, store }) => ({
    users: readSelection(params, store.users.list()).map(({ code, usesKintone }) => ({
      code,
      services: usesKintone ? ["kintone"] : [],
    })),
  }),
};

const services = new Set(["kintone", "garoon", "office", "mailwise", "secure_access"]);

/** `PUT /v1/users/services.json` (administrators): users[{code, services[]}] → {}; only `kintone` means anything here. */
export const putUsersServices: Operation = {
  ...asAdmin,
  method: "PUT",
  path: "/v1/users/services.json",
  run: ({ params, store, now }) => {
    for (const { item, path, code } of readItems(params, "users")) {
      if (!Array.isArray(item["services"])) {
        throw invalidParameter(`${path}.services`, inputMessages.parameterRequired);
      }
      const wanted = readTexts(item, "services");
      if (wanted.some((service) => !services.has(service))) {
        throw invalidParameter(`${path}.services`, settingsText.notInEnum);
      }
      store.users.update(findUser(store, code).code, { usesKintone: wanted.includes("kintone") }, now);
    }
    requireAdministrator(store);
    return {};
  },
};
