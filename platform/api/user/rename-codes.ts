import { PlatformError } from "../../platform-error.ts";
import { isAccount } from "../../store/api-user.ts";
import { builtInGroups } from "../../store/group-store.ts";
import type { Store } from "../../store/store.ts";
import type { Operation } from "../operation.ts";
import { type Params, readList, readText, toParams } from "../params.ts";
import { type Renaming, renamePrincipal } from "../principal/rename-principal.ts";
import { findGroup, findOrganization, findUser } from "./find-by-code.ts";
import { checkNewCode, readItems } from "./read-items.ts";

const kinds = {
  USER: {
    path: "/v1/users/codes.json",
    find: findUser,
    isTaken: (store: Store, code: string): boolean => {
      const user = store.users.find(code);
      return user !== null && isAccount(user);
    },
  },
  GROUP: {
    path: "/v1/groups/codes.json",
    find: findGroup,
    isTaken: (store: Store, code: string): boolean => store.groups.find(code) !== null,
  },
  ORGANIZATION: {
    path: "/v1/organizations/codes.json",
    find: findOrganization,
    isTaken: (store: Store, code: string): boolean => store.organizations.find(code) !== null,
  },
} as const;

/** `PUT /v1/{users,groups,organizations}/codes.json` (administrators): codes[{currentCode, newCode}] (≤ 100) → {}. */
export const renameOperations: readonly Operation[] = (["USER", "GROUP", "ORGANIZATION"] as const).map((kind) => ({
  method: "PUT",
  path: kinds[kind].path,
  reach: "live",
  right: "admin",
  run: ({ params, store }) => {
    for (const renaming of readRenamings(params, kind)) {
      const { find, isTaken } = kinds[kind];
      find(store, renaming.from);
      if (kind === "GROUP" && builtInGroups.includes(renaming.from)) {
        throw new PlatformError("PLATFORM_BUILT_IN_GROUP", { code: renaming.from });
      }
      if (renaming.to !== renaming.from) {
        checkNewCode(renaming.to, `${renaming.path}.newCode`, (code) => isTaken(store, code));
        renamePrincipal(store, renaming);
      }
    }
    return {};
  },
}));

function readRenamings(params: Params, kind: Renaming["kind"]): readonly (Renaming & { readonly path: string })[] {
  const codes = readList(params, "codes").map((each, index) => {
    const item = toParams(each);
    return { code: readText(item, "currentCode", `codes[${index}].currentCode`), newCode: item["newCode"] };
  });
  return readItems({ codes }, "codes").map(({ item, path, code }) => ({
    kind,
    path,
    from: code,
    to: readText(item, "newCode", `${path}.newCode`),
  }));
}
