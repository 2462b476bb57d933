import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, describe, expect, it } from "vitest";
import type { BackupHeader } from "./backup-file.ts";
import { checkBackupFile, createBackupFile, readBackupRecords } from "./backup-file.ts";

const header: BackupHeader = {
  kind: "machi-dx-backup",
  format: 1,
  scope: "records",
  domain: "https://example.cybozu.com",
  app: { id: "1", key: "dept", name: "組織" },
  keyField: "dept_code",
  fields: [],
  takenAt: "2026-11-22T00:00:00Z",
};

const folder = mkdtempSync(join(tmpdir(), "machi-dx-backup-file-"));

afterEach(() => rmSync(folder, { recursive: true, force: true }));

/** Lengths that do not divide a part of the file, in three bytes a character. */
function text(index: number): string {
  return "控え".repeat(150 + (index % 7));
}

describe("a backup of several megabytes", () => {
  it("is read record by record, also where a character lies across two parts of the file", () => {
    const file = join(folder, "large.jsonl");
    const writer = createBackupFile(file, header);
    for (let index = 0; index < 3000; index += 1) {
      writer.add({ id: String(index), revision: "1", values: { 名前: { type: "TEXT", value: text(index) } } });
    }
    const { sha256 } = writer.finish();
    expect(checkBackupFile(file)).toEqual({ header, records: 3000, sha256 });
    let count = 0;
    for (const record of readBackupRecords(file)) {
      expect([record.id, record.values]).toEqual([String(count), { 名前: { type: "TEXT", value: text(count) } }]);
      count += 1;
    }
    expect(count).toBe(3000);
  });
});
