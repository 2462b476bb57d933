import { existsSync } from "node:fs";
import { resolve } from "node:path";
import type { AppKey } from "../../../apps-schema/schema/app-key.ts";
import type { Json, JsonObject } from "../client/json.ts";
import { listOf, memberOf, objectOf, textOf } from "../client/json.ts";
import type { KintoneClient } from "../client/kintone-client.ts";
import type { BackupHeader } from "./backup-file.ts";
import { toFileTime } from "./file-time.ts";
import { writeBackup } from "./write-backup.ts";

type Columns = {
  readonly client: KintoneClient;
  readonly appId: string;
  /** Which app of the suite it is and the field that tells its records apart: without them they are only known where they were. */
  readonly suite?: { readonly key: AppKey; readonly keyField: string };
  /** Codes of fields that are about to be lost; columns of tables by their own code or as `table.column`. */
  readonly fields: readonly string[];
  readonly folder: string;
};

/** Saves the values of single fields of all records, attachments too, before the fields go; `deploy restore` brings them back. */
export async function backupColumns({
  client,
  appId,
  suite,
  fields,
  folder,
}: Columns): Promise<{ file: string; records: number }> {
  const properties = objectOf(memberOf(await client.read("/k/v1/app/form/fields.json", { app: appId }), "properties"));
  const tables = findTables(properties, fields);
  const plain = fields.filter((code) => hasValues(properties[code]));
  const now = new Date();
  const header: BackupHeader = {
    kind: "machi-dx-backup",
    format: 1,
    scope: "columns",
    domain: client.baseUrl,
    app: {
      id: appId,
      key: suite?.key ?? null,
      name: textOf(memberOf(await client.read("/k/v1/app.json", { id: appId }), "name")),
    },
    keyField: suite?.keyField ?? null,
    fields: [...plain, ...[...tables].flatMap(([table, cells]) => cells.map((cell) => `${table}.${cell}`))],
    takenAt: now.toISOString(),
  };
  const written = await writeBackup(findFreeName(folder, `${toFileTime(now)}-app${appId}-columns`), {
    client,
    header,
    ask: [...new Set([...plain, ...tables.keys(), ...(suite === undefined ? [] : [suite.keyField])])],
    pick: (record) => ({ ...pickPlain(record, plain), ...pickCells(record, tables) }),
  });
  return { file: written.file, records: written.records };
}

function findFreeName(folder: string, name: string): string {
  for (let count = 1; ; count += 1) {
    const file = resolve(folder, count === 1 ? `${name}.jsonl` : `${name}-${count}.jsonl`);
    if (!existsSync(file)) {
      return file;
    }
  }
}

/** Table → those of its columns that are asked for, by their own code or as `table.column`. */
function findTables(properties: JsonObject, fields: readonly string[]): Map<string, string[]> {
  return new Map(
    Object.entries(properties).flatMap(([table, property]) => {
      const cells = Object.keys(objectOf(memberOf(property, "fields"))).filter(
        (code) => fields.includes(code) || fields.includes(`${table}.${code}`),
      );
      return cells.length === 0 ? [] : [[table, cells] as const];
    }),
  );
}

/** Groups and related record lists hold nothing of their own. */
function hasValues(property: Json | undefined): boolean {
  return property !== undefined && !["GROUP", "REFERENCE_TABLE"].includes(textOf(memberOf(property, "type")));
}

function pickPlain(record: JsonObject, codes: readonly string[]): JsonObject {
  return Object.fromEntries(codes.flatMap((code) => (record[code] === undefined ? [] : [[code, record[code]]])));
}

function pickCells(record: JsonObject, tables: ReadonlyMap<string, readonly string[]>): JsonObject {
  return Object.fromEntries(
    [...tables].map(([table, cells]) => {
      const rows = listOf(memberOf(record[table], "value")).map((row): Json => {
        const value = pickPlain(objectOf(memberOf(row, "value")), cells);
        return { id: memberOf(row, "id"), value };
      });
      return [table, { type: "SUBTABLE", value: rows }];
    }),
  );
}
