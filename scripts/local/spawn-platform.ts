import type { ChildProcess } from "node:child_process";
import { spawn } from "node:child_process";
import { inRepository, repositoryRoot } from "../cli/repository-root.ts";

export type PlatformChild = {
  readonly child: ChildProcess;
  /** The exit code; 1 when it could not be started or a signal ended it. */
  readonly ended: Promise<number>;
};

/** The platform as a process of its own: whatever happens to it or to us, what it acknowledged is on the disk. */
export function spawnPlatform(args: readonly string[], output: "inherit" | "pipe"): PlatformChild {
  const preload = new URL("./end-with-parent.mjs", import.meta.url).href;
  const child = spawn(
    process.execPath,
    ["--import", preload, "--import", "tsx", inRepository("platform/main.ts"), ...args],
    {
      cwd: repositoryRoot,
      stdio: ["ignore", output, output],
      env: { ...process.env, MACHI_DX_PARENT: String(process.pid) },
    },
  );
  const ended = new Promise<number>((settle) => {
    child.once("error", () => settle(1));
    child.once("exit", (code) => settle(code ?? 1));
  });
  return { child, ended };
}
