import { resolve } from "node:path";
import { appKeys } from "../../../apps-schema/schema/app-key.ts";
import { defineMessages } from "../../../domain/message.ts";
import { backupSuite } from "../../deploy/backup/backup-suite.ts";
import type { PlannedRestore, Restored } from "../../deploy/backup/restore-backup.ts";
import { applyRestore, planRestoreOf } from "../../deploy/backup/restore-backup.ts";
import { createKintoneClient } from "../../deploy/client/kintone-client.ts";
import { createFailure } from "../failure.ts";
import { inRepository } from "../repository-root.ts";
import { answer, say, textOf } from "../say.ts";
import type { Command } from "./command.ts";
import { findSuiteApps } from "./find-suite-apps.ts";

const messages = defineMessages({
  saving: { ja: "「{name}」の記録を写しています… {count}件", en: "Saving “{name}”… {count} records" },
  saved: { ja: "{app}: {records}件(確かめ済み)", en: "{app}: {records} records (verified)" },
  folder: {
    ja: "控えを {folder} に作りました({count}件)。記録がそのまま入っているので、庁内の安全な場所に置いてください。",
    en: "The backup is in {folder} ({count} records). It holds the records themselves: keep it in a safe place.",
  },
  restoreUsage: {
    ja: "戻す控えのファイルを指定してください: npm run deploy -- restore --env {name} ファイル…",
    en: "Say which backup: npm run deploy -- restore --env {name} FILE…",
  },
  plan: {
    ja: "{file}: アプリ「{name}」に戻せるのは、消えた記録{add}件・空になった欄のある記録{fill}件(同じもの{same}件、記録がもうないもの{gone}件)",
    en: "{file}: for “{name}”, {add} deleted records and {fill} records with empty fields can be restored ({same} are the same, {gone} are gone)",
  },
  newer: {
    ja: "  新しい値が入っている記録{count}件はそのままにします(番号 {ids})。控えの値に戻すには --overwrite を付けてください。",
    en: "  {count} records have newer values and stay (ids {ids}); --overwrite puts the saved ones back.",
  },
  unknown: {
    ja: "  戻せない項目があります(今のアプリにない、種類が違う、または別の所で消した表の列): {fields}",
    en: "  Not restored (fields that the app does not have, of another type, or columns of tables from elsewhere): {fields}",
  },
  dry: {
    ja: "まだ何も書いていません。戻すには、同じ行に --yes を付けてください。",
    en: "Nothing was written. Add --yes to restore.",
  },
  nothing: { ja: "戻すものはありません。", en: "Nothing to restore." },
  progress: { ja: "「{name}」{done}/{total}件", en: "“{name}” {done}/{total}" },
  done: {
    ja: "{count}件の記録に戻しました。",
    en: "Restored {count} records.",
  },
  moved: {
    ja: "  「{name}」: {count}件を、控えのときの状態まで進めました。",
    en: "  “{name}”: {count} records were brought to the state of the backup.",
  },
  unmoved: {
    ja: "  「{name}」: 控えのときの状態まで進められなかった記録があります({states})。kintoneでは作業者の操作でしか状態を変えられないため、画面で進めてください。",
    en: "  “{name}”: some records could not be brought to their state ({states}). Only those whose turn it is can; proceed them on the page.",
  },
  state: { ja: "{state} {count}件", en: "{state}: {count}" },
});

/** `backup`: every record of the suite with its attachments, into a new dated folder. */
export async function runBackupCommand({ flags, environment, format }: Command): Promise<number> {
  const client = createKintoneClient(environment);
  const { apps, ids } = await findSuiteApps(client, environment);
  const backup = await backupSuite({
    client,
    environment: environment.name,
    apps,
    ids,
    folder: resolve(flags.text("out") ?? inRepository(".data/backup")),
    now: new Date(),
    onProgress: ({ name, count }) => say(messages.saving, { name, count }),
  });
  if (format === "json") {
    answer(JSON.stringify({ kind: "machi-dx-backup-report", format: 1, ...backup }, null, 2));
    return 0;
  }
  const names = new Map<string, string>(apps.map(({ key, name }) => [key, name]));
  backup.apps.forEach(({ app, records }) => answer(textOf(messages.saved, { app: names.get(app) ?? app, records })));
  const count = backup.apps.reduce((sum, { records }) => sum + records, 0);
  answer(textOf(messages.folder, { folder: backup.folder, count }));
  return 0;
}

/** `restore`: shows what a backup could bring back; writes only with --yes, and never over newer values unasked. */
export async function runRestoreCommand({ flags, environment, format }: Command): Promise<number> {
  const files = [...flags.words.slice(1), ...flags.list("file")].map((file) => resolve(file));
  if (files.length === 0) {
    throw createFailure("invalid", messages.restoreUsage, { name: environment.name });
  }
  const client = createKintoneClient(environment);
  const { ids } = await findSuiteApps(client, environment);
  const planned: PlannedRestore[] = [];
  for (const file of files) {
    const [isOverwriting, isElsewhere] = [flags.isOn("overwrite"), flags.isOn("elsewhere")];
    planned.push(
      await planRestoreOf({
        client,
        file,
        isOverwriting,
        isElsewhere,
        findApp: ({ app }) => (app.key === null ? app.id : ([...ids].find(([key]) => key === app.key)?.[1] ?? null)),
      }),
    );
  }
  // What others look up goes first.
  planned.sort((left, right) => orderOf(left) - orderOf(right));
  const total = planned.reduce((sum, { plan }) => sum + plan.add + plan.fill, 0);
  const isWriting = flags.isOn("yes") && total > 0;
  if (format !== "json") {
    planned.flatMap(renderRestore).forEach((line) => answer(line));
  }
  const restored: Restored[] = [];
  for (const each of isWriting ? planned : []) {
    const { name } = each.header.app;
    restored.push(
      await applyRestore(client, each, (count) =>
        say(messages.progress, { name, done: count, total: each.plan.add + each.plan.fill }),
      ),
    );
  }
  const done = restored.reduce((sum, each) => sum + each.done, 0);
  if (format === "json") {
    const restores = planned.map(({ file, app, plan }, index) => ({
      file,
      app,
      steps: plan.add + plan.fill,
      ...plan,
      states: restored[index] ?? null,
    }));
    answer(JSON.stringify({ kind: "machi-dx-restore-report", format: 1, restores, written: done }, null, 2));
  } else {
    answer(textOf(isWriting ? messages.done : total === 0 ? messages.nothing : messages.dry, { count: done }));
    restored
      .flatMap((each, index) => renderStates(each, planned[index]?.header.app.name ?? ""))
      .forEach((line) => answer(line));
  }
  return isWriting || total === 0 ? 0 : 2;
}

function orderOf({ header }: PlannedRestore): number {
  return appKeys.findIndex((key) => key === header.app.key);
}

function renderStates({ moved, unmoved }: Restored, name: string): string[] {
  const states = Object.entries(unmoved).map(([state, count]) => textOf(messages.state, { state, count }));
  return [
    ...(moved === 0 ? [] : [textOf(messages.moved, { name, count: moved })]),
    ...(states.length === 0 ? [] : [textOf(messages.unmoved, { name, states: states.join("、") })]),
  ];
}

const shownIds = 20;

function renderRestore({ file, header, plan }: PlannedRestore): string[] {
  const { add, fill, same, gone, newer, unknownFields } = plan;
  const params = { file, name: header.app.name, add, fill, same, gone };
  const ids = newer.slice(0, shownIds).map(({ id }) => id);
  const more = newer.length > shownIds ? "…" : "";
  return [
    textOf(messages.plan, params),
    ...(newer.length === 0 ? [] : [textOf(messages.newer, { count: newer.length, ids: `${ids.join("、")}${more}` })]),
    ...(unknownFields.length === 0 ? [] : [textOf(messages.unknown, { fields: unknownFields.join("、") })]),
  ];
}
