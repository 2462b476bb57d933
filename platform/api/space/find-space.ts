import { PlatformError } from "../../platform-error.ts";
import type { Space, SpaceMember } from "../../store/space-store.ts";
import type { Store } from "../../store/store.ts";
import type { User } from "../../store/user-store.ts";
import type { OperationContext } from "../operation.ts";
import { readId } from "../params.ts";

/** The space that a call names, for who may see it: anyone a public one, members a private one. */
export function findVisibleSpace(context: OperationContext, parameter: string): Space {
  const space = findSpace(context.store, readId(context.params, parameter));
  if ((space.isPrivate || context.caller.isGuest) && !isMember(context.store, space, context.caller)) {
    throw new PlatformError("CB_NO02");
  }
  return space;
}

/** The space that a call names, for its administrators. */
export function findManagedSpace(context: OperationContext, parameter: string): Space {
  const space = findVisibleSpace(context, parameter);
  if (!isSpaceAdmin(context.store, space, context.caller)) {
    throw new PlatformError("CB_NO02");
  }
  return space;
}

/** The space with this id; what kintone answers when there is none was not measured. */
export function findSpace(store: Store, id: number): Space {
  const space = store.spaces.find(id);
  if (space === null) {
    throw new PlatformError("GAIA_SP01", { id });
  }
  return space;
}

/** Whether someone belongs to a space, by themselves or through a group or an organization; a guest, when they were asked in. */
export function isMember(store: Store, space: Space, user: User): boolean {
  return user.isGuest
    ? space.guests?.includes(user.code) === true
    : space.members.some((member) => usersOf(store, member).includes(user.code));
}

export function isSpaceAdmin(store: Store, space: Space, user: User): boolean {
  return space.members.some((member) => member.isAdmin && usersOf(store, member).includes(user.code));
}

/** The codes of the users that one entry of the list of members stands for. */
export function usersOf(store: Store, { entity, includeSubs }: SpaceMember): readonly string[] {
  switch (entity.type) {
    case "USER":
      return [entity.code];
    case "GROUP":
      return store.groups.members(entity.code);
    case "ORGANIZATION":
      break;
  }
  return store.organizations.members(entity.code, includeSubs);
}

/** Everyone who belongs to a space, each once. */
export function listMembers(store: Store, space: Space): readonly string[] {
  return [...new Set([...space.members.flatMap((member) => usersOf(store, member)), ...(space.guests ?? [])])];
}
