import { generateKeyPairSync } from "node:crypto";
import { chmodSync, existsSync, mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { resolve } from "node:path";
import { inRepository } from "../cli/repository-root.ts";

function keyFolder(): string {
  const folder = process.env["MACHI_DX_KEYS"];
  return folder === undefined || folder === "" ? inRepository(".keys") : resolve(folder);
}

/**
 * The private key that a plugin is signed with, made on first use. The key decides the plugin's id, so every
 * environment of one town uses the same folder of keys (MACHI_DX_KEYS).
 * RSA 1024, PKCS#1 PEM: what @kintone/plugin-packer makes and reads (its dist/index.js, dist/sign.js).
 */
export function loadPluginKey(plugin: string): string {
  const file = resolve(keyFolder(), `${plugin}.ppk`);
  if (!existsSync(file)) {
    mkdirSync(keyFolder(), { recursive: true, mode: 0o700 });
    const { privateKey } = generateKeyPairSync("rsa", {
      modulusLength: 1024,
      publicKeyEncoding: { type: "spki", format: "pem" },
      privateKeyEncoding: { type: "pkcs1", format: "pem" },
    });
    // "wx": of two builds that start at once, one writes; the other reads what was written.
    try {
      writeFileSync(file, privateKey, { mode: 0o600, flag: "wx" });
    } catch (error) {
      if (!existsSync(file)) {
        throw error;
      }
    }
  }
  chmodSync(file, 0o600);
  return readFileSync(file, "utf8");
}
