import type { Operation } from "./operation.ts";
import { getSpaceMembers, putSpaceMembers } from "./space/members.ts";
import { postAppMove } from "./space/post-app-move.ts";
import { postTemplateSpace } from "./space/post-template-space.ts";
import { deleteGuests, postGuests, putSpaceGuests } from "./space/refuse-guests.ts";
import { deleteSpace, getSpace, putSpace, putSpaceBody } from "./space/spaces.ts";
import { postThread, postThreadComment, putThread } from "./space/threads.ts";
import { getAppsStatistics } from "./statistics/get-apps-statistics.ts";
import { getSpacesStatistics } from "./statistics/get-spaces-statistics.ts";

/** Spaces, their members and threads, and the figures of the whole domain. Accounts of guests are refused. */
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
];
