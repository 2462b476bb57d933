import { readFileSync } from "node:fs";
import { resolve } from "node:path";
import { listPluginNames } from "../webpack.config.ts";
import { defineMessages } from "../domain/message.ts";
import { buildAll } from "./build/build-all.ts";
import { makePluginKeys } from "./build/plugin-key.ts";
import { renderSize } from "./build/size-budget.ts";
import { parseFlags } from "./cli/parse-flags.ts";
import { inRepository } from "./cli/repository-root.ts";
import { runCommand } from "./cli/run-command.ts";
import { answer, say } from "./cli/say.ts";

const messages = defineMessages({
  keys: {
    ja: "署名の鍵を作りました。この鍵でなければ同じプラグインを更新できません。庁内の安全な場所に控えを置き、MACHI_DX_KEYS={folder} を環境変数に入れてください。",
    en: "The keys are made. Only they can update the plugins: keep a copy in a safe place and set MACHI_DX_KEYS={folder}",
  },
  nothing: { ja: "組み立て済みです(前回から変更はありません)。", en: "Everything is built already." },
});

await runCommand(async (args) => {
  const flags = parseFlags(args, { force: "switch", "make-keys": "text" });
  const keys = flags.text("make-keys");
  if (keys !== undefined) {
    makePluginKeys(keys, listPluginNames()).forEach((file) => answer(file));
    say(messages.keys, { folder: resolve(keys) });
    return 0;
  }
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
