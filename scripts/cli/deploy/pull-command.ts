import { existsSync, mkdirSync, writeFileSync } from "node:fs";
import { relative, resolve, sep } from "node:path";
import type { AppKey } from "../../../apps-schema/schema/app-key.ts";
import { appKeys } from "../../../apps-schema/schema/app-key.ts";
import { defineMessages } from "../../../domain/message.ts";
import { createKintoneClient } from "../../deploy/client/kintone-client.ts";
import { downloadCustomize } from "../../deploy/pull/download-customize.ts";
import { printDeclaration } from "../../deploy/pull/print-declaration.ts";
import { pullApp } from "../../deploy/pull/pull-app.ts";
import { toDeclaration } from "../../deploy/pull/to-declaration.ts";
import { createFailure } from "../failure.ts";
import { inRepository } from "../repository-root.ts";
import { answer, textOf } from "../say.ts";
import type { Command } from "./command.ts";
import { findSuiteApps } from "./find-suite-apps.ts";

const messages = defineMessages({
  badApp: {
    ja: "--app {text} の書き方が分かりません。「番号=名前」で書いてください(名前は {known} のどれか)。",
    en: "--app {text} is not clear: write ID=KEY, with one of {known}.",
  },
  nothing: {
    ja: "取り込むアプリがありません。--app 番号=名前 で指定してください(例: --app 45=dept)。",
    en: "There is no app to pull. Name one with --app ID=KEY (for example --app 45=dept).",
  },
  present: {
    ja: "{file} はもうあります。上書きしません。--out で別のフォルダーを指定してください。",
    en: "{file} is there already and stays. Choose another folder with --out.",
  },
  written: { ja: "「{name}」(番号 {id})を {file} に書きました。", en: "Wrote “{name}” ({id}) to {file}" },
  files: {
    ja: "  JavaScriptとCSSのファイル{count}件を {folder} に写しました。kintoneの側にあるものはそのまま残ります。",
    en: "  Copied {count} JavaScript and CSS files to {folder}. Those of the domain stay as they are.",
  },
  leftOut: {
    ja: "  宣言の言葉にできず {file} に写しただけのもの({count}): {paths}。kintoneの側の今のままになります。",
    en: "  Not sayable in declarations, only copied to {file} ({count}): {paths}. They stay as the domain has them.",
  },
  adopt: {
    ja: "使うには、apps-schema/apps/ の同じ名前のファイルをこれで置き換え、environments/{name}.json に次の行を足してください: {line}",
    en: "To use it, put the file in place of the one in apps-schema/apps/ and add this line to environments/{name}.json: {line}",
  },
});

/** `pull`: writes declarations from apps that are there; makes no write to the domain. */
export async function runPullCommand({ flags, environment }: Command): Promise<number> {
  const client = createKintoneClient(environment);
  const { ids } = await findSuiteApps(client, environment);
  const wanted = new Map(flags.list("app").map((text) => parseApp(text, ids)));
  const all = new Map([...ids, ...wanted]);
  const chosen = wanted.size === 0 ? ids : wanted;
  if (chosen.size === 0) {
    throw createFailure("invalid", messages.nothing);
  }
  const out = resolve(flags.text("out") ?? inRepository(".data/pull", environment.name));
  const fileOf = (key: AppKey): string => resolve(out, `${key.replaceAll("_", "-")}.ts`);
  const present = [...chosen.keys()].map(fileOf).find((file) => existsSync(file));
  if (present !== undefined) {
    throw createFailure("invalid", messages.present, { file: present });
  }
  mkdirSync(out, { recursive: true });
  for (const [key, id] of chosen) {
    const app = await pullApp(client, id);
    const pulled = toDeclaration(app, {
      key,
      toKey: (other) => [...all].find(([, each]) => each === other)?.[0] ?? null,
      toId: (other) => all.get(other) ?? "",
      principals: environment.principals,
    });
    const file = fileOf(key);
    const importPath = relative(out, inRepository("apps-schema/schema/app-schema.ts")).split(sep).join("/");
    writeFileSync(file, printDeclaration(pulled.schema, importPath.startsWith(".") ? importPath : `./${importPath}`), {
      flag: "wx",
    });
    answer(textOf(messages.written, { name: pulled.schema.name, id, file }));
    const beside = file.replace(/\.ts$/u, "");
    const files = await downloadCustomize(client, app.areas.customize ?? {}, `${beside}.customize`);
    if (files.length > 0) {
      answer(textOf(messages.files, { folder: `${beside}.customize`, count: files.length }));
    }
    if (pulled.leftOut.length > 0) {
      const list = `${beside}.left-out.json`;
      writeFileSync(list, `${JSON.stringify({ app: id, leftOut: pulled.leftOut, files }, null, 2)}\n`);
      const paths = pulled.leftOut.map(({ path }) => path).join("、");
      answer(textOf(messages.leftOut, { file: list, count: pulled.leftOut.length, paths }));
    }
  }
  const line = `"apps": ${JSON.stringify(Object.fromEntries(chosen))}`;
  answer(textOf(messages.adopt, { name: environment.name, line }));
  return 0;
}

/** `45=dept`, or `45` for an app that the suite has already. */
function parseApp(text: string, ids: ReadonlyMap<AppKey, string>): readonly [AppKey, string] {
  const [id = "", name] = text.split("=");
  const key =
    name === undefined ? [...ids].find(([, each]) => each === id)?.[0] : appKeys.find((each) => each === name);
  if (key === undefined || !/^[1-9]\d*$/u.test(id)) {
    throw createFailure("invalid", messages.badApp, { text, known: appKeys.join("・") });
  }
  return [key, id];
}
