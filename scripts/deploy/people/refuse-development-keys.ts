import { defineMessages } from "../../../domain/message.ts";
import { createFailure } from "../../cli/failure.ts";
import type { Environment } from "../environment.ts";

const messages = defineMessages({
  developmentKey: {
    ja: "環境「{name}」は本番(production)です。プラグイン {plugins} が、この端末で自動的に作られた開発用の鍵で署名されているため、入れません。町の鍵の場所を MACHI_DX_KEYS に入れてください(初めてなら npm run build -- --make-keys フォルダー)。",
    en: "“{name}” is for production, and {plugins} are signed with a development key of this machine. Set MACHI_DX_KEYS to the town's keys (the first time: npm run build -- --make-keys FOLDER).",
  },
});

/** A key of this machine alone would make another plugin on every machine: nothing signed with one goes to where staff work. */
export function refuseDevelopmentKeys(
  { name, kind }: Pick<Environment, "name" | "kind">,
  plugins: readonly string[],
): void {
  if (kind === "production" && plugins.length > 0) {
    throw createFailure("configuration", messages.developmentKey, { name, plugins: plugins.join("・") });
  }
}
