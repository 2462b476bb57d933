import { getInbox } from "./inbox/get-inbox.ts";
import { getUnread } from "./inbox/get-unread.ts";
import { postFileImported } from "./inbox/post-file-imported.ts";
import { putInbox } from "./inbox/put-inbox.ts";
import { getGeneralNotifications } from "./notifications/get-general.ts";
import { getPerRecordNotifications } from "./notifications/get-per-record.ts";
import { getReminderNotifications } from "./notifications/get-reminder.ts";
import { putGeneralNotifications } from "./notifications/put-general.ts";
import { putPerRecordNotifications } from "./notifications/put-per-record.ts";
import { putReminderNotifications } from "./notifications/put-reminder.ts";
import type { Operation } from "./operation.ts";
import { deleteRecordComment } from "./record/comment-delete.ts";
import { postRecordComment } from "./record/comment-post.ts";
import { getRecordComments } from "./record/comments-get.ts";

/** Comments, the notification settings, and the inbox that notifications arrive in. */
export const notificationOperations: readonly Operation[] = [
  getRecordComments,
  postRecordComment,
  deleteRecordComment,
  getGeneralNotifications,
  putGeneralNotifications,
  getPerRecordNotifications,
  putPerRecordNotifications,
  getReminderNotifications,
  putReminderNotifications,
  getInbox,
  putInbox,
  getUnread,
  postFileImported,
];
