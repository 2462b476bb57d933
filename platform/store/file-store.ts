import type { StoredFileReference } from "./app-settings.ts";
import type { Database, Row } from "./database.ts";
import { readBytes, readInteger, readText } from "./row.ts";
import { randomBytes, randomUUID } from "node:crypto";

type FileContent = {
  readonly name: string;
  readonly contentType: string;
  readonly bytes: Uint8Array;
};

/**
 * Files in records and settings. kintone has two kinds of key (fact sheet §5.6): the upload key attaches once, the key
 * found in a record or in settings downloads. The one never works as the other.
 */
export type FileStore = {
  /** Stores an uploaded file and returns its upload key. */
  readonly upload: (file: FileContent & { readonly uploader: string }, now: Date) => string;
  /** Uses up an upload key: the file is kept from now on, under the returned download key. Null: no such upload. */
  readonly attach: (uploadKey: string, now: Date) => StoredFileReference | null;
  /** Uses up an upload key and gives its content (what a plugin installation reads). Null: no such upload. */
  readonly take: (uploadKey: string, now: Date) => FileContent | null;
  /** The content behind a download key. */
  readonly read: (downloadKey: string) => FileContent | null;
  readonly remove: (downloadKey: string) => void;
  readonly removeExpired: (now: Date) => void;
};

/** An upload that is not attached within three days is dropped. */
const uploadLifetimeMs = 3 * 24 * 60 * 60 * 1000;

/** Files live in the data file itself, so that a record and its attachments commit together. */
export function createFileStore(db: Database): FileStore {
  const findUpload = (uploadKey: string, now: Date): Row | null =>
    db.get(
      "SELECT * FROM files WHERE upload_key = ? AND download_key IS NULL AND created_at > ?",
      uploadKey,
      oldestUpload(now),
    );
  const readContent = (row: Row): FileContent => {
    const stored = db.get("SELECT bytes FROM file_bytes WHERE file_id = ?", readInteger(row, "id"));
    return {
      name: readText(row, "name"),
      contentType: readText(row, "content_type"),
      bytes: stored ? readBytes(stored, "bytes") : new Uint8Array(),
    };
  };
  return {
    upload: ({ name, contentType, bytes, uploader }, now) => {
      const key = randomUUID();
      const row = db.get(
        "INSERT INTO files (upload_key, name, content_type, size, uploader, created_at) VALUES (?, ?, ?, ?, ?, ?) RETURNING id",
        key,
        name,
        contentType,
        bytes.byteLength,
        uploader,
        now.toISOString(),
      );
      if (!row) {
        throw new Error("the file was not stored");
      }
      db.run("INSERT INTO file_bytes (file_id, bytes) VALUES (?, ?)", readInteger(row, "id"), bytes);
      return key;
    },
    attach: (uploadKey, now) => {
      const row = findUpload(uploadKey, now);
      if (!row) {
        return null;
      }
      const fileKey = createDownloadKey(now);
      db.run("UPDATE files SET download_key = ? WHERE id = ?", fileKey, readInteger(row, "id"));
      return {
        fileKey,
        name: readText(row, "name"),
        contentType: readText(row, "content_type"),
        size: String(readInteger(row, "size")),
      };
    },
    take: (uploadKey, now) => {
      const row = findUpload(uploadKey, now);
      if (!row) {
        return null;
      }
      const content = readContent(row);
      db.run("DELETE FROM files WHERE id = ?", readInteger(row, "id"));
      return content;
    },
    read: (downloadKey) => {
      const row = db.get("SELECT * FROM files WHERE download_key = ?", downloadKey);
      return row && readContent(row);
    },
    remove: (downloadKey) => {
      db.run("DELETE FROM files WHERE download_key = ?", downloadKey);
    },
    removeExpired: (now) => {
      db.run("DELETE FROM files WHERE download_key IS NULL AND created_at <= ?", oldestUpload(now));
    },
  };
}

function oldestUpload(now: Date): string {
  return new Date(now.getTime() - uploadLifetimeMs).toISOString();
}

/** In kintone's style: the time in digits, then hexadecimal digits; 50 characters. */
function createDownloadKey(now: Date): string {
  const time = now.toISOString().replaceAll(/\D/gu, "").slice(0, 14);
  return time + randomBytes(18).toString("hex").toUpperCase();
}
