import { readFileSync } from "node:fs";
import { listPluginNames } from "../webpack.config.ts";
import { defineMessages } from "../domain/message.ts";
import { buildAll } from "./build/build-all.ts";
import { renderSize } from "./build/size-budget.ts";
import { parseFlags } from "./cli/parse-flags.ts";
import { inRepository } from "./cli/repository-root.ts";
import { runCommand } from "./cli/run-command.ts";
import { answer, say } from "./cli/say.ts";

const messages = defineMessages({
  nothing: { ja: "組み立て済みです(前回から変更はありません)。", en: "Everything is built already." },
});

await runCommand(async (args) => {
  const flags = parseFlags(args, { force: "switch" });
  const result = await buildAll({ force: flags.isOn("force") });
  if (result.built.length === 0) {
    say(messages.nothing);
  }
  for (const size of result.sizes) {
    answer(renderSize(size));
  }
  for (const plugin of listPluginNames()) {
    const file = `dist/plugins/${plugin}.zip`;
    answer(`${file.padEnd(32)}${(readFileSync(inRepository(file)).length / 1024).toFixed(1).padStart(6)} KB`);
  }
  return 0;
});
