import { cpSync, existsSync, mkdirSync, readdirSync, rmSync } from "node:fs";
import { join } from "node:path";
import { PlatformError } from "../platform-error.ts";
import { toDataFile } from "./snapshots.ts";

/** A domain of its own beside the first one: own port, own data folder, own accounts. */
type OpenDomain = { readonly id: string; readonly url: string };

type RunningDomain = { readonly url: string; readonly close: () => Promise<void> };

export type DomainSet = {
  readonly list: () => readonly OpenDomain[];
  /** `snapshotFile` and `seed`: what it starts with; without both it is new. */
  readonly open: (start: { readonly snapshotFile: string | null; readonly seed: unknown }) => Promise<OpenDomain>;
  /** Closes a domain and deletes its data. False: there is none of that id. */
  readonly close: (id: string) => Promise<boolean>;
  readonly closeAll: () => Promise<void>;
};

/** Each holds two listening sockets and a data file. */
const mostDomains = 64;

/** The further domains of one server. They are for a test each: their data goes with them. */
export function createDomainSet(
  dataDir: string,
  start: (options: { readonly dataDir: string; readonly seed: unknown }) => Promise<RunningDomain>,
): DomainSet {
  const folder = join(dataDir, "domains");
  const domains = new Map<string, RunningDomain>();
  let next = 1;
  let opening = 0;
  const close = async (id: string): Promise<boolean> => {
    const domain = domains.get(id);
    if (domain === undefined) {
      return false;
    }
    domains.delete(id);
    await domain.close();
    rmSync(join(folder, id), { recursive: true, force: true });
    return true;
  };
  return {
    list: () => [...domains].map(([id, { url }]) => ({ id, url })),
    open: async ({ snapshotFile, seed }) => {
      if (domains.size + opening >= mostDomains) {
        throw new PlatformError("PLATFORM_DOMAINS", { limit: mostDomains });
      }
      if (snapshotFile !== null && !existsSync(snapshotFile)) {
        throw new PlatformError("PLATFORM_NO_SNAPSHOT");
      }
      const id = String(next++);
      const own = join(folder, id);
      opening += 1;
      try {
        mkdirSync(own, { recursive: true, mode: 0o700 });
        if (snapshotFile !== null) {
          cpSync(snapshotFile, toDataFile(own));
        }
        const domain = await start({ dataDir: own, seed });
        domains.set(id, domain);
        return { id, url: domain.url };
      } catch (error) {
        rmSync(own, { recursive: true, force: true });
        throw error;
      } finally {
        opening -= 1;
      }
    },
    close,
    closeAll: async () => {
      await Promise.all([...domains.keys()].map(close));
    },
  };
}

/** What a killed process left behind: nobody holds these domains any more. Call it with the data folder's lock held. */
export function removeLeftDomains(dataDir: string): void {
  const folder = join(dataDir, "domains");
  for (const name of existsSync(folder) ? readdirSync(folder) : []) {
    rmSync(join(folder, name), { recursive: true, force: true });
  }
}
