import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { defineMessages } from "../domain/message.ts";
import { repositoryRoot } from "./cli/repository-root.ts";
import { say } from "./cli/say.ts";
import { renderDictionaryCsv, renderDictionaryMarkdown } from "./dictionary/render-dictionary.ts";

const messages = defineMessages({
  written: { ja: "{file} を書きました。", en: "Wrote {file}." },
});

for (const [file, text] of [
  ["docs/data-dictionary.md", renderDictionaryMarkdown()],
  ["docs/data-dictionary.csv", renderDictionaryCsv()],
] as const) {
  writeFileSync(join(repositoryRoot, file), text);
  say(messages.written, { file });
}
