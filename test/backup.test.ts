import { existsSync, mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { KintoneRestAPIClient } from "@kintone/rest-api-client";
import type { Platform } from "../platform/server.ts";
import { createPlatform } from "../platform/server.ts";
import { createKintoneClient } from "../scripts/deploy/client/kintone-client.ts";
import { listOf, memberOf, textOf, toJsonObject } from "../scripts/deploy/client/json.ts";
import { backupColumns } from "../scripts/deploy/backup/backup-columns.ts";
import type { RestoreCount, Restored } from "../scripts/deploy/backup/restore-backup.ts";
import { applyRestore, planRestoreOf } from "../scripts/deploy/backup/restore-backup.ts";
import { writeBackup } from "../scripts/deploy/backup/write-backup.ts";
import { checkBackupFile, readBackupRecords } from "../scripts/deploy/backup/backup-file.ts";

let folder = "";
let domain: Platform;
let app = "";

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), "machi-dx-backup-"));
  domain = await createPlatform({ dataDir: join(folder, "data"), port: 0 });
  const auth = { username: "admin", password: "admin" };
  const official = new KintoneRestAPIClient({ baseUrl: domain.url, auth });
  app = (await official.app.addApp({ name: "台帳" })).app;
  const fax = { type: "SINGLE_LINE_TEXT" as const, code: "fax", label: "FAX" };
  const paper = { type: "FILE" as const, code: "paper", label: "書類" };
  const price = { type: "NUMBER" as const, code: "price", label: "単価" };
  const memo = { type: "SINGLE_LINE_TEXT" as const, code: "memo", label: "メモ" };
  const table = { type: "SUBTABLE" as const, code: "table", label: "明細", fields: { price, memo } };
  await official.app.addFormFields({ app, properties: { fax, paper, table } });
  await official.app.deployApp({ apps: [{ app }] });
  const { fileKey } = await official.file.uploadFile({ file: { name: "契約書.txt", data: "契約" } });
  await official.record.addAllRecords({
    app,
    records: Array.from({ length: 601 }, (_, index) => ({
      fax: { value: index === 600 ? "" : `0280-84-${index}` },
      ...(index === 0 ? { paper: { value: [{ fileKey }] } } : {}),
      table: { value: [{ value: { price: { value: String(index) }, memo: { value: "残す" } } }] },
    })),
  });
});

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
    const { header } = checkBackupFile(file);
    expect(header).toMatchObject({ scope: "columns", app: { id: app, name: "台帳" } });
    expect(header.fields).toEqual(["fax", "paper", "table.price"]);
    const [first] = readBackupRecords(file);
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

async function restore(file: string, isOverwriting = false): Promise<RestoreCount & Restored> {
  const planned = await planRestoreOf({ client: client(), file, findApp: () => app, isOverwriting });
  return { ...planned.plan, ...(await applyRestore(client(), planned, () => {})) };
}

async function change(id: number, record: object): Promise<void> {
  await client().write("PUT", "/k/v1/record.json", { app, id, record: toJsonObject(record) });
}

async function read(id: number): Promise<unknown> {
  return memberOf(await client().read("/k/v1/record.json", { app, id }), "record");
}

describe("restore", () => {
  it("fills a column that was dropped and made again, cells and attachments too, and keeps newer values", async () => {
    const { file } = await backupColumns({ client: client(), appId: app, fields: ["fax", "paper", "price"], folder });
    const path = "/k/v1/preview/app/form/fields.json";
    const deploy = async (): Promise<unknown> =>
      client().write("POST", "/k/v1/preview/app/deploy.json", { apps: [{ app }] });
    await client().write("DELETE", path, { app, fields: ["fax", "paper", "price"] });
    await deploy();
    const fax = { type: "SINGLE_LINE_TEXT", code: "fax", label: "FAX" };
    const paper = { type: "FILE", code: "paper", label: "書類" };
    const price = { type: "NUMBER", code: "price", label: "単価" };
    await client().write("POST", path, { app, properties: { fax, paper } });
    await client().write("PUT", path, { app, properties: { table: { type: "SUBTABLE", fields: { price } } } });
    await deploy();
    await change(2, { fax: { value: "新しい番号" } });
    await client().write("DELETE", "/k/v1/records.json", { app, ids: [3] });

    const result = await restore(file);
    expect(result).toMatchObject({ done: 600, newer: [{ id: "2", fields: ["fax"] }], gone: 1, same: 0 });
    expect(await read(1)).toMatchObject({
      fax: { value: "0280-84-0" },
      paper: { value: [{ name: "契約書.txt" }] },
      table: { value: [{ value: { price: { value: "0" }, memo: { value: "残す" } } }] },
    });
    expect(await read(2)).toMatchObject({
      fax: { value: "新しい番号" },
      table: { value: [{ value: { price: { value: "1" } } }] },
    });
    expect(await restore(file)).toMatchObject({ done: 0, same: 599 });
    expect(await restore(file, true)).toMatchObject({ done: 1, newer: [] });
    expect(await read(2)).toMatchObject({ fax: { value: "0280-84-1" } });
  });

  it("brings back deleted records of a whole backup with who made them, and touches no other", async () => {
    const written = await writeBackup(join(folder, "whole.jsonl"), {
      client: client(),
      header: {
        kind: "machi-dx-backup",
        format: 1,
        scope: "records",
        domain: domain.url,
        app: { id: app, key: null, name: "台帳" },
        keyField: "fax",
        fields: [],
        takenAt: "",
      },
      pick: (record) => record,
    });
    expect(written.records).toBe(600);
    await client().write("DELETE", "/k/v1/records.json", { app, ids: [1, 10] });
    await change(20, { fax: { value: "" } });
    await change(21, { fax: { value: "町の変更" } });
    const result = await restore(written.file);
    expect(result).toMatchObject({ done: 3, newer: [{ id: "21", fields: ["fax"] }], gone: 0 });
    const found = await client().read("/k/v1/records.json", {
      app,
      query: 'fax in ("0280-84-0","0280-84-9") order by $id asc',
    });
    expect(listOf(memberOf(found, "records"))).toMatchObject([
      { fax: { value: "0280-84-0" }, paper: { value: [{ name: "契約書.txt" }] }, 作成者: { value: { code: "admin" } } },
      { fax: { value: "0280-84-9" } },
    ]);
    expect(await restore(written.file)).toMatchObject({ done: 0 });
  });
});

async function faxOf(id: number): Promise<string> {
  return textOf(memberOf(memberOf(await read(id), "fax"), "value"));
}

describe("restore into another domain", () => {
  it("takes another port of this machine for another domain: records are known by their key, not by their id", async () => {
    const written = await writeBackup(join(folder, "port.jsonl"), {
      client: client(),
      header: {
        kind: "machi-dx-backup",
        format: 1,
        scope: "records",
        domain: "http://localhost:1",
        app: { id: app, key: null, name: "台帳" },
        keyField: "fax",
        fields: [],
        takenAt: "",
      },
      pick: (record) => record,
    });
    const [left, right] = [await faxOf(30), await faxOf(31)];
    await change(30, { fax: { value: right } });
    await change(31, { fax: { value: left } });
    expect(await restore(written.file)).toMatchObject({
      // The one without a key is nobody there.
      add: 1,
      newer: [
        { id: "31", fields: ["table"] },
        { id: "30", fields: ["table"] },
      ],
    });
    await change(30, { fax: { value: left } });
    await change(31, { fax: { value: right } });
  });
});

const field = (code: string) => ({ type: "SINGLE_LINE_TEXT" as const, code, label: code });

describe("columns that were lost in one place", () => {
  it("come to another one only when somebody says so, to the records of the same key", async () => {
    const auth = { username: "admin", password: "admin" };
    const official = new KintoneRestAPIClient({ baseUrl: domain.url, auth });
    const cell = { type: "SUBTABLE" as const, code: "行", label: "行", fields: { 備考: field("備考") } };
    const places: string[] = [];
    for (const keys of [
      ["a", "b"],
      ["x", "b", "a"],
    ]) {
      const { app: place } = await official.app.addApp({ name: "課" });
      await official.app.addFormFields({
        app: place,
        properties: { 番号: field("番号"), 電話: field("電話"), 行: cell },
      });
      await official.app.deployApp({ apps: [{ app: place }] });
      const values = (key: string) => ({
        番号: { value: key },
        電話: { value: places.length === 0 ? `84-${key}` : "" },
      });
      await official.record.addRecords({ app: place, records: keys.map(values) });
      places.push(place);
    }
    const [origin = "", other = ""] = places;
    const suite = { key: "dept" as const, keyField: "番号" };
    const saved = { client: client(), appId: origin, fields: ["電話", "備考"], folder };
    const { file } = await backupColumns({ ...saved, suite });
    const place = { client: client(), findApp: () => other, isOverwriting: false };
    await expect(planRestoreOf({ ...place, file })).rejects.toThrow("--elsewhere");
    const planned = await planRestoreOf({ ...place, file, isElsewhere: true });
    expect(planned.plan).toMatchObject({ fill: 2, add: 0, gone: 0, unknownFields: ["行"] });
    await applyRestore(client(), planned, () => {});
    const { records } = await official.record.getRecords({ app: other, query: "order by $id asc" });
    expect(records.map((record) => record["電話"]?.value)).toEqual(["", "84-b", "84-a"]);
    // Without the key nobody can tell which record is which, whatever is said.
    const old = await backupColumns({ ...saved, fields: ["電話"] });
    await expect(planRestoreOf({ ...place, file: old.file, isElsewhere: true })).rejects.toThrow("見分けられない");
  });
});

describe("the state of restored records", () => {
  it("is reached by the actions, where kintone lets this account take them, and counted where it does not", async () => {
    const auth = { username: "admin", password: "admin" };
    const official = new KintoneRestAPIClient({ baseUrl: domain.url, auth });
    const flow = (await official.app.addApp({ name: "手続き" })).app;
    const name = { ...field("名前"), unique: true };
    await official.app.addFormFields({ app: flow, properties: { 名前: name } });
    const admin = [{ entity: { type: "USER" as const, code: "admin" } }];
    const other = [{ entity: { type: "GROUP" as const, code: "Administrators" } }];
    await official.app.updateProcessManagement({
      app: flow,
      enable: true,
      states: {
        受付: { name: "受付", index: "0", assignee: { type: "ONE", entities: [] } },
        審査: { name: "審査", index: "1", assignee: { type: "ANY", entities: admin } },
        選任: { name: "選任", index: "2", assignee: { type: "ONE", entities: other } },
        完了: { name: "完了", index: "3", assignee: { type: "ONE", entities: [] } },
      },
      actions: [
        { name: "出す", from: "受付", to: "審査" },
        { name: "終える", from: "審査", to: "完了", filterCond: '名前 != "止まる"' },
        { name: "割り当てる", from: "審査", to: "選任" },
      ],
    });
    await official.app.deployApp({ apps: [{ app: flow }] });
    const names = ["そのまま", "審査中", "終わり", "止まる"];
    await official.record.addRecords({ app: flow, records: names.map((value) => ({ 名前: { value } })) });
    const move = async (id: string, action: string): Promise<unknown> =>
      official.record.updateRecordStatus({ app: flow, id, action });
    for (const id of ["2", "3", "4"]) {
      await move(id, "出す");
    }
    await move("3", "終える");
    await official.record.updateRecord({ app: flow, id: 4, record: { 名前: { value: "進む" } } });
    await move("4", "終える");
    await official.record.updateRecord({ app: flow, id: 4, record: { 名前: { value: "止まる" } } });
    const { file } = await writeBackup(join(folder, "flow.jsonl"), {
      client: client(),
      header: {
        kind: "machi-dx-backup",
        format: 1,
        scope: "records",
        domain: domain.url,
        app: { id: flow, key: null, name: "手続き" },
        keyField: "名前",
        fields: [],
        takenAt: "",
      },
      pick: (record) => record,
    });
    await official.record.deleteRecords({ app: flow, ids: [1, 2, 3, 4] });
    const planned = await planRestoreOf({ client: client(), file, findApp: () => flow, isOverwriting: false });
    expect(planned.plan).toMatchObject({ add: 4, fill: 0 });
    expect(await applyRestore(client(), planned, () => {})).toEqual({ done: 4, moved: 2, unmoved: { 完了: 1 } });
    const { records } = await official.record.getRecords({ app: flow, query: "order by $id asc" });
    // Where a step was refused the record stays at the last state that could be reached.
    expect(records.map((record) => [record["名前"]?.value, record["ステータス"]?.value])).toEqual([
      ["そのまま", "受付"],
      ["審査中", "審査"],
      ["終わり", "完了"],
      ["止まる", "審査"],
    ]);
  });
});

describe("checkBackupFile", () => {
  it("refuses a file that was cut off, changed, or is none", async () => {
    const { file } = await backupColumns({ client: client(), appId: app, fields: ["fax"], folder });
    const text = readFileSync(file, "utf8");
    const other = join(folder, "other.jsonl");
    writeFileSync(other, text.slice(0, -20));
    expect(() => checkBackupFile(other)).toThrow("途中で切れています");
    writeFileSync(other, text.replace("0280-84-7", "0280-84-8"));
    expect(() => checkBackupFile(other)).toThrow("中身が変わっています");
    writeFileSync(other, "{}\n");
    expect(() => checkBackupFile(other)).toThrow("控えのファイルではありません");
    expect(() => checkBackupFile(join(folder, "nowhere.jsonl"))).toThrow("nowhere.jsonl");
  });
});
