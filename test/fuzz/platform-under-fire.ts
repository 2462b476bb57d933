import { spawn } from "node:child_process";
import { once } from "node:events";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { createInterface } from "node:readline";
import { fuzzSeed } from "./fuzz-seed.ts";

export type PlatformUnderFire = {
  readonly url: string;
  /** What it wrote about itself since the last look: stacks of faults it did not expect. */
  readonly takeLog: () => string;
  /** Null while it lives. */
  readonly exitCode: () => number | null;
  readonly close: () => Promise<void>;
};

/** A platform as its own process over a new folder, so that a crash is seen as one. */
export async function startPlatformUnderFire(): Promise<PlatformUnderFire> {
  const folder = mkdtempSync(join(tmpdir(), "machi-dx-fuzz-"));
  const seedFile = join(folder, "seed.json");
  writeFileSync(seedFile, JSON.stringify(fuzzSeed));
  const main = resolve(import.meta.dirname, "../../platform/main.ts");
  const args = ["--import", "tsx", main, "--port", "0", "--data", join(folder, "data"), "--seed", seedFile];
  const child = spawn(process.execPath, args, { stdio: ["ignore", "pipe", "pipe"] });
  let log = "";
  child.stderr.setEncoding("utf8").on("data", (text: string) => {
    log = (log + text).slice(-20_000);
  });
  const url = await new Promise<string>((settle, refuse) => {
    createInterface(child.stdout).on("line", (line) => {
      if (line.startsWith("ready ")) {
        settle(line.slice("ready ".length));
      }
    });
    child.once("exit", () => refuse(new Error(`the platform did not start:\n${log}`)));
  });
  return {
    url,
    takeLog: () => {
      const text = log;
      log = "";
      return text;
    },
    exitCode: () => child.exitCode,
    close: async () => {
      if (child.exitCode === null) {
        child.kill("SIGTERM");
        await once(child, "exit");
      }
      rmSync(folder, { recursive: true, force: true });
    },
  };
}
