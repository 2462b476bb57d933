import { writeFileSync } from "node:fs";
import { resolve } from "node:path";
import type { AppKey } from "../../../apps-schema/schema/app-key.ts";
import type { AppSchema } from "../../../apps-schema/schema/app-schema.ts";
import type { JsonObject } from "../client/json.ts";
import type { KintoneClient } from "../client/kintone-client.ts";
import { toFileTime } from "./file-time.ts";
import { writeBackup } from "./write-backup.ts";

type Suite = {
  readonly client: KintoneClient;
  readonly environment: string;
  readonly apps: readonly AppSchema[];
  readonly ids: ReadonlyMap<AppKey, string>;
  /** The dated folder is made in it. */
  readonly folder: string;
  readonly now: Date;
  readonly onProgress: (progress: { readonly name: string; readonly count: number }) => void;
};

export type SuiteBackup = {
  readonly folder: string;
  readonly apps: readonly {
    readonly app: AppKey;
    readonly file: string;
    readonly records: number;
    readonly sha256: string;
  }[];
};

/** Saves all records of all apps of the suite with their attachments; each file is read again and counted. */
export async function backupSuite(suite: Suite): Promise<SuiteBackup> {
  const { client, environment, apps, ids, now, onProgress } = suite;
  const folder = resolve(suite.folder, `${environment}-${toFileTime(now)}`);
  const saved: SuiteBackup["apps"][number][] = [];
  for (const app of apps) {
    const id = ids.get(app.key);
    if (id !== undefined) {
      const name = `${app.key}.jsonl`;
      const written = await writeBackup(resolve(folder, name), {
        client,
        header: {
          kind: "machi-dx-backup",
          format: 1,
          scope: "records",
          domain: client.baseUrl,
          app: { id, key: app.key, name: app.name },
          keyField: app.keyField,
          fields: [],
          takenAt: now.toISOString(),
        },
        pick: withoutMeta,
        onProgress: (count) => onProgress({ name: app.name, count }),
      });
      saved.push({ app: app.key, file: name, records: written.records, sha256: written.sha256 });
    }
  }
  const list = { kind: "machi-dx-backup-list", format: 1, environment, takenAt: now.toISOString(), apps: saved };
  // Written last: a folder without it was cut off.
  writeFileSync(resolve(folder, "backup.json"), `${JSON.stringify(list, null, 2)}\n`, { mode: 0o600 });
  return { folder, apps: saved };
}

function withoutMeta(record: JsonObject): JsonObject {
  const { $id: _id, $revision: _revision, ...values } = record;
  return values;
}
