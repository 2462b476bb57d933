import { nextNumber } from "./counter.ts";
import type { Database, Row } from "./database.ts";
import { readInteger, readJson, readText } from "./row.ts";

export type Mention = { readonly code: string; readonly type: "USER" | "GROUP" | "ORGANIZATION" };

export type StoredComment = {
  readonly appId: number;
  readonly recordId: number;
  /** Counted within the record, from 1; never given twice. */
  readonly id: number;
  /** As it is answered: names of the mentioned first, a space at the end. */
  readonly text: string;
  readonly mentions: readonly Mention[];
  readonly creator: string;
  readonly createdAt: string;
};

/** Which record comments are about. */
export type RecordKey = { readonly appId: number; readonly recordId: number };

export type CommentStore = {
  readonly add: (comment: Omit<StoredComment, "id">) => StoredComment;
  readonly find: (key: RecordKey, id: number) => StoredComment | null;
  /** One page by id; `newestFirst` turns the order round. */
  readonly page: (
    key: RecordKey,
    page: { readonly newestFirst: boolean; readonly offset: number; readonly limit: number },
  ) => readonly StoredComment[];
  readonly count: (key: RecordKey) => number;
  /** All of an app, by record and id. */
  readonly inApp: (appId: number) => readonly StoredComment[];
  /** The codes of everyone who has a comment there. */
  readonly authors: (key: RecordKey) => readonly string[];
  readonly remove: (key: RecordKey, id: number) => void;
  readonly removeAll: (key: RecordKey) => void;
};

const ofRecord = "app_id = ? AND record_id = ?";

/** Comments on records. */
export function createCommentStore(db: Database): CommentStore {
  return {
    add: (comment) => {
      const { appId, recordId, text, mentions, creator, createdAt } = comment;
      const id = nextNumber(db, `comment:${appId}:${recordId}`);
      db.run(
        "INSERT INTO comments (app_id, record_id, id, text, mentions, creator, created_at) VALUES (?, ?, ?, ?, ?, ?, ?)",
        appId,
        recordId,
        id,
        text,
        JSON.stringify(mentions),
        creator,
        createdAt,
      );
      return { ...comment, id };
    },
    find: ({ appId, recordId }, id) => {
      const row = db.get(`SELECT * FROM comments WHERE ${ofRecord} AND id = ?`, appId, recordId, id);
      return row && toComment(row);
    },
    page: ({ appId, recordId }, { newestFirst, offset, limit }) =>
      db
        .all(
          `SELECT * FROM comments WHERE ${ofRecord} ORDER BY id ${newestFirst ? "DESC" : "ASC"} LIMIT ? OFFSET ?`,
          appId,
          recordId,
          limit,
          offset,
        )
        .map(toComment),
    inApp: (appId) => db.all("SELECT * FROM comments WHERE app_id = ? ORDER BY record_id, id", appId).map(toComment),
    count: ({ appId, recordId }) => {
      const row = db.get(`SELECT count(*) AS count FROM comments WHERE ${ofRecord}`, appId, recordId);
      return row ? readInteger(row, "count") : 0;
    },
    authors: ({ appId, recordId }) =>
      db
        .all(`SELECT DISTINCT creator FROM comments WHERE ${ofRecord} ORDER BY creator`, appId, recordId)
        .map((row) => readText(row, "creator")),
    remove: ({ appId, recordId }, id) => {
      db.run(`DELETE FROM comments WHERE ${ofRecord} AND id = ?`, appId, recordId, id);
    },
    removeAll: ({ appId, recordId }) => {
      db.run(`DELETE FROM comments WHERE ${ofRecord}`, appId, recordId);
      db.run("DELETE FROM counters WHERE name = ?", `comment:${appId}:${recordId}`);
    },
  };
}

function toComment(row: Row): StoredComment {
  const mentions = readJson(row, "mentions");
  return {
    appId: readInteger(row, "app_id"),
    recordId: readInteger(row, "record_id"),
    id: readInteger(row, "id"),
    text: readText(row, "text"),
    mentions: isMentions(mentions) ? mentions : [],
    creator: readText(row, "creator"),
    createdAt: readText(row, "created_at"),
  };
}

/** Only this file writes the column, from `Mention[]`. */
function isMentions(json: unknown): json is readonly Mention[] {
  return Array.isArray(json);
}
