import { inputMessages } from "../../messages.ts";
import { openNoticed } from "../../notification/open-noticed.ts";
import { titleOfRecord } from "../../notification/title-of-record.ts";
import { invalidParameter } from "../../platform-error.ts";
import type { StoredNotice } from "../../store/inbox-store.ts";
import type { Operation, OperationContext } from "../operation.ts";
import { readInteger, readOptionalText } from "../params.ts";

const pageSize = 30;

/** `GET /k/platform/inbox.json`: filter? (all, unread, mentions), before? → {notices, more, unread}. Ours: kintone has no such API. */
export const getInbox: Operation = {
  method: "GET",
  path: "/k/platform/inbox.json",
  reach: "live",
  right: "user",
  run: (context) => {
    const { params, store, caller } = context;
    const filter = readOptionalText(params, "filter") ?? "all";
    if (filter !== "all" && filter !== "unread" && filter !== "mentions") {
      throw invalidParameter("filter", inputMessages.enumeration);
    }
    const before = readInteger(params, "before");
    const found = store.inbox.page(caller.code, { filter, before, limit: pageSize + 1 });
    return {
      notices: found.slice(0, pageSize).map((notice) => toRestNotice(context, notice)),
      more: found.length > pageSize,
      unread: store.inbox.countUnread(caller.code),
    };
  },
};

/** Names and titles as they are now: a copy kept in the notice would go on showing what has changed or been closed since. */
function toRestNotice({ store, caller, now }: OperationContext, notice: StoredNotice): unknown {
  const { id, appId, recordId, kind, title, status, commentId, actor, createdAt, isRead } = notice;
  const key = { appId, recordId };
  const record = store.records.find(appId, recordId);
  const access = record && openNoticed(store, record, { user: caller, now });
  return {
    id: String(id),
    kind,
    title,
    status,
    app: { id: String(appId), name: access?.settings.general.name ?? "" },
    record: { id: String(recordId), title: access && record ? titleOfRecord(access.settingsFor(record), record) : "" },
    comment:
      commentId === null || access === null ? null : (store.comments.find(key, commentId)?.text.trimEnd() ?? null),
    actor: actor === null ? null : { code: actor, name: store.users.find(actor)?.name ?? actor },
    createdAt,
    isRead,
  };
}
