import { createHash } from "node:crypto";
import { closeSync, fsyncSync, mkdirSync, openSync, readFileSync, writeSync } from "node:fs";
import { dirname } from "node:path";
import * as v from "valibot";
import { defineMessages } from "../../../domain/message.ts";
import { createFailure } from "../../cli/failure.ts";
import { textOf } from "../../cli/say.ts";
import type { JsonObject } from "../client/json.ts";
import { isJsonObject } from "../client/json.ts";

const messages = defineMessages({
  damaged: {
    ja: "控えのファイル {file} は使えません({reason})。別の控えを指定してください。kintoneには何も書いていません。",
    en: "The backup {file} cannot be used ({reason}). Give another one; nothing was written.",
  },
  notBackup: { ja: "控えのファイルではありません", en: "it is not a backup" },
  cutOff: { ja: "最後の行がなく、書いている途中で切れています", en: "its last line is missing: it was cut off" },
  changed: { ja: "書いたあとに中身が変わっています", en: "its content changed after it was written" },
});

const headerSchema = v.object({
  kind: v.picklist(["machi-dx-backup"]),
  format: v.literal(1),
  /** Whole records, or only columns that were about to be lost. */
  scope: v.picklist(["records", "columns"]),
  domain: v.string(),
  app: v.object({ id: v.string(), key: v.nullable(v.string()), name: v.string() }),
  keyField: v.nullable(v.string()),
  fields: v.array(v.string()),
  takenAt: v.string(),
});

export type BackupHeader = v.InferOutput<typeof headerSchema>;

/** A record as kintone answered it, without the fields that are not in the backup; files are named by their SHA-256. */
export type BackupRecord = { readonly id: string; readonly revision: string; readonly values: JsonObject };

export type BackupWriter = {
  readonly add: (record: BackupRecord) => void;
  /** Writes the last line, without which a file counts as cut off, and brings everything to the disk. */
  readonly finish: () => { readonly records: number; readonly sha256: string };
};

/** Starts a file of JSON lines: the header, one line a record, and a last line with their number and SHA-256. */
export function createBackupFile(file: string, header: BackupHeader): BackupWriter {
  mkdirSync(dirname(file), { recursive: true, mode: 0o700 });
  // "wx": a backup is never written over another one. Only its owner may read records of the town.
  const handle = openSync(file, "wx", 0o600);
  const hash = createHash("sha256");
  let records = 0;
  const write = (line: object): void => {
    const text = `${JSON.stringify(line)}\n`;
    hash.update(text);
    writeSync(handle, text);
  };
  write(header);
  return {
    add: (record) => {
      records += 1;
      write(record);
    },
    finish: () => {
      const end = { records, sha256: hash.digest("hex") };
      writeSync(handle, `${JSON.stringify({ end })}\n`);
      fsyncSync(handle);
      closeSync(handle);
      return end;
    },
  };
}

const endSchema = v.object({ end: v.object({ records: v.number(), sha256: v.string() }) });
const recordSchema = v.object({ id: v.string(), revision: v.string(), values: v.custom<JsonObject>(isJsonObject) });

/** Reads a backup and holds it against its own last line: cut off, changed or foreign files are refused. */
export function loadBackupFile(file: string): { header: BackupHeader; records: BackupRecord[]; sha256: string } {
  const text = loadText(file);
  const lines = text.split("\n");
  const header = v.safeParse(headerSchema, parseJson(lines[0] ?? ""));
  if (!header.success) {
    throw createFailure("invalid", messages.damaged, { file, reason: textOf(messages.notBackup) });
  }
  const last = lines.at(-2) ?? "";
  const end = v.safeParse(endSchema, parseJson(last));
  if (!end.success || lines.at(-1) !== "") {
    throw createFailure("invalid", messages.damaged, { file, reason: textOf(messages.cutOff) });
  }
  const content = text.slice(0, text.length - last.length - 1);
  const { records: count, sha256 } = end.output.end;
  const records = lines.slice(1, -2).map((line) => v.safeParse(recordSchema, parseJson(line)));
  const parsed = records.flatMap((record) => (record.success ? [record.output] : []));
  if (createHash("sha256").update(content).digest("hex") !== sha256 || parsed.length !== count) {
    throw createFailure("invalid", messages.damaged, { file, reason: textOf(messages.changed) });
  }
  return { header: header.output, records: parsed, sha256 };
}

function loadText(file: string): string {
  try {
    return readFileSync(file, "utf8");
  } catch (error) {
    throw createFailure("invalid", messages.damaged, { file, reason: readReason(error) }, { cause: error });
  }
}

function readReason(error: unknown): string {
  return error instanceof Error ? (error.message.split("\n")[0] ?? error.name) : String(error);
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}
