import { afterAll, beforeAll, describe, expect } from "vitest";
import { startTestPlatform, type TestPlatform } from "./harness.ts";
import { listOf, read } from "./target/app-guard.ts";
import { documented, inClient, observed } from "./target/evidence.ts";
import { field, makeApp } from "./target/every-type-app.ts";
import { fact } from "./target/fact.ts";

let target: TestPlatform;
let source: string;
let app: string;

const emu = observed("2026-04", "kintone-emulator notes");

beforeAll(async () => {
  target = await startTestPlatform();
  source = await makeApp(target, "元", {
    ...field("SINGLE_LINE_TEXT", "鍵", { unique: true }),
    ...field("SINGLE_LINE_TEXT", "名"),
    ...field("NUMBER", "額"),
  });
  app = await makeApp(target, "写し", {
    ...field("SINGLE_LINE_TEXT", "引", { lookup: lookup() }),
    ...field("SINGLE_LINE_TEXT", "写名"),
    ...field("NUMBER", "写額"),
    ...field("NUMBER", "他"),
  });
  for (const [key, name, amount] of [
    ["K1", "一", "10"],
    ["K2", "二", "20"],
  ] as const) {
    await post(source, { 鍵: { value: key }, 名: { value: name }, 額: { value: amount } });
  }
});

afterAll(async () => {
  await target.close();
});

function lookup(change: object = {}): object {
  return {
    relatedApp: { app: source },
    relatedKeyField: "鍵",
    fieldMappings: [
      { field: "写名", relatedField: "名" },
      { field: "写額", relatedField: "額" },
    ],
    lookupPickerFields: [],
    filterCond: "",
    sort: "",
    ...change,
  };
}

async function post(of: string, record: object): Promise<string> {
  const { status, body } = await target.call("POST", "/k/v1/record.json", { body: { app: of, record } });
  expect(status).toBe(200);
  return String(read(body, "id"));
}

async function put(id: string, record: object): Promise<unknown> {
  const { status, body } = await target.call("PUT", "/k/v1/record.json", { body: { app, id, record } });
  return status === 200 ? 200 : body;
}

async function copies(id: string): Promise<readonly unknown[]> {
  const { body } = await target.call("GET", `/k/v1/record.json?app=${app}&id=${id}`);
  return ["引", "写名", "写額"].map((code) => read(read(read(body, "record"), code), "value"));
}

describe("a lookup", () => {
  fact("copies when a record is added", { evidence: emu }, async () => {
    expect(await copies(await post(app, { 引: { value: "K1" } }))).toEqual(["K1", "一", "10"]);
  });

  fact("leaves its copies empty without a key, whatever is sent for them", { evidence: emu }, async () => {
    expect(await copies(await post(app, { 写名: { value: "勝手" } }))).toEqual(["", "", ""]);
  });

  fact("copies anew when the key changes", { evidence: emu }, async () => {
    const id = await post(app, { 引: { value: "K1" } });
    expect(await put(id, { 引: { value: "K2" }, 写名: { value: "勝手" } })).toBe(200);
    expect(await copies(id)).toEqual(["K2", "二", "20"]);
  });

  fact("empties its copies with an empty key", { evidence: emu }, async () => {
    const id = await post(app, { 引: { value: "K1" } });
    expect(await put(id, { 引: { value: "" } })).toBe(200);
    expect(await copies(id)).toEqual(["", "", ""]);
  });

  fact(
    "keeps its copies when the key is not sent, and what is sent for them does not count",
    { evidence: emu },
    async () => {
      const id = await post(app, { 引: { value: "K1" } });
      expect(await put(id, { 他: { value: "1" }, 写名: { value: "勝手" } })).toBe(200);
      expect(await copies(id)).toEqual(["K1", "一", "10"]);
    },
  );

  fact("does not follow the source until its key is sent again", { evidence: emu }, async () => {
    const of = await post(source, { 鍵: { value: "K3" }, 名: { value: "前" } });
    const id = await post(app, { 引: { value: "K3" } });
    const body = { app: source, id: of, record: { 名: { value: "後" } } };
    await target.call("PUT", "/k/v1/record.json", { body });
    await put(id, { 他: { value: "2" } });
    expect((await copies(id))[1]).toBe("前");
    await put(id, { 引: { value: "K3" } });
    expect((await copies(id))[1]).toBe("後");
  });

  fact.each([
    [
      "ja",
      "フィールド「引」の値「無」が、ルックアップの参照先のフィールドにないか、またはアプリやフィールドの閲覧権限がありません。",
    ],
    [
      "en",
      "A value 無 in the field 引 does not exist in the datasource app for lookup, or you do not have permission to view the app or the field.",
    ],
  ] as const)("says in %s that the key is not there, without errors", { evidence: emu }, async (language, message) => {
    const body = { app, record: { 引: { value: "無" } } };
    const answer = await target.call("POST", "/k/v1/record.json", { language, body });
    expect([answer.status, answer.body]).toEqual([400, { code: "GAIA_LO04", id: expect.any(String), message }]);
  });

  fact("of several records tells the first that fails, without its index", { evidence: emu }, async () => {
    const records = [{ 引: { value: "K1" } }, { 引: { value: "無一" } }, { 引: { value: "無二" } }];
    const { body } = await target.call("POST", "/k/v1/records.json", { body: { app, records } });
    expect(body).toEqual({ code: "GAIA_LO04", id: expect.any(String), message: expect.stringContaining("無一") });
  });

  fact("refreshes in a call of several records", { evidence: emu }, async () => {
    const ids = [await post(app, {}), await post(app, {})];
    const records = ids.map((id) => ({ id, record: { 引: { value: "K2" } } }));
    await target.call("PUT", "/k/v1/records.json", { body: { app, records } });
    expect(await Promise.all(ids.map(copies))).toEqual([
      ["K2", "二", "20"],
      ["K2", "二", "20"],
    ]);
  });
});

async function addField(properties: object): Promise<unknown> {
  const answer = await target.call("POST", "/k/v1/preview/app/form/fields.json", { body: { app, properties } });
  return answer.status === 200 ? 200 : read(answer.body, "code");
}

describe("the definition of a lookup", () => {
  fact.each([
    ["a target that another lookup fills", { fieldMappings: [{ field: "写名", relatedField: "名" }] }, "CB_VA01"],
    ["a target that is not there", { fieldMappings: [{ field: "無い", relatedField: "名" }] }, "GAIA_FC01"],
    ["a source field that is not there", { fieldMappings: [{ field: "他", relatedField: "無い" }] }, "GAIA_FC01"],
    ["a target of another type", { fieldMappings: [{ field: "他", relatedField: "名" }] }, "CB_VA01"],
    ["$id as the key", { relatedKeyField: "$id", fieldMappings: [] }, "CB_VA01"],
  ])("is refused with %s", { evidence: emu }, async (_, change, code) => {
    expect(await addField(field("SINGLE_LINE_TEXT", "引二", { lookup: lookup(change) }))).toBe(code);
  });

  fact("may use the record number by its field code", { evidence: emu }, async () => {
    const change = { relatedKeyField: "レコード番号", fieldMappings: [] };
    expect(await addField(field("NUMBER", "番引", { lookup: lookup(change) }))).toBe(200);
    await target.client().app.deployApp({ apps: [{ app }] });
    const { body } = await target.call("GET", `/k/v1/records.json?app=${source}&query=limit%201&fields%5B0%5D=%24id`);
    const id = read(read(listOf(read(body, "records"))[0], "$id"), "value");
    await expect(post(app, { 番引: { value: id } })).resolves.toMatch(/^\d+$/u);
  });

  fact(
    "has only the keys of a lookup, and the related app by id and code",
    { evidence: observed("2026-09", "monosashi notes") },
    async () => {
      const { properties } = await target.client().app.getFormFields({ app });
      expect(Object.keys(properties["引"] ?? {}).toSorted()).toEqual(
        ["type", "code", "label", "noLabel", "required", "lookup"].toSorted(),
      );
      expect(read(read(properties["引"], "lookup"), "relatedApp")).toEqual({ app: source, code: "" });
    },
  );

  fact("whose key may repeat is refused at the deploy", { evidence: emu }, async () => {
    const loose = await makeApp(target, "重複可", { ...field("SINGLE_LINE_TEXT", "鍵"), ...field("NUMBER", "額") });
    const change = { relatedApp: { app: loose }, fieldMappings: [] };
    const other = await makeApp(target, "引く", field("NUMBER", "数"));
    const properties = field("SINGLE_LINE_TEXT", "引", { lookup: lookup(change) });
    const added = await target.call("POST", "/k/v1/preview/app/form/fields.json", { body: { app: other, properties } });
    expect(added.status).toBe(200);
    const answer = await target.call("POST", "/k/v1/preview/app/deploy.json", { body: { apps: [{ app: other }] } });
    expect([answer.status, read(answer.body, "code")]).toEqual([400, "GAIA_LO03"]);
  });
});

async function idOfRefusal(): Promise<unknown> {
  return read((await target.call("GET", "/k/v1/record.json")).body, "id");
}

describe("a refusal in both languages", () => {
  const required = { ja: ["必須です。"], en: ["Required field."] };
  const least = { ja: ["最小でも1以上です。"], en: ["must be greater than or equal to 1"] };
  const choice = { ja: ["Enum値のいずれかでなければなりません。"], en: ["must be one of the enum value"] };
  const addLimit = {
    ja: ["一度に100件までのレコードを追加できます。"],
    en: ["A maximum of 100 records can be added at one time."],
  };
  const updateLimit = {
    ja: ["一度に100件までのレコードを更新できます。"],
    en: ["A maximum of 100 records can be updated at one time."],
  };
  const many = Array.from({ length: 101 }, () => ({}));
  const faults = [
    ["GET", "/k/v1/record.json", { id: 1 }, "app", required],
    ["GET", "/k/v1/record.json", { app: "{app}" }, "id", required],
    ["GET", "/k/v1/record.json", { app: 0, id: 1 }, "app", least],
    ["GET", "/k/v1/records.json", {}, "app", required],
    ["POST", "/k/v1/record.json", {}, "app", required],
    ["POST", "/k/v1/records.json", { app: "{app}" }, "records", required],
    ["POST", "/k/v1/records.json", { app: "{app}", records: many }, "records", addLimit],
    [
      "PUT",
      "/k/v1/records.json",
      { app: "{app}", records: many.map((_, index) => ({ id: index + 1, record: {} })) },
      "records",
      updateLimit,
    ],
    ["GET", "/k/v1/record/comments.json", { app: "{app}", record: 1, order: "up" }, "order", choice],
    ["POST", "/k/v1/preview/app.json", {}, "name", required],
  ] as const;

  for (const [method, path, body, key, messages] of faults) {
    for (const language of ["ja", "en"] as const) {
      const sent = JSON.stringify(body).slice(0, 60);
      fact(`${method} ${path} ${sent}: ${key} (${language})`, { evidence: emu }, async () => {
        const filled: unknown = JSON.parse(JSON.stringify(body).replaceAll("{app}", app));
        const override = method === "GET" ? { headers: { "X-HTTP-Method-Override": "GET" } } : {};
        const how = method === "GET" ? "POST" : method;
        const answer = await target.call(how, path, { language, body: filled, ...override });
        expect([answer.status, answer.body]).toMatchObject([
          400,
          {
            code: "CB_VA01",
            message: language === "ja" ? "入力内容が正しくありません。" : "Missing or invalid input.",
            errors: { [key]: { messages: messages[language] } },
          },
        ]);
        expect(answer.headers.get("X-Cybozu-Error")).toBe("CB_VA01");
      });
    }
  }

  fact.each([
    [
      "/k/v1/record.json?app={app}&id=999999999",
      404,
      "指定したレコード（id: 999999999）が見つかりません。",
      "The specified record (ID: 999999999) is not found.",
    ],
    [
      "/k/v1/records.json?app=999999999",
      404,
      "指定したアプリ（id: 999999999）が見つかりません。削除されている可能性があります。",
      "The app (ID: 999999999) not found. The app may have been deleted.",
    ],
    [
      "/k/v1/file.json?fileKey=none",
      404,
      "指定したファイル（id: none）が見つかりません。",
      "The specified file (id: none) not found.",
    ],
  ])("GET %s", { evidence: emu }, async (path, status, ja, en) => {
    const filled = path.replace("{app}", app);
    expect([(await target.call("GET", filled)).status, (await target.call("GET", filled)).body]).toMatchObject([
      status,
      { message: ja },
    ]);
    expect((await target.call("GET", filled, { language: "en" })).body).toMatchObject({ message: en });
  });

  fact("has an id of its own each time", { evidence: emu }, async () => {
    const [one, two] = [await idOfRefusal(), await idOfRefusal()];
    expect(one).toMatch(/^[\w-]{16,24}$/u);
    expect(one).not.toBe(two);
  });
});

describe("each answer", () => {
  fact(
    "tells how many calls may run and are running",
    { evidence: documented("developer site: concurrent connection limit") },
    async () => {
      const { headers } = await target.call("GET", `/k/v1/records.json?app=${app}`);
      expect(headers.get("X-ConcurrencyLimit-Limit")).toBe("100");
      expect(headers.get("X-ConcurrencyLimit-Running")).toMatch(/^\d+$/u);
      expect(headers.get("Content-Type")).toMatch(/^application\/json;\s?charset=utf-8$/iu);
    },
  );

  fact.each([
    ["POST", "/k/v1/record.json", { app: "{app}", __REQUEST_TOKEN__: "x", $schema: "y" }],
    ["PUT", "/k/v1/records.json", { app: "{app}", records: [], nothing: 1 }],
  ])(
    "passes over keys it does not know: %s %s",
    { evidence: inClient("session clients add __REQUEST_TOKEN__ to the body") },
    async (method, path, body) => {
      const filled: unknown = JSON.parse(JSON.stringify(body).replaceAll("{app}", app));
      expect((await target.call(method, path, { body: filled })).status).toBe(200);
    },
  );
});

async function openCursor(body: object): Promise<{ status: number; id: string; body: unknown }> {
  const answer = await target.call("POST", "/k/v1/records/cursor.json", { body: { app: source, ...body } });
  return { status: answer.status, id: String(read(answer.body, "id")), body: answer.body };
}

async function readNext(id: string): Promise<unknown> {
  return (await target.call("GET", `/k/v1/records/cursor.json?id=${id}`)).body;
}

describe("a cursor", () => {
  fact(
    "gives all records in pages, and is gone with the last",
    { evidence: documented("developer site: create cursor, get cursor") },
    async () => {
      const { id, body } = await openCursor({ size: 2, query: "order by $id asc", fields: ["鍵"] });
      expect(body).toEqual({
        id: expect.stringMatching(/^[\da-f-]{36}$/u),
        totalCount: expect.stringMatching(/^\d+$/u),
      });
      const first = await readNext(id);
      expect(first).toMatchObject({ records: [{ 鍵: { value: "K1" } }, { 鍵: { value: "K2" } }] });
      expect(Object.keys(Object(listOf(read(first, "records"))[0]))).toEqual(["鍵"]);
      let page = first;
      while (read(page, "next") === true) {
        page = await readNext(id);
      }
      expect((await target.call("GET", `/k/v1/records/cursor.json?id=${id}`)).status).toBe(404);
    },
  );

  fact.each([
    ["a limit", { query: "limit 10" }],
    ["an offset", { query: "offset 1" }],
    ["a size above 500", { size: 501 }],
    ["a size below 1", { size: 0 }],
    ["a query that cannot be read", { query: "鍵 =" }],
    ["a field that is not there", { query: "無い = 1" }],
  ])(
    "is not opened with %s",
    { evidence: documented("official description of records/cursor.json") },
    async (_, body) => {
      expect((await openCursor(body)).status).toBe(400);
    },
  );

  fact("is closed by DELETE", { evidence: documented("official description of records/cursor.json") }, async () => {
    const { id } = await openCursor({});
    expect((await target.call("DELETE", "/k/v1/records/cursor.json", { body: { id } })).body).toEqual({});
    expect((await target.call("GET", `/k/v1/records/cursor.json?id=${id}`)).status).toBe(404);
  });
});
