import { existsSync, mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { TestPlatform } from "./contract/harness.ts";
import { startTestPlatform } from "./contract/harness.ts";
import { createKintoneClient } from "../scripts/deploy/client/kintone-client.ts";
import { backupColumns } from "../scripts/deploy/backup/backup-columns.ts";
import { loadBackupFile } from "../scripts/deploy/backup/backup-file.ts";

let folder = "";
let domain: TestPlatform;
let app = "";

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), "machi-dx-backup-"));
  domain = await startTestPlatform();
  const client = domain.client();
  app = (await client.app.addApp({ name: "台帳" })).app;
  const fax = { type: "SINGLE_LINE_TEXT" as const, code: "fax", label: "FAX" };
  const paper = { type: "FILE" as const, code: "paper", label: "書類" };
  const price = { type: "NUMBER" as const, code: "price", label: "単価" };
  const memo = { type: "SINGLE_LINE_TEXT" as const, code: "memo", label: "メモ" };
  const table = { type: "SUBTABLE" as const, code: "table", label: "明細", fields: { price, memo } };
  await client.app.addFormFields({ app, properties: { fax, paper, table } });
  await client.app.deployApp({ apps: [{ app }] });
  const { fileKey } = await client.file.uploadFile({ file: { name: "契約書.txt", data: "契約" } });
  await client.record.addAllRecords({
    app,
    records: Array.from({ length: 601 }, (_, index) => ({
      fax: { value: index === 600 ? "" : `0280-84-${index}` },
      ...(index === 0 ? { paper: { value: [{ fileKey }] } } : {}),
      table: { value: [{ value: { price: { value: String(index) }, memo: { value: "残す" } } }] },
    })),
  });
}, 60_000);

afterAll(async () => {
  await domain.close();
  rmSync(folder, { recursive: true, force: true });
});

const client = (): ReturnType<typeof createKintoneClient> =>
  createKintoneClient({ baseUrl: domain.url, username: "admin", password: "admin" });

describe("backupColumns", () => {
  it("saves the named columns of every record, attachments and table columns too, and nothing else", async () => {
    const { file, records } = await backupColumns({
      client: client(),
      appId: app,
      fields: ["fax", "paper", "price"],
      folder,
    });
    expect(records).toBe(601);
    const backup = loadBackupFile(file);
    expect(backup.header).toMatchObject({ scope: "columns", app: { id: app, name: "台帳" } });
    expect(backup.header.fields).toEqual(["fax", "paper", "table.price"]);
    const [first] = backup.records;
    expect(first?.values).toMatchObject({
      fax: { type: "SINGLE_LINE_TEXT", value: "0280-84-0" },
      paper: { value: [{ name: "契約書.txt", sha256: expect.stringMatching(/^[0-9a-f]{64}$/u) }] },
      table: { value: [{ value: { price: { value: "0" } } }] },
    });
    const text = readFileSync(file, "utf8");
    expect(text).not.toContain("残す");
    expect(text).not.toContain("fileKey");
    const sha256 = /"sha256":"([0-9a-f]{64})"/u.exec(text)?.[1] ?? "";
    expect(readFileSync(join(folder, "files", sha256), "utf8")).toBe("契約");
    // Records of the town are for nobody else on this machine.
    expect(statSync(file).mode & 0o077).toBe(0);
  });

  it("never writes over an earlier backup", async () => {
    const first = await backupColumns({ client: client(), appId: app, fields: ["fax"], folder });
    const second = await backupColumns({ client: client(), appId: app, fields: ["fax"], folder });
    expect(second.file).not.toBe(first.file);
    expect(existsSync(first.file)).toBe(true);
  });
});

describe("loadBackupFile", () => {
  it("refuses a file that was cut off, changed, or is none", async () => {
    const { file } = await backupColumns({ client: client(), appId: app, fields: ["fax"], folder });
    const text = readFileSync(file, "utf8");
    const other = join(folder, "other.jsonl");
    writeFileSync(other, text.slice(0, -20));
    expect(() => loadBackupFile(other)).toThrow("途中で切れています");
    writeFileSync(other, text.replace("0280-84-7", "0280-84-8"));
    expect(() => loadBackupFile(other)).toThrow("中身が変わっています");
    writeFileSync(other, "{}\n");
    expect(() => loadBackupFile(other)).toThrow("控えのファイルではありません");
    expect(() => loadBackupFile(join(folder, "nowhere.jsonl"))).toThrow("nowhere.jsonl");
  });
});
