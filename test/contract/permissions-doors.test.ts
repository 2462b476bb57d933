import type { KintoneRestAPIClient } from "@kintone/rest-api-client";
import { afterAll, beforeAll, describe, expect } from "vitest";
import type { TestPlatform } from "./harness.ts";
import { addGuarded, type Guarded, secret } from "./permissions/guarded-app.ts";
import { startTown } from "./permissions/town.ts";
import { documented } from "./target/evidence.ts";
import { fact } from "./target/fact.ts";

let platform: TestPlatform;
let admin: KintoneRestAPIClient;
let staff: KintoneRestAPIClient;
let chief: KintoneRestAPIClient;
let guarded: Guarded;

beforeAll(async () => {
  ({ platform, admin, staff, chief } = await startTown());
  guarded = await addGuarded(chief);
});

afterAll(async () => {
  await platform.close();
});

const named = (template: string): string =>
  template.replaceAll("{app}", guarded.app).replaceAll("{other}", guarded.other);

describe("every door, for someone who may not see a field or a record", () => {
  type Door = { path: string; method?: string; body?: object; code?: string; status?: number };
  const open = async ({ method = "GET", path, body }: Door, login = "tantou") =>
    platform.call(method, path, { login, ...(body && { body }) });
  const fill = ({ path, body, method }: Door): Door => ({
    path: named(path),
    ...(method !== undefined && { method }),
    ...(body && { body: { ...body, ...("app" in body && { app: named(String(body.app)) }) } }),
  });
  const answers: Door[] = [
    { path: "/k/v1/record.json?app={app}&id=1" },
    { path: "/k/v1/records.json?app={app}&totalCount=true" },
    { path: "/k/v1/records.json?app={app}&fields[0]=給与&fields[1]=番号&fields[2]=明細&fields[3]=個人" },
    { path: `/k/v1/records.json?app={app}&query=${encodeURIComponent('個人 like "p" order by 個人 asc')}` },
    { path: "/k/v1/records/acl/evaluate.json?app={app}&ids[0]=1&ids[1]=2" },
    { path: "/k/v1/record/comments.json?app={app}&record=1" },
    { path: "/k/v1/app/form/fields.json?app={app}" },
    { path: "/k/v1/app/form/layout.json?app={app}" },
    { path: "/k/v1/app/views.json?app={app}" },
    { path: "/k/v1/form.json?app={app}" },
  ];
  fact.each(answers)(
    "$path answers nothing of it",
    { evidence: documented("help: what a person may not see"), needs: "people" },
    async (door) => {
      const answer = await open(fill(door));
      expect(answer.status).toBe(200);
      expect(JSON.stringify(answer.body)).not.toContain(secret);
    },
  );

  const refusals: Door[] = [
    { path: `/k/v1/records.json?app={app}&query=${encodeURIComponent("給与 > 1")}`, code: "GAIA_IQ11" },
    { path: `/k/v1/records.json?app={app}&query=${encodeURIComponent('番号 like "n"')}`, code: "GAIA_IQ11" },
    { path: `/k/v1/records.json?app={app}&query=${encodeURIComponent("原価 > 1")}`, code: "GAIA_IQ11" },
    { path: `/k/v1/records.json?app={app}&query=${encodeURIComponent("order by 給与 desc")}`, code: "GAIA_IQ11" },
    { path: `/k/v1/records.json?app={app}&query=${encodeURIComponent('添付 like "a"')}`, code: "GAIA_IQ11" },
    { method: "POST", path: "/k/v1/records/cursor.json", body: { app: "{app}", query: "給与 > 1" }, code: "GAIA_IQ11" },
    {
      method: "PUT",
      path: "/k/v1/record.json",
      body: { app: "{app}", id: 1, record: { 給与: { value: 1 } } },
      code: "GAIA_FU01",
    },
    {
      method: "PUT",
      path: "/k/v1/record.json",
      body: { app: "{app}", id: 1, record: { メモ: { value: "書く" } } },
      code: "GAIA_FU01",
    },
    {
      method: "PUT",
      path: "/k/v1/record.json",
      body: { app: "{app}", id: 1, record: { 個人: { value: "書く" } } },
      code: "GAIA_FU01",
    },
    {
      method: "PUT",
      path: "/k/v1/record.json",
      body: { app: "{app}", id: 1, record: { 明細: { value: [{ value: { 原価: { value: 1 } } }] } } },
      code: "GAIA_FU01",
    },
    {
      method: "POST",
      path: "/k/v1/record.json",
      body: { app: "{app}", record: { 給与: { value: 1 } } },
      code: "GAIA_FU01",
    },
    {
      method: "PUT",
      path: "/k/v1/records.json",
      body: { app: "{app}", records: [{ id: 1, record: { 番号: { value: "x" } } }] },
      code: "GAIA_FU01",
    },
    {
      method: "PUT",
      path: "/k/v1/record.json",
      body: { app: "{app}", updateKey: { field: "番号", value: `n${secret}` } },
      code: "CB_VA01",
    },
    {
      method: "POST",
      path: "/k/v1/record.json",
      body: { app: "{other}", record: { 鍵: { value: "甲" } } },
      code: "GAIA_LO04",
    },
    { path: "/k/v1/record.json?app={app}&id=2", code: "CB_NO02" },
    {
      method: "PUT",
      path: "/k/v1/record.json",
      body: { app: "{app}", id: 2, record: { 名: { value: "x" } } },
      code: "CB_NO02",
    },
    {
      method: "PUT",
      path: "/k/v1/record.json",
      body: { app: "{app}", updateKey: { field: "名", value: `乙${secret}` } },
      code: "GAIA_RE20",
    },
    { method: "DELETE", path: "/k/v1/records.json?app={app}&ids[0]=2", code: "CB_NO02" },
    { method: "PUT", path: "/k/v1/record/status.json", body: { app: "{app}", id: 2, action: "x" }, code: "CB_NO02" },
    {
      method: "PUT",
      path: "/k/v1/record/assignees.json",
      body: { app: "{app}", id: 2, assignees: [] },
      code: "CB_NO02",
    },
    { path: "/k/v1/record/comments.json?app={app}&record=2", code: "CB_NO02" },
    {
      method: "POST",
      path: "/k/v1/record/comment.json",
      body: { app: "{app}", record: 2, comment: { text: "x" } },
      code: "CB_NO02",
    },
    {
      method: "POST",
      path: "/k/v1/record.json",
      body: { app: "{other}", record: { 鍵だけ: { value: `乙${secret}` } } },
      code: "GAIA_LO04",
    },
  ];
  fact.each(refusals)(
    "$method $path refuses with $code",
    { evidence: documented("help: app_rights, app_rights_example"), needs: "people" },
    async ({ code, ...door }) => {
      const answer = await open(fill(door));
      expect(answer.body).toMatchObject({ code });
      expect(answer.headers.get("X-Cybozu-Error")).toBe(code);
      expect([400, 403, 404]).toContain(answer.status);
    },
  );

  fact(
    "bulkRequest refuses what the single call refuses and undoes the rest",
    { evidence: documented("help: app_rights, app_rights_example"), needs: "people" },
    async () => {
      const answer = await open({
        method: "POST",
        path: "/k/v1/bulkRequest.json",
        body: {
          requests: [
            {
              method: "PUT",
              api: "/k/v1/record.json",
              payload: { app: guarded.app, id: 1, record: { 名: { value: "変" } } },
            },
            { method: "DELETE", api: "/k/v1/records.json", payload: { app: guarded.app, ids: [2] } },
          ],
        },
      });
      expect(answer).toMatchObject({ status: 403, body: { results: [{}, { code: "CB_NO02" }] } });
      const { record } = await staff.record.getRecord({ app: guarded.app, id: 1 });
      expect(record).toMatchObject({ 名: { value: "甲" } });
    },
  );

  fact(
    "a list neither shows nor counts the record, and a cursor keeps its owner",
    { evidence: documented("help: app_rights, app_rights_example"), needs: "people" },
    async () => {
      const { app } = guarded;
      const listed = await staff.record.getRecords({ app, totalCount: true });
      expect(listed).toMatchObject({ totalCount: "1", records: [{ $id: { value: "1" } }] });
      expect((await chief.record.getRecords({ app, totalCount: true })).totalCount).toBe("2");
      // Not even the administrator who made the app: the rule names the chief alone.
      expect((await admin.record.getRecords({ app, totalCount: true })).totalCount).toBe("1");
      const { id, totalCount } = await staff.record.createCursor({ app });
      expect(totalCount).toBe("1");
      await expect(chief.record.getRecordsByCursor({ id })).rejects.toMatchObject({ code: "GAIA_CR01" });
      const { records, next } = await staff.record.getRecordsByCursor({ id });
      expect([records.length, next]).toEqual([1, false]);
      expect(JSON.stringify(records)).not.toContain(secret);
    },
  );
});
