import { nextNumber } from "./counter.ts";
import type { Database, Row } from "./database.ts";
import { readInteger, readJson, readText } from "./row.ts";

export type SpaceMember = {
  readonly entity: { readonly type: "USER" | "GROUP" | "ORGANIZATION"; readonly code: string };
  readonly isAdmin: boolean;
  readonly includeSubs: boolean;
};

/** A space with the threads' common settings; threads and comments are kept apart. */
export type Space = {
  readonly id: number;
  readonly name: string;
  readonly isPrivate: boolean;
  readonly isGuest: boolean;
  readonly fixedMember: boolean;
  readonly useMultiThread: boolean;
  readonly showAnnouncement: boolean;
  readonly showThreadList: boolean;
  readonly showAppList: boolean;
  readonly showMemberList: boolean;
  readonly showRelatedLinkList: boolean;
  readonly createApp: "EVERYONE" | "ADMIN";
  readonly body: string;
  readonly members: readonly SpaceMember[];
  /** Codes of the guests in a guest space; missing = none. */
  readonly guests?: readonly string[];
  readonly defaultThread: number;
  readonly creator: string;
  readonly createdAt: string;
  readonly modifier: string;
  readonly modifiedAt: string;
};

export type Thread = { readonly id: number; readonly spaceId: number; readonly name: string; readonly body: string };

type ThreadComment = {
  readonly threadId: number;
  readonly text: string;
  readonly mentions: readonly { readonly type: string; readonly code: string }[];
  readonly fileKeys: readonly string[];
  readonly creator: string;
  readonly createdAt: string;
};

/** Where an app stands; apps without a place are in no space. */
export type AppPlace = { readonly appId: number; readonly spaceId: number; readonly threadId: number };

export type SpaceStore = {
  readonly find: (id: number) => Space | null;
  readonly list: () => readonly Space[];
  /** A new space with its default thread. */
  readonly add: (space: Omit<Space, "id" | "defaultThread">) => Space;
  readonly save: (space: Space) => void;
  /** Removes the space with its threads and their comments. */
  readonly remove: (id: number) => void;
  readonly findThread: (id: number) => Thread | null;
  readonly addThread: (thread: Omit<Thread, "id">) => Thread;
  readonly saveThread: (thread: Thread) => void;
  /** The threads of a space, oldest first. */
  readonly threadsIn: (spaceId: number) => readonly Thread[];
  readonly addComment: (comment: ThreadComment) => number;
  /** The comments of a thread, newest first. */
  readonly commentsIn: (threadId: number) => readonly (ThreadComment & { readonly id: number })[];
  /** The space in one of whose threads a file is attached; null = none. */
  readonly findHolderOf: (fileKey: string) => Space | null;
  readonly placeOf: (appId: number) => AppPlace | null;
  readonly appsIn: (spaceId: number) => readonly AppPlace[];
  /** `null`: into no space. */
  readonly place: (appId: number, at: { readonly spaceId: number; readonly threadId: number } | null) => void;
};

/** Spaces, their threads and which apps stand in them. */
export function createSpaceStore(db: Database): SpaceStore {
  const addThread = (thread: Omit<Thread, "id">): Thread => {
    const added = { ...thread, id: nextNumber(db, "thread") };
    db.run("INSERT INTO threads (id, space_id, json) VALUES (?, ?, ?)", added.id, added.spaceId, JSON.stringify(added));
    return added;
  };
  return {
    find: (id) => {
      const row = db.get("SELECT * FROM spaces WHERE id = ?", id);
      return row && toSpace(row);
    },
    list: () => db.all("SELECT * FROM spaces ORDER BY id").map(toSpace),
    add: (space) => {
      const id = nextNumber(db, "space");
      const thread = addThread({ spaceId: id, name: space.name, body: "" });
      const added = { ...space, id, defaultThread: thread.id };
      db.run("INSERT INTO spaces (id, json) VALUES (?, ?)", id, JSON.stringify(added));
      return added;
    },
    save: (space) => {
      db.run("UPDATE spaces SET json = ? WHERE id = ?", JSON.stringify(space), space.id);
    },
    remove: (id) => {
      db.run("DELETE FROM thread_comments WHERE thread_id IN (SELECT id FROM threads WHERE space_id = ?)", id);
      db.run("DELETE FROM threads WHERE space_id = ?", id);
      db.run("DELETE FROM spaces WHERE id = ?", id);
    },
    findThread: (id) => {
      const row = db.get("SELECT * FROM threads WHERE id = ?", id);
      return row && toThread(row);
    },
    addThread,
    saveThread: (thread) => {
      db.run("UPDATE threads SET json = ? WHERE id = ?", JSON.stringify(thread), thread.id);
    },
    threadsIn: (spaceId) => db.all("SELECT * FROM threads WHERE space_id = ? ORDER BY id", spaceId).map(toThread),
    commentsIn: (threadId) =>
      db.all("SELECT * FROM thread_comments WHERE thread_id = ? ORDER BY id DESC", threadId).flatMap((row) => {
        const json = readJson(row, "json");
        return isThreadComment(json) ? [{ ...json, id: readInteger(row, "id") }] : [];
      }),
    addComment: (comment) => {
      const id = nextNumber(db, "thread comment");
      const json = JSON.stringify(comment);
      db.run("INSERT INTO thread_comments (id, thread_id, json) VALUES (?, ?, ?)", id, comment.threadId, json);
      return id;
    },
    findHolderOf: (fileKey) => {
      const row = db.get(
        `SELECT spaces.* FROM spaces JOIN threads ON threads.space_id = spaces.id
         JOIN thread_comments ON thread_comments.thread_id = threads.id
         WHERE EXISTS (SELECT 1 FROM json_each(thread_comments.json, '$.fileKeys') WHERE value = ?)`,
        fileKey,
      );
      return row && toSpace(row);
    },
    placeOf: (appId) => {
      const row = db.get("SELECT * FROM app_places WHERE app_id = ?", appId);
      return row && toPlace(row);
    },
    appsIn: (spaceId) => db.all("SELECT * FROM app_places WHERE space_id = ? ORDER BY app_id", spaceId).map(toPlace),
    place: (appId, at) => {
      db.run("DELETE FROM app_places WHERE app_id = ?", appId);
      if (at !== null) {
        db.run("INSERT INTO app_places (app_id, space_id, thread_id) VALUES (?, ?, ?)", appId, at.spaceId, at.threadId);
      }
    },
  };
}

function toPlace(row: Row): AppPlace {
  return {
    appId: readInteger(row, "app_id"),
    spaceId: readInteger(row, "space_id"),
    threadId: readInteger(row, "thread_id"),
  };
}

/** Only this file writes the column, from `Space`. */
function isSpace(json: unknown): json is Space {
  return typeof json === "object" && json !== null && "members" in json && "defaultThread" in json;
}

function toSpace(row: Row): Space {
  const json = readJson(row, "json");
  if (!isSpace(json)) {
    throw new TypeError("the column holds no space");
  }
  return json;
}

/** Only this file writes the column, from `ThreadComment`. */
function isThreadComment(json: unknown): json is ThreadComment {
  return typeof json === "object" && json !== null && "threadId" in json && "fileKeys" in json;
}

function toThread(row: Row): Thread {
  const json = readJson(row, "json");
  const entries = new Map<string, unknown>(typeof json === "object" && json !== null ? Object.entries(json) : []);
  return {
    id: readInteger(row, "id"),
    spaceId: readInteger(row, "space_id"),
    name: readText({ name: entries.get("name") }, "name"),
    body: readText({ body: entries.get("body") }, "body"),
  };
}
