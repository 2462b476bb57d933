import { PlatformError } from "../../platform-error.ts";
import { isVisibleApp } from "../../permission/app-rights.ts";
import { loadAppRights } from "../../permission/load-access.ts";
import type { Space } from "../../store/space-store.ts";
import type { Operation, OperationContext } from "../operation.ts";
import { readId, readOptionalText } from "../params.ts";
import { listMembers } from "../space/find-space.ts";

type Person = { readonly code: string; readonly name: string };

/**
 * `GET /k/platform/space-people.json`: app, group? or organization? → {users, groups, organizations}: whom one can choose in an app
 * of a guest space, or which of them belong to that group or organization. Ours, for guests: the User API is closed to them.
 */
export const getSpacePeople: Operation = {
  method: "GET",
  path: "/k/platform/space-people.json",
  reach: "live",
  right: "user",
  run: (context) => {
    const { params, store } = context;
    const space = findGuestSpace(context);
    const group = readOptionalText(params, "group");
    const organization = readOptionalText(params, "organization");
    const wanted =
      group !== null
        ? new Set(store.groups.members(group))
        : organization !== null
          ? new Set(store.organizations.members(organization, true))
          : null;
    const users = listMembers(store, space).filter((code) => wanted?.has(code) ?? true);
    const entities = (type: "GROUP" | "ORGANIZATION"): readonly string[] =>
      wanted === null ? space.members.flatMap(({ entity }) => (entity.type === type ? [entity.code] : [])) : [];
    return {
      users: users.flatMap((code) => toPerson(store.users.find(code))),
      groups: entities("GROUP").flatMap((code) => toPerson(store.groups.find(code))),
      organizations: entities("ORGANIZATION").flatMap((code) => toPerson(store.organizations.find(code))),
    };
  },
};

/** The guest space in which an app stands that the caller sees; its members alone come this far. */
function findGuestSpace({ params, store, caller }: OperationContext): Space {
  const app = store.apps.find(readId(params, "app"));
  const spaceId = app === null ? null : (store.spaces.placeOf(app.id)?.spaceId ?? null);
  const space = spaceId === null ? null : store.spaces.find(spaceId);
  if (app === null || space?.isGuest !== true || !isVisibleApp(loadAppRights(store, app, caller))) {
    throw new PlatformError("CB_NO02");
  }
  return space;
}

function toPerson(entry: Person | null): Person[] {
  return entry === null ? [] : [{ code: entry.code, name: entry.name }];
}
