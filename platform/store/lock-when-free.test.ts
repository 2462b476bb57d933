import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, expect, it } from "vitest";
import { DataFolderInUse, lockDataFolder } from "./data-lock.ts";
import { lockWhenFree } from "./lock-when-free.ts";

let folder: string;

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), "machi-dx-lock-"));
});

afterEach(() => {
  rmSync(folder, { recursive: true, force: true });
});

it("takes the folder as soon as the one that held it gives it back", async () => {
  const unlock = lockDataFolder(folder);
  setTimeout(unlock, 100);
  const unlockSecond = await lockWhenFree(folder, 60_000);
  expect(() => lockDataFolder(folder)).toThrow(DataFolderInUse);
  unlockSecond();
});

it("says that the folder is in use when it stays so", async () => {
  lockDataFolder(folder);
  await expect(lockWhenFree(folder, 120)).rejects.toThrow(DataFolderInUse);
});
