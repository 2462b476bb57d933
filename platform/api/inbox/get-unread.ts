import type { Operation } from "../operation.ts";

/** `GET /k/platform/inbox/unread.json` → {unread}: what the header shows, asked for at most once a minute. */
export const getUnread: Operation = {
  method: "GET",
  path: "/k/platform/inbox/unread.json",
  reach: "live",
  right: "user",
  run: ({ store, caller }) => ({ unread: store.inbox.countUnread(caller.code) }),
};
