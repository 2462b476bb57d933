import { createPlace, placeOf } from "../../settings/fault.ts";
import type { Operation } from "../operation.ts";
import { refuseFaults } from "../refuse-faults.ts";
import { findManagedSpace, findVisibleSpace, usersOf } from "./find-space.ts";
import { readMembers } from "./read-members.ts";

const path = "/k/v1/space/members.json";

/** `GET space/members.json`: who was added, then the users who belong only through a group or an organization. */
export const getSpaceMembers: Operation = {
  method: "GET",
  path,
  reach: "live",
  right: "user",
  run: (context) => {
    const { store } = context;
    const { members } = findVisibleSpace(context, "id");
    const named = new Set(members.filter(({ entity }) => entity.type === "USER").map(({ entity }) => entity.code));
    const implied = new Map<string, boolean>();
    for (const member of members.filter(({ entity }) => entity.type !== "USER")) {
      for (const code of usersOf(store, member).filter((user) => !named.has(user))) {
        implied.set(code, (implied.get(code) ?? false) || member.isAdmin);
      }
    }
    return {
      members: [
        ...members.map(({ entity, isAdmin, includeSubs }) => ({
          entity,
          isAdmin,
          ...(entity.type === "USER" ? { isImplicit: false } : {}),
          ...(entity.type === "ORGANIZATION" ? { includeSubs } : {}),
        })),
        ...[...implied].map(([code, isAdmin]) => ({ entity: { type: "USER", code }, isAdmin, isImplicit: true })),
      ],
    };
  },
};

/** `PUT space/members.json` (space administrators): replaces all members. */
export const putSpaceMembers: Operation = {
  method: "PUT",
  path,
  reach: "live",
  right: "user",
  run: (context) => {
    const { store, params, caller, now } = context;
    const space = findManagedSpace(context, "id");
    const place = createPlace();
    const members = readMembers(placeOf(place, "members"), params["members"], store);
    refuseFaults(place);
    store.spaces.save({ ...space, members, modifier: caller.code, modifiedAt: now.toISOString() });
    return {};
  },
};
