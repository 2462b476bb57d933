import { createHash } from "node:crypto";
import { closeSync, fsyncSync, mkdirSync, openSync, readSync, writeSync } from "node:fs";
import { dirname } from "node:path";
import * as v from "valibot";
import { defineMessages } from "../../../domain/message.ts";
import { createFailure } from "../../cli/failure.ts";
import { textOf } from "../../cli/say.ts";
import type { JsonObject } from "../client/json.ts";
import { isJsonObject, parseJson } from "../client/json.ts";

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

/**
 * A record as kintone answered it, without the fields that are not in the backup; files are named by their SHA-256. `key`: what its key
 * field said, where that is not among the values.
 */
export type BackupRecord = {
  readonly id: string;
  readonly revision: string;
  readonly values: JsonObject;
  readonly key?: string | undefined;
};

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
const recordSchema = v.object({
  id: v.string(),
  revision: v.string(),
  values: v.custom<JsonObject>(isJsonObject),
  key: v.optional(v.string()),
});

/** Reads a backup through once and holds it against its own last line: cut off, changed or foreign files are refused. */
export function checkBackupFile(file: string): { header: BackupHeader; records: number; sha256: string } {
  const hash = createHash("sha256");
  let header: BackupHeader | null = null;
  let lines = 0;
  let last = "";
  let isEnded = false;
  for (const line of readLines(file)) {
    if (header === null) {
      header = parseHeader(file, line.text);
    } else {
      lines += 1;
    }
    // The last line is not among what it seals.
    if (lines > 0) {
      hash.update(`${last}\n`);
    }
    last = line.text;
    ({ isEnded } = line);
  }
  header ??= parseHeader(file, "");
  const end = v.safeParse(endSchema, parseJson(last));
  if (!end.success || !isEnded) {
    throw createFailure("invalid", messages.damaged, { file, reason: textOf(messages.cutOff) });
  }
  const { records, sha256 } = end.output.end;
  if (hash.digest("hex") !== sha256 || lines - 1 !== records) {
    throw createFailure("invalid", messages.damaged, { file, reason: textOf(messages.changed) });
  }
  return { header, records, sha256 };
}

/** The records of a backup one by one, so that no app has to fit into memory; `checkBackupFile` comes first. */
export function* readBackupRecords(file: string): Generator<BackupRecord> {
  let isHeader = true;
  for (const { text } of readLines(file)) {
    const record = isHeader ? null : v.safeParse(recordSchema, parseJson(text));
    isHeader = false;
    if (record?.success === true) {
      yield record.output;
    }
  }
}

function parseHeader(file: string, text: string): BackupHeader {
  const header = v.safeParse(headerSchema, parseJson(text));
  if (!header.success) {
    throw createFailure("invalid", messages.damaged, { file, reason: textOf(messages.notBackup) });
  }
  return header.output;
}

type Line = { readonly text: string; readonly isEnded: boolean };

const chunkSize = 1 << 20;

function* readLines(file: string): Generator<Line> {
  const handle = openFile(file);
  try {
    const buffer = Buffer.allocUnsafe(chunkSize);
    // Bytes, not text: a character may lie across two chunks.
    let rest: Buffer[] = [];
    for (let size = readSync(handle, buffer); size > 0; size = readSync(handle, buffer)) {
      let from = 0;
      for (let at = buffer.indexOf(10, from); at !== -1 && at < size; at = buffer.indexOf(10, from)) {
        yield { text: Buffer.concat([...rest, buffer.subarray(from, at)]).toString("utf8"), isEnded: true };
        rest = [];
        from = at + 1;
      }
      rest.push(Buffer.from(buffer.subarray(from, size)));
    }
    const tail = Buffer.concat(rest).toString("utf8");
    if (tail !== "") {
      yield { text: tail, isEnded: false };
    }
  } finally {
    closeSync(handle);
  }
}

function openFile(file: string): number {
  try {
    return openSync(file, "r");
  } catch (error) {
    throw createFailure("invalid", messages.damaged, { file, reason: readReason(error) }, { cause: error });
  }
}

function readReason(error: unknown): string {
  return error instanceof Error ? (error.message.split("\n")[0] ?? error.name) : String(error);
}
