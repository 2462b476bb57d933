import { existsSync } from "node:fs";
import { delimiter, resolve } from "node:path";
import { defineMessages } from "../../domain/message.ts";
import { createFailure } from "../cli/failure.ts";
import { findPackagedBrowser } from "./packaged-browser.ts";

const messages = defineMessages({
  missing: {
    ja: "試験に使うブラウザーがありません。Chromium か Google Chrome を入れるか(Debian・Ubuntuでは apt-get install chromium)、環境変数 CHROMIUM_PATH に実行ファイルの場所を入れてから、もう一度実行してください。",
    en: "There is no browser for the tests. Install Chromium or Google Chrome (Debian: apt-get install chromium), or set CHROMIUM_PATH, then run again.",
  },
  wrongPath: {
    ja: "CHROMIUM_PATH の場所 {path} にファイルがありません。",
    en: "There is no file at CHROMIUM_PATH {path}.",
  },
});

/** A Chromium and the arguments it needs besides the usual ones. */
export type FoundBrowser = { readonly executablePath: string; readonly args: readonly string[] };

const programs = ["chromium", "chromium-browser", "google-chrome", "google-chrome-stable", "chrome"];

const places = [
  "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome",
  "/Applications/Chromium.app/Contents/MacOS/Chromium",
  "C:\\Program Files\\Google\\Chrome\\Application\\chrome.exe",
  "C:\\Program Files (x86)\\Google\\Chrome\\Application\\chrome.exe",
  "C:\\Program Files (x86)\\Microsoft\\Edge\\Application\\msedge.exe",
];

/** CHROMIUM_PATH, else the system's Chromium or Chrome, else the one that `npm test` put into .cache/browser. */
export async function findBrowser(): Promise<FoundBrowser> {
  const found = findSystemBrowser() ?? (await findPackagedBrowser());
  if (found === null) {
    throw createFailure("configuration", messages.missing);
  }
  return found;
}

/** Without looking into .cache/browser; null when the system has none. */
export function findSystemBrowser(): FoundBrowser | null {
  const given = process.env["CHROMIUM_PATH"] ?? "";
  if (given !== "") {
    if (!existsSync(given)) {
      throw createFailure("configuration", messages.wrongPath, { path: given });
    }
    return { executablePath: given, args: [] };
  }
  const folders = (process.env["PATH"] ?? "").split(delimiter).filter((folder) => folder !== "");
  const inPath = programs.flatMap((program) => folders.map((folder) => resolve(folder, program)));
  const executablePath = [...inPath, ...places].find((file) => existsSync(file));
  return executablePath === undefined ? null : { executablePath, args: [] };
}
