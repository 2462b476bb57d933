import { spawnSync } from "node:child_process";
import { existsSync, readdirSync } from "node:fs";
import { resolve } from "node:path";
import { defineMessages } from "../domain/message.ts";
import { inRepository, repositoryRoot } from "./cli/repository-root.ts";
import { runCommand } from "./cli/run-command.ts";
import { say } from "./cli/say.ts";

const messages = defineMessages({
  none: {
    ja: "計測(test/bench/*.bench.ts)はまだありません。",
    en: "There is no benchmark (test/bench/*.bench.ts) yet.",
  },
  running: { ja: "計測: {name}", en: "Benchmark: {name}" },
});

/** Runs the benchmarks one after another, so that none disturbs another; a name picks those that contain it. */
await runCommand(([pick = ""]) => {
  const folder = inRepository("test/bench");
  const names = (existsSync(folder) ? readdirSync(folder) : [])
    .filter((name) => name.endsWith(".bench.ts") && name.includes(pick))
    .toSorted();
  if (names.length === 0) {
    say(messages.none);
  }
  const failed = names.filter((name) => {
    say(messages.running, { name });
    const args = ["--import", "tsx", resolve(folder, name)];
    return spawnSync(process.execPath, args, { cwd: repositoryRoot, stdio: "inherit" }).status !== 0;
  });
  return Promise.resolve(failed.length === 0 ? 0 : 1);
});
