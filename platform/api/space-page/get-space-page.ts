import { PlatformError } from "../../platform-error.ts";
import type { Space } from "../../store/space-store.ts";
import type { Operation, OperationContext } from "../operation.ts";
import { findVisibleSpace, isMember, isSpaceAdmin } from "../space/find-space.ts";
import { toSpace } from "../space/to-space.ts";

/**
 * `GET /k/platform/space.json`: id → {space, members, threads, isMember}. Ours: the REST API has a space and its members, but does
 * not list threads.
 */
export const getSpacePage: Operation = {
  method: "GET",
  path: "/k/platform/space.json",
  reach: "live",
  right: "user",
  run: (context) => {
    const { store, caller } = context;
    const space = findShownSpace(context, "id");
    return {
      space: toSpace(store, space, caller),
      members: space.members.map(({ entity, isAdmin, includeSubs }) => ({
        ...entity,
        name: nameOf(context, entity),
        isAdmin,
        includeSubs,
      })),
      threads: store.spaces.threadsIn(space.id).map(({ id, name }) => ({
        id: String(id),
        name,
        isDefault: id === space.defaultThread,
        comments: store.spaces.commentsIn(id).length,
      })),
      isMember: isMember(store, space, caller),
      isAdmin: isSpaceAdmin(store, space, caller),
    };
  },
};

/** A space for its page: a guest space is there for its members only (help: 「ゲストスペースは、参加者以外のユーザーには非公開になります」). */
export function findShownSpace(context: OperationContext, parameter: string): Space {
  const space = findVisibleSpace(context, parameter);
  if (space.isGuest && !isMember(context.store, space, context.caller)) {
    throw new PlatformError("CB_NO02");
  }
  return space;
}

function nameOf({ store }: OperationContext, { type, code }: Space["members"][number]["entity"]): string {
  switch (type) {
    case "USER":
      return store.users.find(code)?.name ?? code;
    case "GROUP":
      return store.groups.find(code)?.name ?? code;
    case "ORGANIZATION":
      break;
  }
  return store.organizations.find(code)?.name ?? code;
}
