import type { ChildProcess } from "node:child_process";
import { spawn } from "node:child_process";
import { createRequire } from "node:module";
import { dirname, resolve } from "node:path";
import { setTimeout as wait } from "node:timers/promises";
import { defineMessages } from "../../../domain/message.ts";
import { createFailure } from "../../cli/failure.ts";
import { repositoryRoot } from "../../cli/repository-root.ts";
import type { Credentials, KintoneClient } from "../client/kintone-client.ts";
import { readDeployStatuses, refuseFailure } from "./wait-for-deploy.ts";

const messages = defineMessages({
  failed: {
    ja: "設定ファイルを置けませんでした(kintone-customize-uploader: {reason})。上の理由を直してから、もう一度実行してください。",
    en: "The settings file was not uploaded (kintone-customize-uploader: {reason}). Mend the cause and run again.",
  },
  late: {
    ja: "設定ファイルのアップロードが{seconds}秒たっても終わらないため止めました。もう一度実行してください。",
    en: "Stopped the upload of the settings file after {seconds} seconds. Run again.",
  },
});

const deadlineSeconds = 180;
const pause = 1000;

/** The uploader polls for SUCCESS only, without end: this line is what it prints after each other status. */
const deployStarted = "Wait for deploying completed";

type Target = { readonly client: KintoneClient; readonly credentials: Credentials; readonly app: string };

/**
 * Runs kintone's own uploader on a manifest. It would wait for ever for a deploy that failed (its waitFinishingDeploy
 * knows only SUCCESS), so the status is read beside it, and there is a deadline.
 */
export async function runCustomizeUploader(target: Target, manifest: string): Promise<void> {
  const child = startUploader(target.credentials, manifest);
  const output: string[] = [];
  child.stdout?.setEncoding("utf8").on("data", (text: string) => output.push(text));
  child.stderr?.setEncoding("utf8").on("data", (text: string) => output.push(text));
  const ended = new Promise<number>((settle) => {
    child.once("error", (error) => {
      output.push(error.message);
      settle(1);
    });
    child.once("exit", (code) => settle(code ?? 1));
  });
  const deadline = Date.now() + deadlineSeconds * 1000;
  try {
    for (;;) {
      const code = await Promise.race([ended, wait(pause)]);
      if (code !== undefined) {
        refuseExit(code, output.join(""));
        return;
      }
      if (output.some((text) => text.includes(deployStarted))) {
        refuseFailure(await readDeployStatuses(target.client, [target.app]));
      }
      if (Date.now() > deadline) {
        throw createFailure("timeout", messages.late, { seconds: deadlineSeconds });
      }
    }
  } finally {
    child.kill();
  }
}

/** The password goes through the environment: arguments can be read by every user of the machine. */
function startUploader({ baseUrl, username, password }: Credentials, manifest: string): ChildProcess {
  const require = createRequire(import.meta.url);
  const folder = dirname(require.resolve("@kintone/customize-uploader/package.json"));
  const { HTTP_PROXY: _http, HTTPS_PROXY: _https, ...direct } = process.env;
  const inherited = new URL(baseUrl).hostname === "localhost" ? direct : process.env;
  return spawn(process.execPath, [resolve(folder, "bin/cli.js"), manifest, "--lang", "en"], {
    cwd: repositoryRoot,
    stdio: ["ignore", "pipe", "pipe"],
    env: { ...inherited, KINTONE_BASE_URL: baseUrl, KINTONE_USERNAME: username, KINTONE_PASSWORD: password },
  });
}

function refuseExit(code: number, output: string): void {
  if (code !== 0) {
    const lines = output.split("\n").filter((line) => line.trim() !== "");
    const reason = lines.findLast((line) => /error|failed/iu.test(line)) ?? lines.at(-1) ?? `exit ${code}`;
    throw createFailure("deploy-failed", messages.failed, { reason: reason.trim() }, { details: output });
  }
}
