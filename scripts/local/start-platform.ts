import type { ChildProcess } from "node:child_process";
import { createInterface } from "node:readline";
import { setTimeout as wait } from "node:timers/promises";
import { defineMessages } from "../../domain/message.ts";
import { createFailure } from "../cli/failure.ts";
import { spawnPlatform } from "./spawn-platform.ts";

const messages = defineMessages({
  died: {
    ja: "プラットフォームを始められませんでした。{reason}",
    en: "The platform did not start. {reason}",
  },
  late: {
    ja: "プラットフォームが{seconds}秒たっても始まらないため止めました。",
    en: "Stopped: the platform did not start within {seconds} seconds.",
  },
});

export type RunningPlatform = {
  readonly url: string;
  /** Settles with the exit code when the platform ends, for whatever reason. */
  readonly ended: Promise<number>;
  /** The last lines it printed, to say why it ended. */
  readonly lastLines: () => string;
  readonly stop: () => Promise<void>;
};

const startSeconds = 60;
const keptLines = 20;

/** Starts the platform and waits for its `ready` line. */
export async function startPlatform(options: {
  readonly port: number;
  readonly data: string;
}): Promise<RunningPlatform> {
  const { child, ended } = spawnPlatform(["--port", String(options.port), "--data", options.data], "pipe");
  const lines: string[] = [];
  const ready = new Promise<string>((settle) => {
    readLines(child, (line) => {
      const url = /^ready (http:\/\/\S+)$/u.exec(line)?.[1];
      if (url !== undefined) {
        settle(url);
        return;
      }
      lines.push(line);
      lines.splice(0, lines.length - keptLines);
    });
  });
  const url = await Promise.race([ready, ended, wait(startSeconds * 1000, "late" as const, { ref: false })]);
  if (url === "late") {
    child.kill("SIGKILL");
    throw createFailure("timeout", messages.late, { seconds: startSeconds });
  }
  if (typeof url === "number") {
    throw createFailure("unexpected", messages.died, { reason: lines.join(" ") });
  }
  return {
    url,
    ended,
    lastLines: () => lines.slice(-3).join(" "),
    stop: async () => {
      child.kill("SIGTERM");
      await ended;
    },
  };
}

function readLines(child: ChildProcess, onLine: (line: string) => void): void {
  for (const stream of [child.stdout, child.stderr]) {
    if (stream !== null) {
      createInterface({ input: stream }).on("line", onLine);
    }
  }
}
