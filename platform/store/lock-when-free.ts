import { setTimeout as wait } from "node:timers/promises";
import { DataFolderInUse, lockDataFolder } from "./data-lock.ts";

/**
 * Takes the data folder, waiting up to `patienceMs` for a process that is just ending: whoever stops the platform and starts it
 * again at once would otherwise be told that it is in use. Throws `DataFolderInUse` when it still is.
 */
export async function lockWhenFree(dataDir: string, patienceMs: number): Promise<() => void> {
  const deadline = Date.now() + patienceMs;
  for (;;) {
    try {
      return lockDataFolder(dataDir);
    } catch (error) {
      if (!(error instanceof DataFolderInUse) || Date.now() >= deadline) {
        throw error;
      }
    }
    await wait(50);
  }
}
