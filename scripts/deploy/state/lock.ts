import { mkdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { hostname } from "node:os";
import { resolve } from "node:path";
import { setTimeout as wait } from "node:timers/promises";
import * as v from "valibot";
import { defineMessages } from "../../../domain/message.ts";
import { createFailure } from "../../cli/failure.ts";
import { say } from "../../cli/say.ts";

const messages = defineMessages({
  waiting: {
    ja: "同じ環境への配布がほかで動いています({who})。終わるのを待っています(最大{seconds}秒)…",
    en: "Another deployment to this environment is running ({who}). Waiting for it (up to {seconds} s)…",
  },
  held: {
    ja: "同じ環境への配布がほかで動いているため、何もせずに止めました({who})。それが終わってから、もう一度実行してください。",
    en: "Stopped without doing anything: another deployment to this environment is running ({who}). Run again when it has ended.",
  },
});

const lockSchema = v.object({ pid: v.number(), host: v.string(), at: v.string() });

type Holder = v.InferOutput<typeof lockSchema>;

const defaultPatience = 120_000;
const pause = 250;
/** A lock of another machine counts as forgotten after this. */
const longestRun = 3 * 60 * 60_000;

/**
 * Only one run at a time writes to an environment from this state folder; a second one waits, up to a bound. Runs from other machines
 * with another folder are kept apart by the revisions that every write names.
 */
export async function withLock<T>(
  folder: string,
  work: () => Promise<T>,
  patience: number = readPatience(),
): Promise<T> {
  mkdirSync(folder, { recursive: true });
  const file = resolve(folder, "lock.json");
  const deadline = Date.now() + patience;
  for (let isFirst = true; !tryLock(file); isFirst = false) {
    const holder = readHolder(file);
    if (holder !== null && isGone(holder)) {
      rmSync(file, { force: true });
      continue;
    }
    const who = holder === null ? "?" : `${holder.host} pid ${holder.pid}, ${holder.at}`;
    if (Date.now() > deadline) {
      throw createFailure("conflict", messages.held, { who });
    }
    if (isFirst) {
      say(messages.waiting, { who, seconds: Math.round(patience / 1000) });
    }
    await wait(pause);
  }
  try {
    return await work();
  } finally {
    rmSync(file, { force: true });
  }
}

function readPatience(): number {
  const seconds = Number(process.env["MACHI_DX_LOCK_WAIT"]);
  return Number.isFinite(seconds) && seconds > 0 ? seconds * 1000 : defaultPatience;
}

function tryLock(file: string): boolean {
  const holder: Holder = { pid: process.pid, host: hostname(), at: new Date().toISOString() };
  try {
    writeFileSync(file, JSON.stringify(holder), { flag: "wx" });
    return true;
  } catch (error) {
    if (error instanceof Error && "code" in error && error.code === "EEXIST") {
      return false;
    }
    throw error;
  }
}

function readHolder(file: string): Holder | null {
  try {
    return v.parse(lockSchema, JSON.parse(readFileSync(file, "utf8")));
  } catch {
    return null;
  }
}

/** The process that holds it was killed, or it is too old to be true. */
function isGone({ pid, host, at }: Holder): boolean {
  if (host !== hostname()) {
    return Date.now() - Date.parse(at) > longestRun;
  }
  try {
    process.kill(pid, 0);
    return false;
  } catch (error) {
    return !(error instanceof Error && "code" in error && error.code === "EPERM");
  }
}
