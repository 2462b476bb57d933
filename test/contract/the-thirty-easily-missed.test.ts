import { afterAll, beforeAll, describe, expect } from "vitest";
import { startTestPlatform, type TestPlatform } from "./harness.ts";
import { listOf, read } from "./target/app-guard.ts";
import { documented, inClient, observed } from "./target/evidence.ts";
import { enableProcess, field, makeApp, makeEveryTypeApp } from "./target/every-type-app.ts";
import { fact } from "./target/fact.ts";

// What a local kintone is most often wrong about, and real tools and plugins rely on. One case each, thirty of them.

let target: TestPlatform;
let app: string;
let flow: string;

const options = { 甲: { label: "甲", index: "0" }, 乙: { label: "乙", index: "1" } };
const emu = observed("2026-04", "kintone-emulator notes");
const mono = observed("2026-09", "monosashi notes");

beforeAll(async () => {
  target = await startTestPlatform();
  app = await makeEveryTypeApp(target);
  flow = await makeApp(target, "流れ", field("SINGLE_LINE_TEXT", "文"));
  await enableProcess(target.client(), flow);
});

afterAll(async () => {
  await target.close();
});

async function post(record: object, of = app): Promise<string> {
  const { status, body } = await target.call("POST", "/k/v1/record.json", { body: { app: of, record } });
  expect(status).toBe(200);
  return String(read(body, "id"));
}

async function readRecord(id: string, of = app): Promise<unknown> {
  const { body } = await target.call("GET", `/k/v1/record.json?app=${of}&id=${id}`);
  return read(body, "record");
}

async function valueOf(id: string, code: string): Promise<unknown> {
  return read(read(await readRecord(id), code), "value");
}

async function refuse(method: string, path: string, body: unknown): Promise<unknown> {
  const answer = await target.call(method, path, { body });
  expect(answer.status).toBeGreaterThanOrEqual(400);
  return answer.body;
}

async function countOf(query: string): Promise<unknown> {
  const path = `/k/v1/records.json?app=${app}&totalCount=true&query=${encodeURIComponent(query)}`;
  return read((await target.call("GET", path)).body, "totalCount");
}

function toRequest(record: object): object {
  return { method: "POST", api: "/k/v1/record.json", payload: { app, record } };
}

describe("the thirty easily missed", () => {
  fact("1. ids, revisions, counts and sizes are texts, also where a number was sent", { evidence: emu }, async () => {
    const id = await post({});
    const { body } = await target.call("GET", `/k/v1/records.json?app=${app}&totalCount=true&query=limit%201`);
    expect(body).toMatchObject({ totalCount: expect.stringMatching(/^\d+$/u) });
    expect(await readRecord(id)).toMatchObject({ $id: { value: id }, $revision: { value: "1" } });
  });

  fact("2. the total is null unless it was asked for", { evidence: emu }, async () => {
    expect((await target.call("GET", `/k/v1/records.json?app=${app}`)).body).toMatchObject({ totalCount: null });
  });

  fact(
    "3. an empty drop-down reads null, an empty date null, an empty date-time an empty text",
    { evidence: mono },
    async () => {
      const record = await readRecord(await post({}));
      expect(record).toMatchObject({ drop: { value: null }, date: { value: null }, datetime: { value: "" } });
    },
  );

  fact("4. moments have no seconds", { evidence: emu }, async () => {
    expect(await valueOf(await post({ datetime: { value: "2026-04-01T09:30:59Z" } }), "datetime")).toBe(
      "2026-04-01T09:30:00Z",
    );
  });

  fact(
    "5. process fields are in no record while the process is off, but among the fields",
    { evidence: mono },
    async () => {
      expect(Object.keys(Object(await readRecord(await post({}))))).not.toContain("ステータス");
      const { properties } = await target.client().app.getFormFields({ app });
      expect(properties["ステータス"]).toMatchObject({ type: "STATUS", enabled: false });
    },
  );

  fact("6. related records and groups are fields without a value", { evidence: mono }, async () => {
    const group = await makeApp(target, "枠", { ...field("GROUP", "枠"), ...field("SINGLE_LINE_TEXT", "文") });
    const id = await post({}, group);
    expect(Object.keys(Object(await readRecord(id, group)))).not.toContain("枠");
  });

  fact("7. the default order is by id, newest first", { evidence: emu }, async () => {
    const [first, second] = [await post({}), await post({})];
    const { body } = await target.call("GET", `/k/v1/records.json?app=${app}&fields[0]=$id&query=limit%202`);
    expect(listOf(read(body, "records"))).toEqual(
      [second, first].map((id) => ({ $id: { type: "__ID__", value: id } })),
    );
  });

  fact("8. a revision of -1 is no check", { evidence: documented("official description of record.json") }, async () => {
    const id = await post({});
    const { body } = await target.call("PUT", "/k/v1/record.json", { body: { app, id, revision: -1, record: {} } });
    expect(body).toEqual({ revision: "2" });
  });

  fact("9. a step of the process adds two to the revision", { evidence: emu }, async () => {
    const id = await post({}, flow);
    const body = { app: flow, id, action: "始める" };
    expect((await target.call("PUT", "/k/v1/record/status.json", { body })).body).toEqual({ revision: "3" });
  });

  fact("10. a system field that is written is refused under its inner name", { evidence: mono }, async () => {
    const body = { app, id: await post({}), record: { 更新日時: { value: "2026-01-01T00:00:00Z" } } };
    expect(await refuse("PUT", "/k/v1/record.json", body)).toMatchObject({
      code: "GAIA_UN10",
      message: "MODIFIED_AT型のフィールドに値を設定することはできません。",
    });
  });

  fact(
    "11. calculated values, unknown codes and $id that are written are passed over",
    { evidence: mono },
    async () => {
      const id = await post({ calc: { value: "5" }, 無い: { value: "x" }, $id: { value: "7" } });
      expect(await valueOf(id, "calc")).not.toBe("5");
    },
  );

  fact("12. errors of several records are keyed without the word record", { evidence: emu }, async () => {
    const body = { app, records: [{}, { drop: { value: "丙" } }] };
    expect(Object.keys(Object(read(await refuse("POST", "/k/v1/records.json", body), "errors")))).toEqual([
      "records[1].drop.value",
    ]);
  });

  fact("13. text for a number is an error at the top and nothing in a table", { evidence: emu }, async () => {
    const body = { app, record: { number: { value: "1,000" } } };
    expect(read(await refuse("POST", "/k/v1/record.json", body), "errors")).toHaveProperty(["record[number].value"]);
    const id = await post({ table: { value: [{ value: { t_number: { value: "1,000" } } }] } });
    expect(await valueOf(id, "table")).toMatchObject([{ value: { t_number: { value: "" } } }]);
  });

  fact("14. required is judged on the stored record with the change in it", { evidence: emu }, async () => {
    const must = await makeApp(target, "必須", {
      ...field("SINGLE_LINE_TEXT", "必", { required: true }),
      ...field("NUMBER", "他"),
    });
    const id = await post({ 必: { value: "x" } }, must);
    const put = (record: object) => target.call("PUT", "/k/v1/record.json", { body: { app: must, id, record } });
    expect((await put({ 他: { value: "1" } })).status).toBe(200);
    expect((await put({ 必: { value: "" } })).status).toBe(400);
  });

  fact(
    "15. a default fills a missing key, never an empty value, and only when a record is added",
    { evidence: emu },
    async () => {
      const preset = await makeApp(target, "初期値", field("SINGLE_LINE_TEXT", "文", { defaultValue: "初" }));
      expect(await readRecord(await post({}, preset), preset)).toMatchObject({ 文: { value: "初" } });
      expect(await readRecord(await post({ 文: { value: "" } }, preset), preset)).toMatchObject({ 文: { value: "" } });
    },
  );

  fact("16. rows that come without ids replace the rows that are there", { evidence: mono }, async () => {
    const rows = { table: { value: [{ value: { t_text: { value: "x" } } }] } };
    const id = await post(rows);
    const before = read(listOf(await valueOf(id, "table"))[0], "id");
    await target.call("PUT", "/k/v1/record.json", { body: { app, id, record: rows } });
    expect(await valueOf(id, "table")).toEqual([
      expect.objectContaining({ id: expect.not.stringMatching(`^${String(before)}$`) }),
    ]);
  });

  fact(
    "17. an upload key cannot be downloaded and a record's key cannot be attached",
    { evidence: documented("developer site: upload-file, download-file") },
    async () => {
      const client = target.client();
      const { fileKey } = await client.file.uploadFile({ file: { name: "a.txt", data: "a" } });
      await expect(client.file.downloadFile({ fileKey })).rejects.toThrow("404");
      const id = await post({ file: { value: [{ fileKey }] } });
      const stored = read(listOf(await valueOf(id, "file"))[0], "fileKey");
      const again = { app, record: { file: { value: [{ fileKey: stored }] } } };
      expect(await refuse("POST", "/k/v1/record.json", again)).toMatchObject({ code: "GAIA_BL01" });
    },
  );

  fact("18. conditions on the same table hold in one row", { evidence: emu }, async () => {
    const rows = [
      { value: { t_text: { value: "赤18" }, t_number: { value: "1" } } },
      { value: { t_text: { value: "青18" }, t_number: { value: "2" } } },
    ];
    await post({ table: { value: rows } });
    expect([
      await countOf('t_text in ("赤18") and t_number > 1'),
      await countOf('t_text in ("青18") and t_number > 1'),
    ]).toEqual(["0", "1"]);
  });

  fact("19. a negative condition on a table needs a row, and every row to fit", { evidence: emu }, async () => {
    const id = await post({ table: { value: [] } });
    const query = encodeURIComponent(`$id = ${id} and t_text not in ("x")`);
    expect((await target.call("GET", `/k/v1/records.json?app=${app}&query=${query}`)).body).toMatchObject({
      records: [],
    });
  });

  fact(
    "20. a failed bulk request answers a list in which one element has the error",
    { evidence: inClient("@kintone/rest-api-client: KintoneRestAPIError") },
    async () => {
      const requests = [toRequest({}), toRequest({ drop: { value: "丙" } }), toRequest({})];
      expect(await refuse("POST", "/k/v1/bulkRequest.json", { requests })).toEqual({
        results: [{}, expect.objectContaining({ code: "CB_VA01" }), {}],
      });
    },
  );

  fact(
    "21. an upsert of an unknown id makes a record with another id",
    { evidence: documented("official description of records.json") },
    async () => {
      const body = { app, upsert: true, records: [{ id: 999_999_999, record: {} }] };
      const { body: answer } = await target.call("PUT", "/k/v1/records.json", { body });
      expect(answer).toEqual({
        records: [{ id: expect.not.stringMatching(/^999999999$/u), revision: "1", operation: "INSERT" }],
      });
    },
  );

  fact("22. a missing comment is 400, a missing record 404", { evidence: emu }, async () => {
    const record = await post({});
    const path = "/k/v1/record/comment.json";
    const missing = await target.call("DELETE", `${path}?app=${app}&record=${record}&comment=999`);
    expect([missing.status, read(missing.body, "code")]).toEqual([400, "GAIA_RE02"]);
    const nowhere = await target.call("DELETE", `${path}?app=${app}&record=999999999&comment=1`);
    expect([nowhere.status, read(nowhere.body, "code")]).toEqual([404, "GAIA_RE01"]);
  });

  fact("23. a comment ends with a space", { evidence: emu }, async () => {
    const record = await post({});
    await target.client().record.addRecordComment({ app, record, comment: { text: "済" } });
    expect((await target.client().record.getRecordComments({ app, record })).comments).toMatchObject([{ text: "済 " }]);
  });

  fact(
    "24. a lookup copies on the server, and what is sent for its copies does not count",
    { evidence: emu },
    async () => {
      const source = await makeApp(target, "元", {
        ...field("SINGLE_LINE_TEXT", "鍵", { unique: true }),
        ...field("NUMBER", "額"),
      });
      await post({ 鍵: { value: "K" }, 額: { value: "7" } }, source);
      const lookup = {
        relatedApp: { app: source },
        relatedKeyField: "鍵",
        fieldMappings: [{ field: "写", relatedField: "額" }],
        lookupPickerFields: [],
        filterCond: "",
        sort: "",
      };
      const copying = await makeApp(target, "写し", {
        ...field("SINGLE_LINE_TEXT", "引", { lookup }),
        ...field("NUMBER", "写"),
      });
      const id = await post({ 引: { value: "K" }, 写: { value: "999" } }, copying);
      expect(await readRecord(id, copying)).toMatchObject({ 写: { value: "7" } });
      const none = await refuse("POST", "/k/v1/record.json", { app: copying, record: { 引: { value: "無" } } });
      expect(none).toEqual({ code: "GAIA_LO04", id: expect.any(String), message: expect.stringContaining("無") });
    },
  );

  fact("25. a quotient has four decimals, other results have what they have", { evidence: emu }, async () => {
    const sums = await makeApp(target, "計算", {
      ...field("CALC", "商", { expression: "1 / 3" }),
      ...field("CALC", "積", { expression: "0.1 * 7" }),
      ...field("CALC", "無理", { expression: "1 / 0" }),
    });
    expect(await readRecord(await post({}, sums), sums)).toMatchObject({
      商: { value: "0.3333" },
      積: { value: "0.7" },
      無理: { value: "" },
    });
  });

  fact("26. a wrong formula is taken with the field and refused at the deploy", { evidence: emu }, async () => {
    const wrong = await makeApp(target, "式", field("NUMBER", "数"));
    const properties = field("CALC", "値", { expression: "無い + 1" });
    const added = await target.call("POST", "/k/v1/preview/app/form/fields.json", { body: { app: wrong, properties } });
    expect(added.status).toBe(200);
    const body = { apps: [{ app: wrong }] };
    expect(await refuse("POST", "/k/v1/preview/app/deploy.json", body)).toMatchObject({ code: "GAIA_IL01" });
  });

  fact("27. a new app is not there until its first deploy", { evidence: mono }, async () => {
    const { app: fresh } = await target.client().app.addApp({ name: "新規" });
    const answer = await target.call("GET", `/k/v1/app/form/fields.json?app=${fresh}`);
    expect([answer.status, read(answer.body, "code")]).toEqual([404, "GAIA_AP01"]);
    expect((await target.call("GET", `/k/v1/preview/app/form/fields.json?app=${fresh}`)).status).toBe(200);
  });

  fact(
    "28. views that are left out are deleted, the view of one's own tasks must stay",
    { evidence: mono },
    async () => {
      const client = target.client();
      const mine = "（作業者が自分）";
      const views = { 一: { type: "LIST", name: "一", index: 0, fields: ["文"] } };
      const builtin = { [mine]: { type: "LIST", builtinType: "ASSIGNEE", name: mine, index: 1, fields: ["文"] } };
      const put = (all: object) =>
        target.call("PUT", "/k/v1/preview/app/views.json", { body: { app: flow, views: all } });
      expect((await put({ ...views, ...builtin })).status).toBe(200);
      expect((await put(builtin)).status).toBe(200);
      expect(Object.keys((await client.app.getViews({ app: flow, preview: true })).views)).toEqual([
        "（作業者が自分）",
      ]);
      const body = { app: flow, views };
      expect(await refuse("PUT", "/k/v1/preview/app/views.json", body)).toMatchObject({ code: "GAIA_IL44" });
    },
  );

  fact(
    "29. DELETE is taken by query string and by body, a long GET as POST",
    { evidence: inClient("@kintone/rest-api-client and @kintone/rest") },
    async () => {
      const [one, two] = [await post({}), await post({})];
      expect((await target.call("DELETE", `/k/v1/records.json?app=${app}&ids%5B0%5D=${one}`)).status).toBe(200);
      expect((await target.call("DELETE", "/k/v1/records.json", { body: { app, ids: [two] } })).status).toBe(200);
      const headers = { "X-HTTP-Method-Override": "GET" };
      const long = await target.call("POST", "/k/v1/records.json", { headers, body: { app, query: `$id = ${one}` } });
      expect(long.body).toMatchObject({ records: [] });
    },
  );

  fact("30. unique is kept for five types and dropped in silence for others", { evidence: emu }, async () => {
    const kept = await makeApp(target, "重複", {
      ...field("SINGLE_LINE_TEXT", "文", { unique: true }),
      ...field("NUMBER", "数", { unique: true }),
      ...field("LINK", "所", { unique: true, protocol: "WEB" }),
      ...field("DATE", "日", { unique: true }),
      ...field("DATETIME", "時", { unique: true }),
      ...field("TIME", "刻", { unique: true }),
      ...field("DROP_DOWN", "選", { unique: true, options }),
    });
    const { properties } = await target.client().app.getFormFields({ app: kept });
    const unique = Object.entries(properties).filter(([, property]) => read(property, "unique") === true);
    expect(unique.map(([code]) => code).toSorted()).toEqual(["文", "数", "所", "日", "時"].toSorted());
  });
});
