import { spawn } from "node:child_process";
import { once } from "node:events";
import { existsSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { DataFolderInUse, lockDataFolder } from "./data-lock.ts";

let folder: string;

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), "machi-dx-lock-"));
});

afterEach(() => {
  rmSync(folder, { recursive: true, force: true });
});

function writeLock(content: string): void {
  writeFileSync(join(folder, "lock.json"), content);
}

describe("the lock of a data folder", () => {
  it("keeps a second one out until it is given back", () => {
    const unlock = lockDataFolder(folder);
    expect(() => lockDataFolder(folder)).toThrow(DataFolderInUse);
    unlock();
    expect(existsSync(join(folder, "lock.json"))).toBe(false);
    expect(lockDataFolder(folder)).not.toThrow();
  });

  it("is taken over from a process that is gone", async () => {
    const child = spawn(process.execPath, ["-e", ""]);
    await once(child, "exit");
    writeLock(JSON.stringify({ pid: child.pid, startedAt: "1" }));
    expect(lockDataFolder(folder)).not.toThrow();
  });

  it("is taken over when another process got the number of the dead one", () => {
    writeLock(JSON.stringify({ pid: process.ppid, startedAt: "not when it began" }));
    expect(lockDataFolder(folder)).not.toThrow();
  });

  it("is taken over when its file is damaged", () => {
    writeLock('{"pid":');
    expect(lockDataFolder(folder)).not.toThrow();
  });

  it("is respected while its process lives", () => {
    writeLock(JSON.stringify({ pid: process.ppid, startedAt: "" }));
    expect(() => lockDataFolder(folder)).toThrow(String(process.ppid));
  });
});
