import { spawn } from "node:child_process";
import { once } from "node:events";
import { createInterface } from "node:readline";

export type ServerChild = { readonly url: string; readonly readyMs: number; readonly close: () => Promise<void> };

/** Starts a server as a process of its own and waits for the line `ready URL`. */
export async function startServer(args: readonly string[]): Promise<ServerChild> {
  const start = performance.now();
  const child = spawn(process.execPath, args, { stdio: ["ignore", "pipe", "inherit"] });
  const url = await new Promise<string>((settle, refuse) => {
    createInterface(child.stdout).on("line", (line) => {
      if (line.startsWith("ready ")) {
        settle(line.slice("ready ".length));
      }
    });
    child.once("exit", (code) => refuse(new Error(`${args.join(" ")} ended with ${String(code)}`)));
  });
  return {
    url,
    readyMs: performance.now() - start,
    close: async () => {
      if (child.exitCode === null && child.signalCode === null) {
        child.kill("SIGTERM");
        await once(child, "exit");
      }
    },
  };
}
