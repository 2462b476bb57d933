import type { Database, Row } from "./database.ts";
import { readInteger, readOptionalText, readText } from "./row.ts";
import type { RecordKey } from "./comment-store.ts";

/** Why someone is told of a record. */
const noticeKinds = [
  "mention",
  "assigned",
  "perRecord",
  "commentAdded",
  "statusChanged",
  "recordAdded",
  "recordEdited",
  "fileImported",
  "reminder",
] as const;

export type NoticeKind = (typeof noticeKinds)[number];

/** What is told, whoever receives it. */
type Notice = {
  readonly kind: NoticeKind;
  /** The subject from the settings of per-record notifications and reminders, else "". */
  readonly title: string;
  /** The status the record was moved to, else "". */
  readonly status: string;
  readonly commentId: number | null;
  /** Who did it; null for reminders. */
  readonly actor: string | null;
  readonly createdAt: string;
};

export type StoredNotice = Notice & RecordKey & { readonly id: number; readonly isRead: boolean };

type InboxFilter = "all" | "unread" | "mentions";

export type InboxStore = {
  readonly add: (userCode: string, key: RecordKey, notice: Notice) => void;
  /** Newest first; `before` is the id that the page before ended with. */
  readonly page: (
    userCode: string,
    page: { readonly filter: InboxFilter; readonly before: number | null; readonly limit: number },
  ) => readonly StoredNotice[];
  readonly countUnread: (userCode: string) => number;
  /** Marks some notices of a user, or with null all of them. */
  readonly mark: (userCode: string, ids: readonly number[] | null, read: boolean) => void;
  /** Drops what a deleted record left behind. */
  readonly removeOfRecord: (key: RecordKey) => void;
};

const conditions: Readonly<Record<InboxFilter, string>> = {
  all: "1",
  unread: "is_read = 0",
  mentions: "kind = 'mention'",
};

/** What each user has been notified of. */
export function createInboxStore(db: Database): InboxStore {
  return {
    add: (userCode, { appId, recordId }, notice) => {
      db.run(
        `INSERT INTO inbox (user_code, app_id, record_id, kind, title, status, comment_id, actor, created_at, is_read)
         VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, 0)`,
        userCode,
        appId,
        recordId,
        notice.kind,
        notice.title,
        notice.status,
        notice.commentId,
        notice.actor,
        notice.createdAt,
      );
    },
    page: (userCode, { filter, before, limit }) =>
      db
        .all(
          `SELECT * FROM inbox WHERE user_code = ? AND id < ? AND ${conditions[filter]} ORDER BY id DESC LIMIT ?`,
          userCode,
          before ?? Number.MAX_SAFE_INTEGER,
          limit,
        )
        .map(toNotice),
    countUnread: (userCode) => {
      const row = db.get("SELECT count(*) AS count FROM inbox WHERE user_code = ? AND is_read = 0", userCode);
      return row ? readInteger(row, "count") : 0;
    },
    mark: (userCode, ids, read) => {
      const value = read ? 1 : 0;
      if (ids === null) {
        db.run("UPDATE inbox SET is_read = ? WHERE user_code = ?", value, userCode);
        return;
      }
      for (const id of ids) {
        db.run("UPDATE inbox SET is_read = ? WHERE user_code = ? AND id = ?", value, userCode, id);
      }
    },
    removeOfRecord: ({ appId, recordId }) => {
      db.run("DELETE FROM inbox WHERE app_id = ? AND record_id = ?", appId, recordId);
    },
  };
}

function toNotice(row: Row): StoredNotice {
  const kind = readText(row, "kind");
  const known = noticeKinds.find((each) => each === kind);
  if (known === undefined) {
    throw new TypeError(`a notice is of an unknown kind ${kind}`);
  }
  return {
    id: readInteger(row, "id"),
    appId: readInteger(row, "app_id"),
    recordId: readInteger(row, "record_id"),
    kind: known,
    title: readText(row, "title"),
    status: readText(row, "status"),
    commentId: row["comment_id"] === null ? null : readInteger(row, "comment_id"),
    actor: readOptionalText(row, "actor"),
    createdAt: readText(row, "created_at"),
    isRead: readInteger(row, "is_read") === 1,
  };
}
