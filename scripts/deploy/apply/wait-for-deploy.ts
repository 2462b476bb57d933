import { setTimeout as wait } from "node:timers/promises";
import { defineMessages } from "../../../domain/message.ts";
import { createFailure } from "../../cli/failure.ts";
import { listOf, memberOf, textOf } from "../client/json.ts";
import type { KintoneClient } from "../client/kintone-client.ts";

const messages = defineMessages({
  failed: {
    ja: "アプリ(ID {ids})の反映に失敗しました({status})。利用中の設定は元のままです。kintoneでそのアプリの設定画面を開いて「アプリを更新」を押すと理由が表示されます。直してから、もう一度実行してください。",
    en: "Deploying the apps (ids {ids}) ended with {status}; what is live did not change. “Update App” on the app's settings page shows why. Mend it and run again.",
  },
  late: {
    ja: "アプリ(ID {ids})の反映が{minutes}分たっても終わりません。kintoneの側では続いています。しばらくしてから、もう一度実行してください(続きから行います)。",
    en: "Deploying the apps (ids {ids}) has not ended after {minutes} minutes; kintone goes on with it. Run again later; it continues.",
  },
  unknown: {
    ja: "アプリ(ID {ids})の反映の状態「{status}」が分からないため止めました。kintoneの画面で確かめてください。",
    en: "Stopped: the deploy status “{status}” of the apps (ids {ids}) is not known.",
  },
});

type DeployStatus = "PROCESSING" | "SUCCESS" | "FAIL" | "CANCEL";

const patience = 10 * 60_000;
const firstPause = 100;
const longestPause = 5000;

type DeployWait = {
  /** How long a deploy of this domain is expected to take, in milliseconds: nothing is asked before. */
  readonly expected?: number;
  /** When the patience ends, in milliseconds since 1970. */
  readonly deadline?: number;
  readonly time?: Time;
};

type Time = { readonly now: () => number; readonly wait: (milliseconds: number) => Promise<unknown> };

const realTime: Time = { now: Date.now, wait };

/**
 * Waits until every app is deployed, and answers how long to expect the next deploy to take, in milliseconds. Each of kintone's
 * four states is named, and there is an end to the patience.
 */
export async function waitForDeploy(
  client: KintoneClient,
  apps: readonly string[],
  { expected = 0, time = realTime, deadline = time.now() + patience }: DeployWait = {},
): Promise<number> {
  const start = time.now();
  await time.wait(Math.min(expected, longestPause));
  for (let pause = firstPause; ; pause = Math.min(pause * 1.5, longestPause)) {
    const asked = time.now() - start;
    const statuses = await readDeployStatuses(client, apps);
    refuseFailure(statuses);
    // By the ids asked for: an answer that leaves one out has not said that it is done.
    if (apps.every((id) => statuses.get(id) === "SUCCESS")) {
      // A little less each time that the first question was late enough, so that one slow deploy is not waited for ever after.
      return pause === firstPause ? Math.floor(asked * 0.99) : asked;
    }
    if (time.now() > deadline) {
      const minutes = Math.round(patience / 60_000);
      throw createFailure("timeout", messages.late, { ids: apps.join("、"), minutes });
    }
    await time.wait(pause);
  }
}

/** Status by app id, as kintone names it. */
async function readDeployStatuses(client: KintoneClient, apps: readonly string[]): Promise<Map<string, string>> {
  const answer = await client.read("/k/v1/preview/app/deploy.json", { apps: [...apps] });
  return new Map(
    listOf(memberOf(answer, "apps")).map((each) => [textOf(memberOf(each, "app")), textOf(memberOf(each, "status"))]),
  );
}

/** CANCEL means that another app of the same call failed, so the failed ones are named first. */
function refuseFailure(statuses: ReadonlyMap<string, string>): void {
  for (const status of ["FAIL", "CANCEL"] satisfies DeployStatus[]) {
    const ids = [...statuses].filter(([, each]) => each === status).map(([id]) => id);
    if (ids.length > 0) {
      throw createFailure("deploy-failed", messages.failed, { ids: ids.join("、"), status });
    }
  }
  const unknown = [...statuses].find(([, status]) => status !== "PROCESSING" && status !== "SUCCESS");
  if (unknown !== undefined) {
    throw createFailure("deploy-failed", messages.unknown, { ids: unknown[0], status: unknown[1] });
  }
}
