import { readFileSync } from "node:fs";
import { resolve } from "node:path";
import { defineMessages } from "../../../domain/message.ts";
import { SuiteError } from "../../../domain/suite-error.ts";
import { createFailure } from "../../cli/failure.ts";
import type { Json, JsonObject } from "../client/json.ts";
import { listOf, memberOf, objectOf, textOf } from "../client/json.ts";
import type { KintoneClient } from "../client/kintone-client.ts";
import type { BackupHeader, BackupRecord } from "./backup-file.ts";
import { loadBackupFile } from "./backup-file.ts";
import type { RestorePlan, RestoreStep } from "./plan-restore.ts";
import { planRestore } from "./plan-restore.ts";
import { readRecords } from "./read-records.ts";
import { attachmentFolder } from "./save-attachments.ts";

const messages = defineMessages({
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
};

export type PlannedRestore = {
  readonly file: string;
  readonly header: BackupHeader;
  readonly app: string;
  readonly plan: RestorePlan;
};

/** Reads a backup and what is there now; writes nothing. */
export async function planRestoreOf({ client, file, findApp, isOverwriting }: Restore): Promise<PlannedRestore> {
  const { header, records } = loadBackupFile(file);
  const app = findApp(header);
  if (app === null) {
    throw createFailure("not-found", messages.noApp, { file, name: header.app.name });
  }
  const properties = objectOf(memberOf(await client.read("/k/v1/app/form/fields.json", { app }), "properties"));
  const byId = new Map<string, Json>();
  const byKey = new Map<string, Json>();
  for await (const page of readRecords(client, app)) {
    for (const record of page) {
      byId.set(valueOf(record, "$id"), record);
      if (header.keyField !== null) {
        byKey.set(valueOf(record, header.keyField), record);
      }
    }
  }
  const isOwnDomain = isSameDomain(client.baseUrl, header.domain);
  const isSameApp = isOwnDomain && app === header.app.id;
  const find = (record: BackupRecord): { id: string; revision: string; values: JsonObject } | undefined => {
    const key = header.keyField === null ? "" : textOf(memberOf(record.values[header.keyField], "value"));
    const found = (isSameApp ? byId.get(record.id) : undefined) ?? (key === "" ? undefined : byKey.get(key));
    return found === undefined
      ? undefined
      : { id: valueOf(found, "$id"), revision: valueOf(found, "$revision"), values: objectOf(found) };
  };
  return { file, header, app, plan: planRestore({ header, records, find, properties, isOverwriting, isOwnDomain }) };
}

/** The platform of this machine changes its port and stays the same domain. */
function isSameDomain(left: string, right: string): boolean {
  return left === right || (new URL(left).hostname === "localhost" && new URL(right).hostname === "localhost");
}

const recordsPerCall = 100;

/** Writes what was planned; each record names the revision it was compared with, so no newer value is overwritten. */
export async function applyRestore(
  client: KintoneClient,
  { file, header, app, plan }: PlannedRestore,
  onProgress: (done: number) => void,
): Promise<number> {
  let done = 0;
  const folder = resolve(file, "..", attachmentFolder);
  try {
    for (const act of ["fill", "add"] as const) {
      const steps = plan.steps.filter((step) => step.act === act);
      for (let from = 0; from < steps.length; from += recordsPerCall) {
        const part = steps.slice(from, from + recordsPerCall);
        const records: Json[] = [];
        for (const step of part) {
          records.push(await toRestRecord(client, step, folder));
        }
        await client.write(act === "add" ? "POST" : "PUT", "/k/v1/records.json", { app, records });
        done += part.length;
        onProgress(done);
      }
    }
  } catch (error) {
    if (error instanceof SuiteError) {
      const params = { name: header.app.name, done, reason: error.message };
      throw createFailure(error.code, messages.stopped, params, { cause: error });
    }
    throw error;
  }
  return done;
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

function valueOf(record: Json, code: string): string {
  return textOf(memberOf(memberOf(record, code), "value"));
}
