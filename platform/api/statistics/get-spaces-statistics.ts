import { toPerson } from "../app/to-app.ts";
import type { Operation } from "../operation.ts";
import { readPage } from "../read-page.ts";
import { listMembers, usersOf } from "../space/find-space.ts";

/** `GET spaces/statistics.json` (system administrators). */
export const getSpacesStatistics: Operation = {
  method: "GET",
  path: "/k/v1/spaces/statistics.json",
  reach: "live",
  right: "admin",
  run: ({ params, store }) => {
    const { limit, offset } = readPage(params, { limit: 100, most: 100 });
    return {
      spaces: store.spaces
        .list()
        .slice(offset, offset + limit)
        .map((space) => ({
          id: String(space.id),
          name: space.name,
          isPrivate: space.isPrivate,
          isGuest: space.isGuest,
          memberCount: String(listMembers(store, space).length),
          administratorCount: String(
            new Set(space.members.filter(({ isAdmin }) => isAdmin).flatMap((member) => usersOf(store, member))).size,
          ),
          creator: toPerson(store, space.creator),
          createdAt: space.createdAt,
          modifier: toPerson(store, space.modifier),
          modifiedAt: space.modifiedAt,
        })),
    };
  },
};
