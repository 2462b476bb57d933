import { quoteText } from "../../../apps-schema/record/quote-text.ts";
import { listOf, memberOf, objectOf, valueOf } from "../client/json.ts";
import type { KintoneClient } from "../client/kintone-client.ts";
import type { BackupRecord } from "./backup-file.ts";
import type { Present } from "./plan-restore.ts";

type Source = {
  readonly app: string;
  readonly keyField: string | null;
  /** Only in the very app that was backed up an id still means the same record. */
  readonly isSameApp: boolean;
};

/** Looks for the records of the app that those of a backup are: by id where that can be, else by key. */
export async function findPresent(
  client: KintoneClient,
  records: readonly BackupRecord[],
  { app, keyField, isSameApp }: Source,
): Promise<(record: BackupRecord) => Present | undefined> {
  const keyOf = (record: BackupRecord): string =>
    keyField === null ? "" : (record.key ?? valueOf(record.values, keyField));
  const ask = async (field: string, values: readonly string[]): Promise<Map<string, Present>> => {
    const query = `${field} in (${values.map(quoteText).join(",")}) limit 500`;
    const answer = values.length === 0 ? null : await client.read("/k/v1/records.json", { app, query });
    return new Map(
      listOf(memberOf(answer, "records")).map((found) => [
        valueOf(found, field),
        { id: valueOf(found, "$id"), revision: valueOf(found, "$revision"), values: objectOf(found) },
      ]),
    );
  };
  const byId = await ask(
    "$id",
    (isSameApp ? records : []).map(({ id }) => id),
  );
  const keys = records.filter(({ id }) => !byId.has(id)).map(keyOf);
  const byKey = await ask(keyField ?? "", [...new Set(keys.filter((key) => key !== ""))]);
  return (record) => byId.get(record.id) ?? byKey.get(keyOf(record));
}
