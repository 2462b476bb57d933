import { hashInputs, isBuilt } from "./build/input-stamp.ts";
import { listInputs, pagesPart } from "./build/part-inputs.ts";
import { runCommand } from "./cli/run-command.ts";
import { spawnPlatform } from "./local/spawn-platform.ts";

await runCommand(async (args) => {
  // A snapshot is written without any page. The bundler is loaded only when there is something to build: that takes a second or more.
  if (!args.some((arg) => arg.startsWith("--snapshot")) && !isBuilt(pagesPart, hashInputs(listInputs(pagesPart)))) {
    const { buildPages } = await import("./build/build-all.ts");
    await buildPages();
  }
  const { child, ended } = spawnPlatform(args, "inherit");
  for (const signal of ["SIGINT", "SIGTERM"] as const) {
    process.on(signal, () => child.kill(signal));
  }
  return ended;
});
