import { KintoneRestAPIError } from "@kintone/rest-api-client";
import type { KintoneRestAPIClient } from "@kintone/rest-api-client";
import { afterAll, beforeAll, describe, expect } from "vitest";
import type { TestPlatform } from "./harness.ts";
import { record, startNumberedApp } from "./records/numbered-app.ts";
import { documented, inClient, observed } from "./target/evidence.ts";
import { fact } from "./target/fact.ts";

let platform: TestPlatform;
let client: KintoneRestAPIClient;
let app: string;

beforeAll(async () => {
  ({ platform, app } = await startNumberedApp());
  client = platform.client();
});

afterAll(async () => {
  await platform.close();
});

/** The error that a call of the official client ends with. */
async function failureOf(call: Promise<unknown>): Promise<unknown> {
  return call.then(
    () => null,
    (error: unknown) => error,
  );
}

async function openCursor(): Promise<string> {
  const { id } = await client.record.createCursor({ app, size: 1 });
  return id;
}

describe("records through the official client", () => {
  fact(
    "adds, reads, updates and deletes one record",
    { evidence: documented("official description: records") },
    async () => {
      const added = await client.record.addRecord({ app, record: record("A1", "電子申請") });
      expect(added).toEqual({ id: expect.stringMatching(/^\d+$/u), revision: "1" });
      const { id } = added;
      const updated = await client.record.updateRecord({
        app,
        id,
        record: { 割合: { value: "41.10" }, 工程: { value: [{ value: { 段階: { value: "検討" } } }] } },
      });
      expect(updated).toEqual({ revision: "2" });
      const { record: read } = await client.record.getRecord({ app, id });
      expect(read).toMatchObject({
        $id: { type: "__ID__", value: id },
        $revision: { type: "__REVISION__", value: "2" },
        番号: { type: "SINGLE_LINE_TEXT", value: "A1" },
        割合: { type: "NUMBER", value: "41.1" },
        工程: { type: "SUBTABLE", value: [{ id: expect.any(String), value: { 段階: { value: "検討" } } }] },
        作成者: { type: "CREATOR", value: platform.me },
        更新日時: { type: "UPDATED_TIME", value: expect.stringMatching(/^\d{4}-\d\d-\d\dT\d\d:\d\d:00Z$/u) },
      });
      expect(await client.record.deleteRecords({ app, ids: [id], revisions: ["2"] })).toEqual({});
      expect(await failureOf(client.record.getRecord({ app, id }))).toMatchObject({
        code: "GAIA_RE01",
        status: 404,
        message: expect.stringContaining(`指定したレコード（id: ${id}）が見つかりません。`),
      });
    },
  );

  fact(
    "keeps records that were changed in between: a stale revision answers 409",
    { evidence: observed("2026-04", "public live test: 409") },
    async () => {
      const { id } = await client.record.addRecord({ app, record: record("B1") });
      await client.record.updateRecord({ app, id, record: { 名称: { value: "先" } }, revision: "1" });
      const stale = client.record.updateRecord({ app, id, record: { 名称: { value: "後" } }, revision: 1 });
      expect(await failureOf(stale)).toMatchObject({ code: "GAIA_CO02", status: 409 });
      expect((await client.record.getRecord({ app, id })).record["名称"]).toMatchObject({ value: "先" });
      const unchecked = client.record.updateRecord({ app, id, record: {}, revision: -1 });
      expect(await unchecked).toEqual({ revision: "3" });
    },
  );

  fact(
    "finds the record to change by its unique field",
    { evidence: documented("official description: records") },
    async () => {
      await client.record.addRecord({ app, record: record("C1") });
      const updateKey = { field: "番号", value: "C1" };
      expect(await client.record.updateRecord({ app, updateKey, record: { 名称: { value: "c" } } })).toEqual({
        revision: "2",
      });
      const missing = client.record.updateRecord({ app, updateKey: { field: "番号", value: "none" }, record: {} });
      expect(await failureOf(missing)).toMatchObject({ status: 404 });
      const wrong = client.record.updateRecord({ app, updateKey: { field: "名称", value: "c" }, record: {} });
      expect(await failureOf(wrong)).toMatchObject({ code: "CB_VA01" });
    },
  );

  fact(
    "inserts or updates several records at once",
    { evidence: documented("official description: records") },
    async () => {
      const answer = await client.record.updateAllRecords({
        app,
        upsert: true,
        records: [
          { updateKey: { field: "番号", value: "D1" }, record: { 名称: { value: "新" } } },
          { updateKey: { field: "番号", value: "C1" }, record: { 名称: { value: "既" } } },
        ],
      });
      expect(answer.records).toMatchObject([
        { operation: "INSERT", revision: "1" },
        { operation: "UPDATE", revision: "3" },
      ]);
    },
  );

  fact(
    "refuses all records of a call when one is wrong, naming it without the word record",
    { evidence: observed("2026-04", "kintone-emulator notes") },
    async () => {
      const before = await client.record.getRecords({ app, totalCount: true });
      const call = client.record.addRecords({ app, records: [record("E1"), record("E2", "十一文字を超える長い名称")] });
      const error = await failureOf(call);
      expect(error).toBeInstanceOf(KintoneRestAPIError);
      expect(error).toMatchObject({
        code: "CB_VA01",
        status: 400,
        errors: { "records[1].名称.value": { messages: ["11文字より短くなければなりません。"] } },
      });
      const after = await client.record.getRecords({ app, totalCount: true });
      expect(after.totalCount).toBe(before.totalCount);
      expect(await client.record.addRecords({ app, records: [] })).toMatchObject({ ids: [], revisions: [] });
    },
  );

  fact(
    "answers lists with query, fields and total",
    { evidence: documented("official description: records") },
    async () => {
      await client.record.addRecords({
        app,
        records: Array.from({ length: 3 }, (_, index) => record(`F${index}`, "並び")),
      });
      const query = '名称 in ("並び") order by 番号 asc limit 2';
      const { records, totalCount } = await client.record.getRecords({
        app,
        query,
        fields: ["番号", "$id"],
        totalCount: true,
      });
      expect(totalCount).toBe("3");
      expect(records).toEqual([
        { 番号: { type: "SINGLE_LINE_TEXT", value: "F0" }, $id: { type: "__ID__", value: expect.any(String) } },
        { 番号: { type: "SINGLE_LINE_TEXT", value: "F1" }, $id: { type: "__ID__", value: expect.any(String) } },
      ]);
      expect((await client.record.getRecords({ app, query })).totalCount).toBeNull();
      expect(await failureOf(client.record.getRecords({ app, query: "limit 501" }))).toMatchObject({
        code: "GAIA_QU01",
      });
    },
  );

  fact(
    "takes a query longer than a URL by way of a method override",
    { evidence: inClient("@kintone/rest-api-client: above 4096 characters") },
    async () => {
      const query = `番号 in (${Array.from({ length: 900 }, (_, index) => `"long-${index}"`).join(", ")}, "F1")`;
      const { records } = await client.record.getRecords({ app, query });
      expect(records).toHaveLength(1);
    },
  );

  fact(
    "gives all records by id and by cursor",
    { evidence: inClient("@kintone/rest-api-client: getAllRecords") },
    async () => {
      await client.record.addAllRecords({
        app,
        records: Array.from({ length: 620 }, (_, index) => record(`G${index}`)),
      });
      const condition = '番号 like "G1" or 番号 not in ("")';
      const byId = await client.record.getAllRecords({ app, condition });
      const byCursor = await client.record.getAllRecords({ app, condition, orderBy: "番号 asc" });
      expect(byId.length).toBeGreaterThan(620);
      expect(byCursor).toHaveLength(byId.length);
      const { id, totalCount } = await client.record.createCursor({ app, size: 500 });
      expect(Number(totalCount)).toBe(byId.length);
      expect((await client.record.getRecordsByCursor({ id })).next).toBe(true);
      expect(await client.record.deleteCursor({ id })).toEqual({});
      expect(await failureOf(client.record.getRecordsByCursor({ id }))).toMatchObject({ status: 404 });
    },
  );

  fact(
    "opens ten cursors and no more",
    { evidence: documented("developer site: create cursor"), needs: "quota" },
    async () => {
      const ids = await Promise.all(Array.from({ length: 10 }, openCursor));
      expect(await failureOf(openCursor())).toMatchObject({ code: "GAIA_TM12" });
      await Promise.all(ids.map((id) => client.record.deleteCursor({ id })));
    },
  );

  fact(
    "runs a bulk request whole or not at all",
    { evidence: documented("official description: records") },
    async () => {
      const { results } = await client.bulkRequest({
        requests: [
          { method: "POST", api: "/k/v1/record.json", payload: { app, record: record("H1") } },
          {
            method: "PUT",
            api: "/k/v1/records.json",
            payload: { app, records: [{ id: "999999999", record: record("H0") }], upsert: true },
          },
        ],
      });
      expect(results).toMatchObject([{ revision: "1" }, { records: [{ operation: "INSERT" }] }]);
      const error = await failureOf(
        client.bulkRequest({
          requests: [
            { method: "POST", api: "/k/v1/record.json", payload: { app, record: record("H2") } },
            { method: "POST", api: "/k/v1/record.json", payload: { app, record: record("H1") } },
            { method: "DELETE", api: "/k/v1/records.json", payload: { app, ids: ["1"] } },
          ],
        }),
      );
      expect(error).toMatchObject({
        code: "CB_VA01",
        bulkRequestIndex: 1,
        errors: { "record.番号.value": { messages: ["値がほかのレコードと重複しています。"] } },
      });
      expect((await client.record.getRecords({ app, query: '番号 = "H2"' })).records).toEqual([]);
    },
  );

  fact(
    "answers a failed bulk request with one error among empty results",
    { evidence: inClient("@kintone/rest-api-client: KintoneRestAPIError") },
    async () => {
      const body = {
        requests: [
          { method: "POST", api: "/k/v1/record.json", payload: { app, record: record("H3") } },
          { method: "POST", api: "/k/v1/record.json", payload: { app: 999_999_999, record: {} } },
        ],
      };
      const answer = await platform.call("POST", "/k/v1/bulkRequest.json", { body, language: "en" });
      expect(answer.status).toBe(404);
      expect(answer.body).toEqual({
        results: [{}, { code: "GAIA_AP01", id: expect.any(String), message: expect.stringContaining("999999999") }],
      });
    },
  );
});
