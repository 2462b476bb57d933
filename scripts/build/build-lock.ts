import { mkdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { dirname } from "node:path";
import { setTimeout as wait } from "node:timers/promises";
import { defineMessages } from "../../domain/message.ts";
import { inRepository } from "../cli/repository-root.ts";
import { say } from "../cli/say.ts";

const messages = defineMessages({
  waiting: {
    ja: "ほかの命令(プロセス {pid})が組み立てているので、終わるのを待っています…",
    en: "Waiting for another command (process {pid}) that is building…",
  },
});

const file = inRepository(".cache/build/lock");
const pause = 300;

/** Runs `work` while no other process builds: two commands started at once would take each other's output away. */
export async function withBuildLock<Result>(work: () => Promise<Result>): Promise<Result> {
  let isTold = false;
  while (!tryLock()) {
    const pid = readOwner();
    if (pid === null || !isRunning(pid)) {
      rmSync(file, { force: true });
      continue;
    }
    if (!isTold) {
      say(messages.waiting, { pid });
      isTold = true;
    }
    await wait(pause);
  }
  try {
    return await work();
  } finally {
    rmSync(file, { force: true });
  }
}

function tryLock(): boolean {
  mkdirSync(dirname(file), { recursive: true });
  try {
    writeFileSync(file, String(process.pid), { flag: "wx" });
    return true;
  } catch {
    return false;
  }
}

function readOwner(): number | null {
  try {
    const pid = Number(readFileSync(file, "utf8"));
    return Number.isInteger(pid) && pid > 0 ? pid : null;
  } catch {
    return null;
  }
}

function isRunning(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch {
    return false;
  }
}
