import { inputMessages } from "../../messages.ts";
import { invalidParameter } from "../../platform-error.ts";
import type { Store } from "../../store/store.ts";
import type { Operation } from "../operation.ts";
import { type Params, readOptionalText, readText } from "../params.ts";
import { findOrganization } from "./find-by-code.ts";
import { readCodes, readItems } from "./read-items.ts";

const asAdmin = { reach: "live", right: "admin" } as const;

/** `PUT /v1/organizations.json` (administrators): organizations[{code, name?, parentCode?, description?}] → {}; `parentCode` "" moves to the top. */
export const putOrganizations: Operation = {
  ...asAdmin,
  method: "PUT",
  path: "/v1/organizations.json",
  run: ({ params, store }) => {
    for (const { item, path, code } of readItems(params, "organizations")) {
      const before = findOrganization(store, code);
      store.organizations.update({
        code,
        name: item["name"] === undefined ? before.name : readText(item, "name", `${path}.name`),
        description: readOptionalText(item, "description", `${path}.description`) ?? before.description,
        parentCode: readParent(store, { item, path, code }, before.parentCode),
      });
    }
    return {};
  },
};

function readParent(
  store: Store,
  { item, path, code }: { readonly item: Params; readonly path: string; readonly code: string },
  before: string | null,
): string | null {
  const parent = readOptionalText(item, "parentCode", `${path}.parentCode`);
  if (parent === null || parent === "") {
    return parent === null ? before : null;
  }
  for (let at: string | null = parent; at !== null; at = findOrganization(store, at).parentCode) {
    if (at === code) {
      throw invalidParameter(`${path}.parentCode`, inputMessages.parentBelow);
    }
  }
  return parent;
}

/** `DELETE /v1/organizations.json` (administrators): codes[] → {}; that those below one then stand at the top is a guess. */
export const deleteOrganizations: Operation = {
  ...asAdmin,
  method: "DELETE",
  path: "/v1/organizations.json",
  run: ({ params, store }) => {
    for (const code of readCodes(params)) {
      store.organizations.remove(findOrganization(store, code).code);
    }
    return {};
  },
};
