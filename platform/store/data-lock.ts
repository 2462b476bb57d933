import { linkSync, readFileSync, renameSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";

/** Another running process works on the data folder. */
export class DataFolderInUse extends Error {
  constructor(dataDir: string, pid: number) {
    super(
      `データフォルダー「${dataDir}」は、ほかのプロセス（PID ${pid}）が使用中です。そのプロセスを終了するか、--data で別のフォルダーを指定してください。` +
        ` / The data folder "${dataDir}" is in use by another process (PID ${pid}). Stop that process or give another folder with --data.`,
    );
    this.name = "DataFolderInUse";
  }
}

type Owner = {
  readonly pid: number;
  /** When the process began, so that another process with a reused number is not taken for the owner. */
  readonly startedAt: string;
};

/** Folders this very process holds: its own pid in a lock file does not tell whether it still does. */
const heldHere = new Set<string>();

/**
 * Takes the data folder for this process and returns the function that gives it back. A lock left by a process that died
 * is taken over. Throws `DataFolderInUse` when its owner lives.
 */
export function lockDataFolder(dataDir: string): () => void {
  const path = join(dataDir, "lock.json");
  for (let attempt = 0; attempt < 5; attempt += 1) {
    if (createLock(path)) {
      heldHere.add(path);
      return () => {
        heldHere.delete(path);
        rmSync(path, { force: true });
      };
    }
    const owner = readOwner(path);
    if (owner && isAlive(owner, path)) {
      throw new DataFolderInUse(dataDir, owner.pid);
    }
    removeStale(path, owner);
  }
  throw new Error(`the lock ${path} could not be taken`);
}

/** The lock appears with its content at once, so that nobody reads it half-written and takes it for a broken one. */
function createLock(path: string): boolean {
  const draft = `${path}.${process.pid}.new`;
  writeFileSync(draft, JSON.stringify({ pid: process.pid, startedAt: startOf(process.pid) }));
  try {
    linkSync(draft, path);
    return true;
  } catch (error) {
    if (isCode(error, "EEXIST")) {
      return false;
    }
    throw error;
  } finally {
    rmSync(draft, { force: true });
  }
}

/** Moves the stale lock aside before deleting it: of two processes that both found it, only one succeeds. */
function removeStale(path: string, owner: Owner | null): void {
  const aside = `${path}.${process.pid}`;
  try {
    renameSync(path, aside);
  } catch (error) {
    if (isCode(error, "ENOENT")) {
      return;
    }
    throw error;
  }
  const moved = readOwner(aside);
  if (moved && (moved.pid !== owner?.pid || moved.startedAt !== owner.startedAt)) {
    // Someone else took the folder between our look and our move: put their lock back.
    renameSync(aside, path);
    return;
  }
  rmSync(aside, { force: true });
}

function readOwner(path: string): Owner | null {
  try {
    const value: unknown = JSON.parse(readFileSync(path, "utf8"));
    if (typeof value === "object" && value !== null && "pid" in value && "startedAt" in value) {
      return { pid: Number(value.pid), startedAt: String(value.startedAt) };
    }
    return null;
  } catch {
    // Gone, or damaged: no owner either way.
    return null;
  }
}

function isAlive({ pid, startedAt }: Owner, path: string): boolean {
  if (pid === process.pid) {
    return heldHere.has(path);
  }
  try {
    process.kill(pid, 0);
  } catch (error) {
    // EPERM: it lives and belongs to someone else.
    return isCode(error, "EPERM");
  }
  return startedAt === "" || startOf(pid) === startedAt;
}

/** The start time of a process in clock ticks since boot, from Linux's /proc; empty where there is none. */
function startOf(pid: number): string {
  try {
    const stat = readFileSync(`/proc/${pid}/stat`, "utf8");
    // The name in parentheses may contain spaces; field 22 of the line is field 20 after it.
    return stat.slice(stat.lastIndexOf(")") + 2).split(" ")[19] ?? "";
  } catch {
    return "";
  }
}

function isCode(error: unknown, code: string): boolean {
  return error instanceof Error && "code" in error && error.code === code;
}
