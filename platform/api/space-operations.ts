import type { Operation } from "./operation.ts";
import { deleteGuests, postGuests } from "./guest/guest-accounts.ts";
import { putSpaceGuests } from "./guest/put-space-guests.ts";
import { postSearch } from "./search/post-search.ts";
import { getSpaceMembers, putSpaceMembers } from "./space/members.ts";
import { postAppMove } from "./space/post-app-move.ts";
import { postTemplateSpace } from "./space/post-template-space.ts";
import { deleteSpace, getSpace, putSpace, putSpaceBody } from "./space/spaces.ts";
import { postThread, postThreadComment, putThread } from "./space/threads.ts";
import { getAppsStatistics } from "./statistics/get-apps-statistics.ts";
import { getSpacesStatistics } from "./statistics/get-spaces-statistics.ts";

/** Spaces, their members and threads, the search through the whole domain and its figures. */
export const spaceOperations: readonly Operation[] = [
  getSpace,
  putSpace,
  deleteSpace,
  putSpaceBody,
  getSpaceMembers,
  putSpaceMembers,
  postThread,
  putThread,
  postThreadComment,
  postTemplateSpace,
  postAppMove,
  postGuests,
  deleteGuests,
  putSpaceGuests,
  getAppsStatistics,
  getSpacesStatistics,
  postSearch,
];
