import { chmodSync, copyFileSync, existsSync, mkdirSync, readdirSync, renameSync, rmSync, statSync } from "node:fs";
import { join } from "node:path";
import Libsql from "libsql";
import { PlatformError } from "../platform-error.ts";
import type { Database } from "../store/database.ts";

export type Snapshot = {
  readonly name: string;
  readonly file: string;
  readonly size: string;
  readonly createdAt: string;
};

/** A name becomes a file name, so it holds nothing that leads elsewhere. */
export const snapshotNamePattern = /^[\w-]{1,64}$/u;

const dataFileName = "platform.sqlite";

export function toDataFile(dataDir: string): string {
  return join(dataDir, dataFileName);
}

export function toSnapshotFile(dataDir: string, name: string): string {
  return join(dataDir, "snapshots", `${name}.sqlite`);
}

/** Writes the whole domain as it is now into one file of the data folder; a snapshot of that name is replaced at once. */
export function saveSnapshot(db: Database, dataDir: string, name: string): Snapshot {
  const file = toSnapshotFile(dataDir, name);
  mkdirSync(join(dataDir, "snapshots"), { recursive: true, mode: 0o700 });
  writeDatabaseCopy(db, file);
  return describe(dataDir, name);
}

/** SQLite's own copy: whole and free of half transactions, whatever the log file holds. */
export function writeDatabaseCopy(db: Database, file: string): void {
  const draft = `${file}.new`;
  rmSync(draft, { force: true });
  db.exec(`VACUUM INTO '${draft.replaceAll("'", "''")}'`);
  // It holds password hashes and sessions.
  chmodSync(draft, 0o600);
  renameSync(draft, file);
}

/** All snapshots, the newest first. */
export function listSnapshots(dataDir: string): readonly Snapshot[] {
  const folder = join(dataDir, "snapshots");
  const names = existsSync(folder) ? readdirSync(folder) : [];
  return names
    .filter((name) => name.endsWith(".sqlite"))
    .map((name) => describe(dataDir, name.slice(0, -".sqlite".length)))
    .toSorted((left, right) => (left.createdAt < right.createdAt ? 1 : -1));
}

export function removeSnapshot(dataDir: string, name: string): void {
  rmSync(toSnapshotFile(dataDir, name), { force: true });
}

/**
 * Lays a copy of a snapshot beside the data file and returns the step that puts it in its place: `replace` runs when the
 * data file is closed. A file that is no snapshot is refused before anything is touched.
 */
export function prepareRestore(dataDir: string, snapshotFile: string): { readonly replace: () => void } {
  if (!existsSync(snapshotFile)) {
    throw new PlatformError("PLATFORM_NO_SNAPSHOT");
  }
  const target = toDataFile(dataDir);
  const draft = `${target}.restore`;
  copyFileSync(snapshotFile, draft);
  chmodSync(draft, 0o600);
  if (!isWhole(draft)) {
    rmSync(draft, { force: true });
    throw new PlatformError("PLATFORM_NO_SNAPSHOT");
  }
  return {
    replace: () => {
      // A log of the old file beside the new one would be read into it.
      for (const suffix of ["-wal", "-shm"]) {
        rmSync(target + suffix, { force: true });
        rmSync(draft + suffix, { force: true });
      }
      renameSync(draft, target);
    },
  };
}

function isWhole(file: string): boolean {
  try {
    const connection = new Libsql(file);
    try {
      const rows: unknown = connection.prepare("PRAGMA integrity_check").all();
      const tables = connection
        .prepare("SELECT name FROM sqlite_master WHERE type = 'table' AND name IN ('users', 'apps', 'records')")
        .all();
      return JSON.stringify(rows).includes('"ok"') && tables.length === 3;
    } finally {
      connection.close();
    }
  } catch {
    return false;
  }
}

function describe(dataDir: string, name: string): Snapshot {
  const file = toSnapshotFile(dataDir, name);
  const { size, mtime } = statSync(file);
  return { name, file, size: String(size), createdAt: mtime.toISOString() };
}
