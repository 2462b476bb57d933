import { readFileSync } from "node:fs";
import { resolve } from "node:path";
import { defineMessages } from "../../../domain/message.ts";
import { SuiteError } from "../../../domain/suite-error.ts";
import { createFailure } from "../../cli/failure.ts";
import type { Json, JsonObject } from "../client/json.ts";
import { listOf, memberOf, objectOf, textOf } from "../client/json.ts";
import type { KintoneClient } from "../client/kintone-client.ts";
import type { BackupHeader, BackupRecord } from "./backup-file.ts";
import { checkBackupFile, readBackupRecords } from "./backup-file.ts";
import { findPresent } from "./find-present.ts";
import type { RestorePlan, RestoreStep } from "./plan-restore.ts";
import { planRestore } from "./plan-restore.ts";
import { readProcess, restoreStates } from "./restore-states.ts";
import { attachmentFolder } from "./save-attachments.ts";

const messages = defineMessages({
  elsewhere: {
    ja: "控え {file} は {domain} のアプリ「{name}」(番号 {id})から消した列で、戻す先({baseUrl} の番号 {app})とは別の所です。まだ何も書いていません。ここへ戻してよければ --elsewhere を付けてください(記録はキー項目「{keyField}」で見分けます)。",
    en: "{file} holds columns of “{name}” ({id}) at {domain}, and this is another place ({app} at {baseUrl}). Nothing was written. To restore them here add --elsewhere; records are known by their key {keyField}.",
  },
  unkeyed: {
    ja: "控え {file} は {domain} のアプリ「{name}」(番号 {id})から消した列で、キー項目を含まない古い形のものです。記録を見分けられないため、もとの所以外へは戻せません。",
    en: "{file} holds columns of “{name}” ({id}) at {domain} without their key, as older versions wrote it: it can only be restored there.",
  },
  noApp: {
    ja: "控え {file} のアプリ「{name}」が、この環境に見つかりません。先に npm run deploy -- apply を実行してください。",
    en: "The app “{name}” of {file} is not in this environment. Run npm run deploy -- apply first.",
  },
  stopped: {
    ja: "「{name}」の{done}件まで戻したところで止まりました。{reason} もう一度実行すると、残りから続けます。",
    en: "Stopped after {done} records of “{name}”. {reason} Run again; it continues with the rest.",
  },
  noFile: {
    ja: "控えの添付ファイル {file} が見つかりません。控えのフォルダーを丸ごと元の場所に戻してから、もう一度実行してください。",
    en: "The attachment {file} is missing. Put the whole folder of the backup back, then run again.",
  },
});

type Restore = {
  readonly client: KintoneClient;
  readonly file: string;
  /** The app of this environment that the backup's app is; null when there is none. */
  readonly findApp: (header: BackupHeader) => string | null;
  readonly isOverwriting: boolean;
  /** Whether somebody said that columns of another place shall come here. */
  readonly isElsewhere?: boolean;
};

export type PlannedRestore = {
  readonly file: string;
  readonly header: BackupHeader;
  readonly app: string;
  readonly isOverwriting: boolean;
  readonly plan: RestoreCount;
};

/** What a backup could bring back, counted: the records themselves stay in the file until their turn comes. */
export type RestoreCount = Omit<RestorePlan, "steps"> & { readonly add: number; readonly fill: number };

/** Reads a backup and what is there now, a part at a time; writes nothing. */
export async function planRestoreOf(restore: Restore): Promise<PlannedRestore> {
  const { client, file, findApp, isOverwriting } = restore;
  const { header } = checkBackupFile(file);
  const app = findApp(header);
  if (app === null) {
    throw createFailure("not-found", messages.noApp, { file, name: header.app.name });
  }
  refuseElsewhere(restore, header, app);
  let [add, fill, gone, same] = [0, 0, 0, 0];
  const newer: RestorePlan["newer"][number][] = [];
  const unknown = new Set<string>();
  for await (const part of planParts(client, { file, header, app, isOverwriting })) {
    const added = part.steps.filter(({ act }) => act === "add").length;
    add += added;
    fill += part.steps.length - added;
    gone += part.gone;
    same += part.same;
    newer.push(...part.newer);
    part.unknownFields.forEach((code) => unknown.add(code));
  }
  const plan = { add, fill, newer, gone, same, unknownFields: [...unknown] };
  return { file, header, app, isOverwriting, plan };
}

/** Columns were lost in one place; what another one has in fields of the same name is brought together only by somebody's own word. */
function refuseElsewhere({ client, file, isElsewhere = false }: Restore, header: BackupHeader, app: string): void {
  const { scope, domain, keyField } = header;
  if (scope === "records" || (isSameDomain(client, header) && app === header.app.id)) {
    return;
  }
  const { id, name } = header.app;
  if (keyField === null) {
    throw createFailure("invalid", messages.unkeyed, { file, domain, name, id });
  }
  if (!isElsewhere) {
    const params = { file, domain, name, id, app, baseUrl: client.baseUrl, keyField };
    throw createFailure("invalid", messages.elsewhere, params);
  }
}

function isSameDomain(client: KintoneClient, header: BackupHeader): boolean {
  return new URL(client.baseUrl).origin === new URL(header.domain).origin;
}

const recordsPerCall = 100;

/** The plan of each hundred records of the backup, held against what is there at that moment. */
async function* planParts(
  client: KintoneClient,
  { file, header, app, isOverwriting }: Omit<PlannedRestore, "plan">,
): AsyncGenerator<RestorePlan> {
  const properties = objectOf(memberOf(await client.read("/k/v1/app/form/fields.json", { app }), "properties"));
  const isOwnDomain = isSameDomain(client, header);
  const isSameApp = isOwnDomain && app === header.app.id;
  const source = { app, keyField: header.keyField, isSameApp };
  for (const records of inParts(readBackupRecords(file))) {
    const find = await findPresent(client, records, source);
    yield planRestore({ header, records, find, properties, isOverwriting, isOwnDomain, isSameApp });
  }
}

function* inParts(records: Iterable<BackupRecord>): Generator<readonly BackupRecord[]> {
  let part: BackupRecord[] = [];
  for (const record of records) {
    part.push(record);
    if (part.length === recordsPerCall) {
      yield part;
      part = [];
    }
  }
  if (part.length > 0) {
    yield part;
  }
}

export type Restored = {
  readonly done: number;
  /** Added records that were brought to the state of their backup. */
  readonly moved: number;
  /** State → added records that could not be brought to it. */
  readonly unmoved: Readonly<Record<string, number>>;
};

/** Writes what the backup can bring back; each record names the revision it was compared with, so no newer value is overwritten. */
export async function applyRestore(
  client: KintoneClient,
  restore: PlannedRestore,
  onProgress: (done: number) => void,
): Promise<Restored> {
  const { file, header, app } = restore;
  const folder = resolve(file, "..", attachmentFolder);
  const unmoved: Record<string, number> = {};
  let [done, moved] = [0, 0];
  try {
    const process = header.scope === "records" ? await readProcess(client, app) : null;
    for await (const { steps } of planParts(client, restore)) {
      for (const act of ["fill", "add"] as const) {
        const part = steps.filter((step) => step.act === act);
        if (part.length > 0) {
          const records: Json[] = [];
          for (const step of part) {
            records.push(await toRestRecord(client, step, folder));
          }
          const answer = await client.write(act === "add" ? "POST" : "PUT", "/k/v1/records.json", { app, records });
          done += part.length;
          onProgress(done);
          const ids = listOf(memberOf(answer, "ids")).map(textOf);
          const states = part.map((step) => (step.act === "add" ? step.state : ""));
          const added = ids.map((id, index) => ({ id, state: states[index] ?? "" }));
          const result = await restoreStates(client, { app, process, records: act === "add" ? added : [] });
          moved += result.moved;
          result.unmoved.forEach((state) => (unmoved[state] = (unmoved[state] ?? 0) + 1));
        }
      }
    }
  } catch (error) {
    if (error instanceof SuiteError) {
      const params = { name: header.app.name, done, reason: error.message };
      throw createFailure(error.code, messages.stopped, params, { cause: error });
    }
    throw error;
  }
  return { done, moved, unmoved };
}

async function toRestRecord(client: KintoneClient, step: RestoreStep, folder: string): Promise<Json> {
  const values = await uploadFiles(client, step.values, folder);
  return step.act === "add" ? values : { id: step.id, revision: step.revision, record: values };
}

async function uploadFiles(client: KintoneClient, values: JsonObject, folder: string): Promise<JsonObject> {
  const filled: Record<string, Json> = {};
  for (const [code, field] of Object.entries(values)) {
    const type = textOf(memberOf(field, "type"));
    const items = listOf(memberOf(field, "value"));
    if (type === "SUBTABLE") {
      const rows: Json[] = [];
      for (const row of items) {
        rows.push({
          id: memberOf(row, "id"),
          value: await uploadFiles(client, objectOf(memberOf(row, "value")), folder),
        });
      }
      filled[code] = { value: rows };
    } else if (type === "FILE") {
      const keys: Json[] = [];
      for (const item of items) {
        keys.push({ fileKey: await uploadFile(client, item, folder) });
      }
      filled[code] = { value: keys };
    } else {
      filled[code] = { value: memberOf(field, "value") };
    }
  }
  return filled;
}

/** A file that is still in the record keeps its key; one of the backup is uploaded. */
async function uploadFile(client: KintoneClient, item: Json, folder: string): Promise<string> {
  const sha256 = textOf(memberOf(item, "sha256"));
  if (sha256 === "") {
    return textOf(memberOf(item, "fileKey"));
  }
  const file = resolve(folder, sha256);
  let bytes: Uint8Array;
  try {
    bytes = readFileSync(file);
  } catch (error) {
    throw createFailure("invalid", messages.noFile, { file }, { cause: error });
  }
  const answer = await client.upload({ name: textOf(memberOf(item, "name")), bytes });
  return textOf(memberOf(answer, "fileKey"));
}
