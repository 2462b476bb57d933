import { resolve } from "node:path";
import { defineMessages } from "../domain/message.ts";
import { buildAll } from "./build/build-all.ts";
import { createFailure } from "./cli/failure.ts";
import { parseFlags } from "./cli/parse-flags.ts";
import { inRepository } from "./cli/repository-root.ts";
import { runCommand } from "./cli/run-command.ts";
import { answer, say } from "./cli/say.ts";
import { parseFreePort } from "./local/find-port.ts";
import { openPage } from "./local/open-page.ts";
import { renderWelcome } from "./local/render-welcome.ts";
import { setUpSuite } from "./local/set-up-suite.ts";
import { startPlatform } from "./local/start-platform.ts";

const messages = defineMessages({
  starting: { ja: "プラットフォームを始めています(データ: {data})…", en: "Starting the platform (data: {data})…" },
  accounts: { ja: "アカウントを作りました: {names}", en: "Created the accounts {names}" },
  ended: {
    ja: "プラットフォームが止まりました(終了コード {code})。{reason}もう一度 npm start を実行してください。記録は残っています。",
    en: "The platform ended (exit code {code}). {reason}Run npm start again; the records are kept.",
  },
  stopping: { ja: "終えています…", en: "Stopping…" },
});

const defaultData = ".data/local";

await runCommand(async (args) => {
  const flags = parseFlags(args, {
    port: "text",
    data: "text",
    "no-sample": "switch",
    "no-open": "switch",
  });
  const data = flags.text("data") ?? defaultData;
  const port = await parseFreePort(flags.text("port") ?? "8400");
  await buildAll();
  say(messages.starting, { data });
  const platform = await startPlatform({ port, data: inRepository(data) });
  const stopped = waitForSignal();
  const died = platform.ended.then((code) => {
    const lines = platform.lastLines();
    throw createFailure("unexpected", messages.ended, { code, reason: lines === "" ? "" : `${lines} ` });
  });
  try {
    const setUp = setUpSuite({
      baseUrl: platform.url,
      withSample: !flags.isOn("no-sample"),
      ...(data === defaultData ? {} : { stateFolder: resolve(inRepository(data), "state") }),
    });
    const ready = await Promise.race([setUp, stopped, died]);
    if (typeof ready === "string") {
      say(messages.stopping);
      return 130;
    }
    if (ready.newAccounts.length > 0) {
      say(messages.accounts, { names: ready.newAccounts.join("・") });
    }
    answer(renderWelcome(platform.url, ready.actionApp));
    answer(`ready ${platform.url}`);
    if (!flags.isOn("no-open")) {
      openPage(`${platform.url}/k/`);
    }
    await Promise.race([stopped, died]);
    say(messages.stopping);
    return 0;
  } finally {
    died.catch(() => {});
    await platform.stop();
  }
});

/** Ctrl-C, or whoever started us ends it; a bootstrap that was killed hard counts as well. */
function waitForSignal(): Promise<"stop"> {
  return new Promise((settle) => {
    for (const signal of ["SIGINT", "SIGTERM", "SIGHUP"] as const) {
      process.on(signal, () => settle("stop"));
    }
  });
}
