import { inputMessages } from "../../messages.ts";
import { invalidParameter } from "../../platform-error.ts";
import type { Operation } from "../operation.ts";
import { readBoolean, readIds } from "../params.ts";

/** `PUT /k/platform/inbox.json`: ids or all, read → {unread}. Marks the caller's own notices as read or unread. */
export const putInbox: Operation = {
  method: "PUT",
  path: "/k/platform/inbox.json",
  reach: "live",
  right: "user",
  run: ({ params, store, caller }) => {
    const all = readBoolean(params, "all");
    const ids = readIds(params, "ids");
    if (!all && ids.length === 0) {
      throw invalidParameter("ids", inputMessages.parameterRequired);
    }
    store.inbox.mark(caller.code, all ? null : ids, readBoolean(params, "read"));
    return { unread: store.inbox.countUnread(caller.code) };
  },
};
