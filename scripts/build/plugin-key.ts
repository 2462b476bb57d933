import { generateKeyPairSync } from "node:crypto";
import { chmodSync, copyFileSync, existsSync, mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { homedir } from "node:os";
import { resolve, sep } from "node:path";
import { defineMessages } from "../../domain/message.ts";
import { createFailure } from "../cli/failure.ts";
import { inRepository, repositoryRoot } from "../cli/repository-root.ts";

const messages = defineMessages({
  noKey: {
    ja: "プラグイン {plugin} の署名の鍵が {file} にありません。MACHI_DX_KEYS の場所を確かめるか、初めてなら npm run build -- --make-keys {folder} で作ってください。",
    en: "The key of the plugin {plugin} is not in {file}. Check MACHI_DX_KEYS, or make the first one with npm run build -- --make-keys {folder}",
  },
  inside: {
    ja: "署名の鍵は、このリポジトリの外に置いてください({folder} は中です)。鍵がもれると、だれでも同じプラグインを名乗れます。",
    en: "Keep the keys outside of this repository ({folder} is inside): whoever has them can sign as this plugin.",
  },
  present: {
    ja: "{file} はもうあります。鍵を作り直すと別のプラグインになるため、上書きしません。",
    en: "{file} is there already. Another key is another plugin, so it is not overwritten.",
  },
});

export type PluginKey = {
  /** RSA 1024, PKCS#1 PEM: what @kintone/plugin-packer makes and reads (its dist/index.js, dist/sign.js). */
  readonly pem: string;
  /** Made on first use by whichever machine built first: good for trying, refused for production. */
  readonly isDevelopment: boolean;
};

/** The private key that a plugin is signed with; it decides the plugin's id, so a town uses the same folder everywhere. */
export function loadPluginKey(plugin: string, variables: NodeJS.ProcessEnv = process.env): PluginKey {
  const folder = variables["MACHI_DX_KEYS"];
  if (folder === undefined || folder === "") {
    return { pem: loadDevelopmentKey(plugin, variables), isDevelopment: true };
  }
  refuseInside(resolve(folder));
  const file = resolve(folder, `${plugin}.ppk`);
  if (!existsSync(file)) {
    throw createFailure("configuration", messages.noKey, { plugin, file, folder });
  }
  return { pem: readFileSync(file, "utf8"), isDevelopment: false };
}

/** Makes the keys that a town's environments share; an existing key is never written over. Returns the files. */
export function makePluginKeys(folder: string, plugins: readonly string[]): string[] {
  refuseInside(resolve(folder));
  const files = plugins.map((plugin) => resolve(folder, `${plugin}.ppk`));
  const present = files.find((file) => existsSync(file));
  if (present !== undefined) {
    throw createFailure("configuration", messages.present, { file: present });
  }
  files.forEach((file) => writeNewKey(file));
  return files;
}

function refuseInside(folder: string): void {
  if (`${folder}${sep}`.startsWith(`${repositoryRoot}${sep}`)) {
    throw createFailure("configuration", messages.inside, { folder });
  }
}

function loadDevelopmentKey(plugin: string, variables: NodeJS.ProcessEnv): string {
  const data = variables["XDG_DATA_HOME"] ?? "";
  const file = resolve(
    data === "" ? resolve(homedir(), ".local/share") : data,
    `machi-dx/development-keys/${plugin}.ppk`,
  );
  if (!existsSync(file)) {
    // Where keys stood before: the same key keeps the plugin's id on platforms that have it.
    const former = inRepository(".keys", `${plugin}.ppk`);
    if (existsSync(former)) {
      mkdirSync(resolve(file, ".."), { recursive: true, mode: 0o700 });
      copyFileSync(former, file);
    } else {
      writeNewKey(file);
    }
    chmodSync(file, 0o600);
  }
  return readFileSync(file, "utf8");
}

function writeNewKey(file: string): void {
  const { privateKey } = generateKeyPairSync("rsa", {
    modulusLength: 1024,
    publicKeyEncoding: { type: "spki", format: "pem" },
    privateKeyEncoding: { type: "pkcs1", format: "pem" },
  });
  mkdirSync(resolve(file, ".."), { recursive: true, mode: 0o700 });
  // "wx": of two builds that start at once, one writes; the other reads what was written.
  try {
    writeFileSync(file, privateKey, { mode: 0o600, flag: "wx" });
  } catch (error) {
    if (!existsSync(file)) {
      throw error;
    }
  }
}
