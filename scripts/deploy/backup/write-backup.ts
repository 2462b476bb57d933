import { existsSync } from "node:fs";
import { resolve } from "node:path";
import { defineMessages } from "../../../domain/message.ts";
import { createFailure } from "../../cli/failure.ts";
import type { JsonObject } from "../client/json.ts";
import { objectOf, valueOf } from "../client/json.ts";
import type { KintoneClient } from "../client/kintone-client.ts";
import type { BackupHeader } from "./backup-file.ts";
import { checkBackupFile, createBackupFile, readBackupRecords } from "./backup-file.ts";
import { countRecords, readRecords } from "./read-records.ts";
import { attachmentFolder, listAttachments, saveAttachments } from "./save-attachments.ts";

const messages = defineMessages({
  moved: {
    ja: "アプリ「{name}」の記録が、控えを取っている間に変わりました({counted}件のうち{written}件を書きました)。何も変えていません。人の少ない時間にもう一度実行してください。",
    en: "Records of “{name}” changed while they were backed up ({written} of {counted} written). Nothing was changed; run again at a quieter time.",
  },
  lost: {
    ja: "控え {file} の添付ファイル「{name}」がディスクにありません。空きと書き込みの権限を確かめて、もう一度実行してください。",
    en: "The attachment “{name}” of {file} is not on the disk. Check its space and rights, then run again.",
  },
});

type Source = {
  readonly client: KintoneClient;
  readonly header: BackupHeader;
  /** Fields to ask kintone for; without it all of them. */
  readonly ask?: readonly string[];
  /** What of a record goes into the backup. */
  readonly pick: (record: JsonObject) => JsonObject;
  readonly onProgress?: (count: number) => void;
};

export type WrittenBackup = { readonly file: string; readonly records: number; readonly sha256: string };

/** Writes the records of one app into a new file and reads it again: a backup that was not counted is none. */
export async function writeBackup(file: string, source: Source): Promise<WrittenBackup> {
  const { client, header, ask, pick, onProgress } = source;
  const folder = resolve(file, "..");
  const writer = createBackupFile(file, header);
  let last = "0";
  let count = 0;
  for await (const page of readRecords(client, header.app.id, ask)) {
    for (const record of page) {
      last = valueOf(record, "$id");
      const values = await saveAttachments(client, pick(objectOf(record)), folder);
      const key = header.scope === "columns" && header.keyField !== null ? valueOf(record, header.keyField) : undefined;
      writer.add({ id: last, revision: valueOf(record, "$revision"), values, key });
    }
    count += page.length;
    onProgress?.(count);
  }
  writer.finish();
  const counted = await countRecords(client, header.app.id, last);
  const written = checkBackupFile(file);
  if (written.records !== counted) {
    const params = { name: header.app.name, counted, written: written.records };
    throw createFailure("conflict", messages.moved, params);
  }
  for (const { values } of readBackupRecords(file)) {
    const lost = listAttachments(values).find(({ sha256 }) => !existsSync(resolve(folder, attachmentFolder, sha256)));
    if (lost !== undefined) {
      throw createFailure("unexpected", messages.lost, { file, name: lost.name });
    }
  }
  return { file, records: counted, sha256: written.sha256 };
}
