import { type ChildProcess, spawn } from "node:child_process";
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import type { Readable } from "node:stream";
import { setTimeout as sleep } from "node:timers/promises";

const root = resolve(import.meta.dirname, "../..");

export type Product = {
  readonly url: string;
  readonly dataDir: string;
  /** Everything printed so far. */
  readonly output: () => string;
  /** Ends it as an administrator would, with Ctrl+C. */
  readonly stop: () => Promise<void>;
  /** Ends every process of it at once, as a power cut would. */
  readonly kill: () => Promise<void>;
};

/**
 * Starts the whole product as `npm start` does and waits for its `ready` line.
 * Rejects with what was printed when it ends first, or after `deadlineMs`.
 */
export async function startProduct(
  options: { dataDir?: string; args?: string[]; deadlineMs?: number } = {},
): Promise<Product> {
  const dataDir = options.dataDir ?? (await mkdtemp(join(tmpdir(), "machi-dx-e2e-")));
  const child = spawn(
    process.execPath,
    ["scripts/bootstrap.mjs", "start", "--port", "0", "--data", dataDir, "--no-open", ...(options.args ?? [])],
    // A group of its own, so that all its processes can be killed together.
    { cwd: root, stdio: ["ignore", "pipe", "pipe"], env: { ...process.env, CI: "true" }, detached: true },
  );
  const { url, output } = await waitForReady(child, options.deadlineMs ?? 240_000);
  return { url, dataDir, output, stop: () => endGroup(child, "SIGINT"), kill: () => endGroup(child, "SIGKILL") };
}

/** Removes a data folder that a test no longer needs. */
export async function removeData(dataDir: string): Promise<void> {
  await rm(dataDir, { recursive: true, force: true });
}

/** Waits for the line `ready http://localhost:PORT` on standard output. */
async function waitForReady(
  child: ChildProcess & { stdout: Readable; stderr: Readable },
  deadlineMs: number,
): Promise<{ url: string; output: () => string }> {
  let text = "";
  return new Promise((resolveReady, reject) => {
    const timer = setTimeout(() => {
      child.kill("SIGKILL");
      reject(new Error(`not ready after ${deadlineMs} ms:\n${text}`));
    }, deadlineMs);
    const read = (chunk: Buffer): void => {
      text += chunk.toString("utf8");
      const url = /^ready (http:\/\/localhost:\d+)$/mu.exec(text)?.[1];
      if (url !== undefined) {
        clearTimeout(timer);
        resolveReady({ url, output: () => text });
      }
    };
    child.stdout.on("data", read);
    child.stderr.on("data", read);
    child.once("exit", (code) => {
      clearTimeout(timer);
      reject(new Error(`ended with ${String(code)} before it was ready:\n${text}`));
    });
  });
}

async function endGroup(child: ChildProcess, signal: "SIGINT" | "SIGKILL"): Promise<void> {
  const { pid } = child;
  if (pid === undefined || child.exitCode !== null || child.signalCode !== null) {
    return;
  }
  await new Promise<void>((done) => {
    child.once("exit", () => {
      done();
    });
    process.kill(signal === "SIGKILL" ? -pid : pid, signal);
  });
  // The first process is gone before the last: until then the data folder is still held.
  for (let wait = 0; wait < 600 && isGroupAlive(pid); wait += 1) {
    await sleep(100);
  }
}

function isGroupAlive(pid: number): boolean {
  try {
    return process.kill(-pid, 0);
  } catch {
    return false;
  }
}
