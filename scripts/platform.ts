import { runCommand } from "./cli/run-command.ts";
import { spawnPlatform } from "./local/spawn-platform.ts";

await runCommand((args) => {
  const { child, ended } = spawnPlatform(args, "inherit");
  for (const signal of ["SIGINT", "SIGTERM"] as const) {
    process.on(signal, () => child.kill(signal));
  }
  return ended;
});
