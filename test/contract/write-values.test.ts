import { afterAll, beforeAll, describe, expect } from "vitest";
import { startTestPlatform, type TestPlatform } from "./harness.ts";
import { documented, guess, inClient, observed } from "./target/evidence.ts";
import { field, makeApp, makeEveryTypeApp } from "./target/every-type-app.ts";
import { fact } from "./target/fact.ts";
import { listOf, read } from "./target/app-guard.ts";

let target: TestPlatform;
let app: string;
let strict: string;

const options = { 甲: { label: "甲", index: "0" }, 乙: { label: "乙", index: "1" } };

beforeAll(async () => {
  target = await startTestPlatform();
  app = await makeEveryTypeApp(target);
  strict = await makeApp(target, "制約", {
    ...field("SINGLE_LINE_TEXT", "必", { required: true }),
    ...field("SINGLE_LINE_TEXT", "長", { minLength: "2", maxLength: "4", defaultValue: "初期" }),
    ...field("NUMBER", "数", { minValue: "1", maxValue: "10" }),
    ...field("NUMBER", "重", { unique: true }),
    ...field("SINGLE_LINE_TEXT", "独", { unique: true }),
    ...field("DROP_DOWN", "選", { options }),
    ...field("CHECK_BOX", "印", { options }),
    ...field("LINK", "所", { protocol: "WEB" }),
    ...field("DATE", "日"),
    ...field("SUBTABLE", "表", {
      fields: {
        ...field("NUMBER", "行数", { minValue: "1" }),
        ...field("SINGLE_LINE_TEXT", "行文", { maxLength: "3", defaultValue: "行" }),
        ...field("DROP_DOWN", "行選", { options }),
      },
    }),
  });
});

afterAll(async () => {
  await target.close();
});

type Values = Readonly<Record<string, unknown>>;

/** Each value in the form the API takes. */
function wrap(values: Values): object {
  return Object.fromEntries(Object.entries(values).map(([code, value]) => [code, { value }]));
}

async function post(values: Values, of = app): Promise<string> {
  const { status, body } = await target.call("POST", "/k/v1/record.json", { body: { app: of, record: wrap(values) } });
  expect([status, body]).toEqual([200, { id: expect.stringMatching(/^\d+$/u), revision: "1" }]);
  return String(read(body, "id"));
}

async function readValue(id: string, code: string, of = app): Promise<unknown> {
  const { body } = await target.call("GET", `/k/v1/record.json?app=${of}&id=${id}`);
  return read(read(read(body, "record"), code), "value");
}

type Refusal = { readonly status: number; readonly code: unknown; readonly errors: unknown };

async function refusal(method: string, body: unknown, language: "ja" | "en" = "ja"): Promise<Refusal> {
  const path = Array.isArray(read(body, "records")) ? "records" : "record";
  const answer = await target.call(method, `/k/v1/${path}.json`, { body, language });
  return { status: answer.status, code: read(answer.body, "code"), errors: read(answer.body, "errors") };
}

const emu = observed("2026-04", "kintone-emulator notes");
const types = documented("developer site: field types");

describe("a written value is read back as", () => {
  fact.each([
    ["text", "言葉", "言葉"],
    ["text", "  端の空白  ", "  端の空白  "],
    ["lines", "一\n二", "一\n二"],
    ["rich", "<b>太</b>", expect.stringContaining("太")],
    ["number", "15", "15"],
    ["number", 15, "15"],
    ["number", "0.5", "0.5"],
    ["number", "-3", "-3"],
    ["radio", "乙", "乙"],
    ["drop", "甲", "甲"],
    ["check", ["甲", "乙"], ["甲", "乙"]],
    ["multi", ["乙"], ["乙"]],
    ["date", "2026-04-01", "2026-04-01"],
    ["time", "09:05", "09:05"],
    ["datetime", "2026-04-01T09:30:45Z", "2026-04-01T09:30:00Z"],
    ["datetime", "2026-04-01T18:30:00+09:00", "2026-04-01T09:30:00Z"],
    ["link", "https://example.com/", "https://example.com/"],
    ["group", [{ code: "everyone" }], [{ code: "everyone", name: expect.any(String) }]],
  ])("%s: %j", { evidence: types }, async (code, value, expected) => {
    expect(await readValue(await post({ [code]: value }), code)).toEqual(expected);
  });

  fact.each([
    ["1.5e1", "15"],
    [" 42 ", "42"],
    ["0.10", "0.1"],
    ["007", "7"],
    ["-0", "0"],
  ])("the number that %j stands for: %s", { evidence: emu }, async (written, expected) => {
    expect(await readValue(await post({ number: written }), "number")).toBe(expected);
  });

  fact("people with their names, whatever name was sent", { evidence: types }, async () => {
    const id = await post({ user: [{ code: target.me.code, name: "別の名" }] });
    expect(await readValue(id, "user")).toEqual([target.me]);
  });
});

describe("an empty field is read as", () => {
  fact.each([
    ["text", ""],
    ["lines", ""],
    ["rich", ""],
    ["number", ""],
    ["link", ""],
    ["datetime", ""],
    ["drop", null],
    ["date", null],
    ["time", null],
    ["check", []],
    ["multi", []],
    ["user", []],
    ["organization", []],
    ["group", []],
    ["file", []],
    ["table", []],
  ])(
    "%s: %j",
    { evidence: observed("2026-09", "monosashi notes: REST GET of empty fields") },
    async (code, expected) => {
      expect(await readValue(await post({}), code)).toEqual(expected);
    },
  );

  fact.each([
    ["text", null, ""],
    ["number", null, ""],
    ["drop", "", null],
    ["date", "", null],
    ["time", "", null],
    ["datetime", null, ""],
    ["check", [], []],
    ["user", [], []],
  ])("%s written as %j: %j", { evidence: emu }, async (code, written, expected) => {
    expect(await readValue(await post({ [code]: written }), code)).toEqual(expected);
  });
});

describe("a copied record that is put back", () => {
  const mono = observed("2026-09", "monosashi write-behavior");

  fact.each([
    ["レコード番号", "RECORD_ID", "5"],
    ["作成日時", "CREATED_AT", "2026-01-01T00:00:00Z"],
    ["作成者", "CREATOR", { code: "x" }],
    ["更新者", "MODIFIER", { code: "x" }],
    ["更新日時", "MODIFIED_AT", "2026-01-01T00:00:00Z"],
    ["ステータス", "STATUS", "未処理"],
    ["作業者", "STATUS_ASSIGNEE", []],
  ])("is refused for %s, told as %s", { evidence: mono }, async (code, type, value) => {
    const id = await post({});
    const answer = await target.call("PUT", "/k/v1/record.json", {
      body: { app, id, record: wrap({ [code]: value }) },
    });
    expect([answer.status, answer.body]).toMatchObject([
      400,
      { code: "GAIA_UN10", message: `${type}型のフィールドに値を設定することはできません。` },
    ]);
  });

  fact("is refused for categories with a code of its own", { evidence: mono }, async () => {
    const id = await post({});
    const body = { app, id, record: wrap({ カテゴリー: ["A"] }) };
    expect(await refusal("PUT", body)).toMatchObject({ status: 400, code: "GA_UO01" });
  });

  fact.each([
    ["a calculated field", { calc: "999" }],
    ["$id and $revision", { $id: "9", $revision: "9" }],
    ["a code that the form does not have", { 無い: "x" }],
  ])("passes over %s", { evidence: mono }, async (_, values) => {
    const id = await post({ number: "4" });
    const answer = await target.call("PUT", "/k/v1/record.json", { body: { app, id, record: wrap(values) } });
    expect([answer.status, answer.body]).toEqual([200, { revision: "2" }]);
    expect(await readValue(id, "calc")).toBe("8");
  });

  fact("takes extra keys of the JavaScript form and a type that is wrong", { evidence: mono }, async () => {
    const id = await post({});
    const record = {
      text: { type: "NUMBER", value: "字", disabled: true, error: "x", confirmed: false, recordId: "1" },
    };
    const answer = await target.call("PUT", "/k/v1/record.json", { body: { app, id, record } });
    expect(answer.status).toBe(200);
    expect(await readValue(id, "text")).toBe("字");
  });
});

describe("a refused value says where and why", () => {
  const must = { ja: "必須です。", en: "Required." };
  const cases: readonly (readonly [string, Values, string, { readonly ja: string; readonly en: string }])[] = [
    ["required and missing", { 必: undefined }, "record.必.value", must],
    ["required and empty", { 必: "" }, "record.必.value", must],
    ["required and null", { 必: null }, "record.必.value", must],
    [
      "an option that is none",
      { 必: "x", 選: "丙" },
      "record.選.value",
      { ja: '"丙"は選択肢にありません。', en: 'The value, "丙", is not in options.' },
    ],
    [
      "an option in a list",
      { 必: "x", 印: ["甲", "丙"] },
      "record.印.values[1].value",
      { ja: '"丙"は選択肢にありません。', en: 'The value, "丙", is not in options.' },
    ],
    [
      "too long",
      { 必: "x", 長: "12345" },
      "record.長.value",
      { ja: "5文字より短くなければなりません。", en: "Enter less than 5 characters." },
    ],
    [
      "too short",
      { 必: "x", 長: "1" },
      "record.長.value",
      { ja: "1文字より長くなければなりません。", en: "Enter more than 1 characters." },
    ],
    [
      "empty and shorter than its minimum",
      { 必: "x", 長: "" },
      "record.長.value",
      { ja: "1文字より長くなければなりません。", en: "Enter more than 1 characters." },
    ],
    [
      "above the maximum",
      { 必: "x", 数: "11" },
      "record.数.value",
      { ja: "10以下である必要があります。", en: "The value must be 10 or less." },
    ],
    [
      "below the minimum",
      { 必: "x", 数: "0" },
      "record.数.value",
      { ja: "1以上である必要があります。", en: "The value must be 1 or more." },
    ],
    [
      "no number, in brackets",
      { 必: "x", 数: "abc" },
      "record[数].value",
      { ja: "数字でなければなりません。", en: "Only numbers are allowed." },
    ],
    [
      "a number with a comma",
      { 必: "x", 数: "1,000" },
      "record[数].value",
      { ja: "数字でなければなりません。", en: "Only numbers are allowed." },
    ],
    [
      "a number of a row below its minimum",
      { 必: "x", 表: [{ value: { 行数: { value: "0" } } }] },
      "record.表.value[0].value.行数.value",
      { ja: "1以上である必要があります。", en: "The value must be 1 or more." },
    ],
    [
      "a text of the second row",
      { 必: "x", 表: [{ value: {} }, { value: { 行文: { value: "1234" } } }] },
      "record.表.value[1].value.行文.value",
      { ja: "4文字より短くなければなりません。", en: "Enter less than 4 characters." },
    ],
    [
      "an option of a row",
      { 必: "x", 表: [{ value: { 行選: { value: "丙" } } }] },
      "record.表.value[0].value.行選.value",
      { ja: '"丙"は選択肢にありません。', en: 'The value, "丙", is not in options.' },
    ],
  ];

  for (const [what, values, path, messages] of cases) {
    for (const language of ["ja", "en"] as const) {
      fact(`${what} (${language})`, { evidence: emu }, async () => {
        expect(await refusal("POST", { app: strict, record: wrap(values) }, language)).toEqual({
          status: 400,
          code: "CB_VA01",
          errors: { [path]: { messages: [messages[language]] } },
        });
      });
    }
  }

  fact("in a call of several records without the word record", { evidence: emu }, async () => {
    const records = [wrap({ 必: "x" }), wrap({ 必: "x", 数: "11" })];
    expect(await refusal("POST", { app: strict, records })).toMatchObject({
      errors: { "records[1].数.value": { messages: ["10以下である必要があります。"] } },
    });
  });

  fact("for several fields together", { evidence: emu }, async () => {
    const { errors } = await refusal("POST", { app: strict, record: wrap({ 長: "1", 数: "11", 選: "丙" }) });
    expect(Object.keys(Object(errors)).toSorted()).toEqual(
      ["record.必.value", "record.数.value", "record.選.value", "record.長.value"].toSorted(),
    );
  });

  fact("for a link that is none", { evidence: emu }, async () => {
    const { errors } = await refusal("POST", { app: strict, record: wrap({ 必: "x", 所: "not a url" }) });
    expect(errors).toMatchObject({ "record.所.value": { messages: [expect.stringMatching(/^URL/u)] } });
  });

  fact.each([
    ["a date that is none", { 必: "x", 日: "2026-02-30" }],
    ["a date of another form", { 必: "x", 日: "2026/02/03" }],
  ])("for %s", { evidence: guess("refused; the text is not known") }, async (_, values) => {
    expect(await refusal("POST", { app: strict, record: wrap(values) })).toMatchObject({ status: 400 });
  });

  fact.each([
    ["an object for a text", { text: {} }],
    ["a text for a list", { check: "甲" }],
    ["a list for a text", { text: ["a"] }],
    ["a text for a table", { table: "x" }],
  ])("as broken JSON for %s", { evidence: observed("2026-09", "monosashi notes: CB_IJ01") }, async (_, values) => {
    expect(await refusal("POST", { app, record: wrap(values) })).toMatchObject({ status: 400, code: "CB_IJ01" });
  });
});

describe("a value that may not repeat", () => {
  const taken = { ja: "値がほかのレコードと重複しています。", en: "This value already exists in another record." };

  fact.each(["ja", "en"] as const)("is refused in the text of %s", { evidence: emu }, async (language) => {
    await post({ 必: "x", 独: `同じ${language}` }, strict);
    expect(await refusal("POST", { app: strict, record: wrap({ 必: "x", 独: `同じ${language}` }) }, language)).toEqual({
      status: 400,
      code: "CB_VA01",
      errors: { "record.独.value": { messages: [taken[language]] } },
    });
  });

  fact("may be empty any number of times", { evidence: emu }, async () => {
    await post({ 必: "x", 独: "" }, strict);
    await post({ 必: "x", 独: "" }, strict);
  });

  fact("may be written to its own record again", { evidence: emu }, async () => {
    const id = await post({ 必: "x", 独: "自分" }, strict);
    const body = { app: strict, id, record: wrap({ 独: "自分" }) };
    await expect(target.call("PUT", "/k/v1/record.json", { body })).resolves.toMatchObject({ status: 200 });
  });

  fact("is compared as the number it stands for", { evidence: guess("numbers are stored in one form") }, async () => {
    await post({ 必: "x", 重: "5.0" }, strict);
    expect(await refusal("POST", { app: strict, record: wrap({ 必: "x", 重: "5" }) })).toMatchObject({
      code: "CB_VA01",
    });
  });

  fact(
    "may not repeat within one call either",
    { evidence: guess("the call is as its records one by one") },
    async () => {
      const records = [wrap({ 必: "x", 独: "双子" }), wrap({ 必: "x", 独: "双子" })];
      expect(await refusal("POST", { app: strict, records })).toMatchObject({ status: 400, code: "CB_VA01" });
    },
  );
});

describe("a default", () => {
  fact("fills a key that is missing", { evidence: emu }, async () => {
    expect(await readValue(await post({ 必: "x" }, strict), "長", strict)).toBe("初期");
  });

  fact("does not fill on PUT", { evidence: emu }, async () => {
    const id = await post({ 必: "x", 長: "短い" }, strict);
    await target.call("PUT", "/k/v1/record.json", { body: { app: strict, id, record: wrap({ 必: "y" }) } });
    expect(await readValue(id, "長", strict)).toBe("短い");
  });

  fact("fills the fields a sent row leaves out", { evidence: emu }, async () => {
    const id = await post({ 必: "x", 表: [{ value: { 行数: { value: "1" } } }] }, strict);
    expect(await readValue(id, "表", strict)).toMatchObject([
      { value: { 行文: { value: "行" }, 行選: { value: null } } },
    ]);
  });

  fact("makes no rows of a table that is missing", { evidence: emu }, async () => {
    expect(await readValue(await post({ 必: "x" }, strict), "表", strict)).toEqual([]);
  });

  fact(
    "of a radio button is its first option",
    { evidence: observed("2026-04", "kintone-emulator notes") },
    async () => {
      expect(await readValue(await post({}), "radio")).toBe("甲");
    },
  );
});

function row(text: string, id?: string): object {
  return { ...(id !== undefined && { id }), value: { t_text: { value: text } } };
}

async function addTwoRows(): Promise<{ readonly id: string; readonly rows: readonly string[] }> {
  const id = await post({ table: [row("一"), row("二")] });
  return { id, rows: listOf(await readValue(id, "table")).map((each) => String(read(each, "id"))) };
}

/** Writes, and reads the ids and texts of the table's rows. */
async function putRows(id: string, record: object): Promise<readonly (readonly [unknown, unknown])[]> {
  const { status } = await target.call("PUT", "/k/v1/record.json", { body: { app, id, record } });
  expect(status).toBe(200);
  return listOf(await readValue(id, "table")).map((each) => [
    read(each, "id"),
    read(read(read(each, "value"), "t_text"), "value"),
  ]);
}

describe("a table on PUT", () => {
  fact("keeps its rows when it is not sent", { evidence: emu }, async () => {
    const { id, rows } = await addTwoRows();
    expect(await putRows(id, wrap({ text: "x" }))).toEqual([
      [rows[0], "一"],
      [rows[1], "二"],
    ]);
  });

  fact("loses all rows for an empty list", { evidence: emu }, async () => {
    const { id } = await addTwoRows();
    expect(await putRows(id, wrap({ table: [] }))).toEqual([]);
  });

  fact("keeps a row that is named by its id, and its unsent fields", { evidence: emu }, async () => {
    const { id, rows } = await addTwoRows();
    await putRows(id, wrap({ table: [{ id: rows[0], value: { t_number: { value: "3" } } }] }));
    expect(await readValue(id, "table")).toMatchObject([
      { id: rows[0], value: { t_text: { value: "一" }, t_number: { value: "3" } } },
    ]);
  });

  fact("gives a row of an unknown id another one", { evidence: emu }, async () => {
    const { id } = await addTwoRows();
    const [made] = await putRows(id, wrap({ table: [row("新", "999999999")] }));
    expect(made).toEqual([expect.not.stringMatching(/^999999999$/u), "新"]);
  });

  fact(
    "replaces rows that come without ids",
    { evidence: observed("2026-09", "monosashi write-behavior") },
    async () => {
      const { id, rows } = await addTwoRows();
      const made = await putRows(id, wrap({ table: [row("甲"), row("乙")] }));
      expect(made.map(([, text]) => text)).toEqual(["甲", "乙"]);
      expect(made.every(([each]) => !rows.includes(String(each)))).toBe(true);
    },
  );

  fact("takes the order in which its rows are sent", { evidence: guess("as the form moves rows") }, async () => {
    const { id, rows } = await addTwoRows();
    expect(await putRows(id, wrap({ table: [row("二", rows[1]), row("一", rows[0])] }))).toEqual([
      [rows[1], "二"],
      [rows[0], "一"],
    ]);
  });

  fact("does not take ids on POST", { evidence: emu }, async () => {
    const { rows } = await addTwoRows();
    const id = await post({ table: [row("写し", rows[0])] });
    expect(listOf(await readValue(id, "table")).map((each) => read(each, "id"))).not.toContain(rows[0]);
  });

  fact("has an empty text where a row's number is none", { evidence: emu }, async () => {
    const id = await post({ table: [{ value: { t_number: { value: "1,000" } } }] });
    expect(await readValue(id, "table")).toMatchObject([{ value: { t_number: { value: "" } } }]);
  });

  fact("calculates its rows with the fields above", { evidence: emu }, async () => {
    const id = await post({ number: "10", table: [{ value: { t_number: { value: "1" } } }] });
    expect(await readValue(id, "table")).toMatchObject([{ value: { t_calc: { value: "11" } } }]);
  });
});

describe("required is judged on the whole record", () => {
  fact("a field that became required holds up later changes until it is filled", { evidence: emu }, async () => {
    const later = await makeApp(target, "後から必須", {
      ...field("SINGLE_LINE_TEXT", "甲"),
      ...field("SINGLE_LINE_TEXT", "乙"),
    });
    const id = await post({ 甲: "x" }, later);
    const client = target.client();
    await client.app.updateFormFields({ app: later, properties: { 乙: { type: "SINGLE_LINE_TEXT", required: true } } });
    await client.app.deployApp({ apps: [{ app: later }] });
    const change = (values: Values) => refusal("PUT", { app: later, id, record: wrap(values) });
    expect(await change({ 甲: "y" })).toMatchObject({ errors: { "record.乙.value": { messages: ["必須です。"] } } });
    expect(await change({ 甲: "y", 乙: "z" })).toMatchObject({ status: 200 });
  });

  fact.each([
    ["CHECK_BOX", { options }, "record.欄.values"],
    ["MULTI_SELECT", { options }, "record.欄.values"],
    ["FILE", {}, "record.欄.values"],
    ["USER_SELECT", {}, "record.欄.values.value"],
    ["GROUP_SELECT", {}, "record.欄.values.value"],
    ["ORGANIZATION_SELECT", {}, "record.欄.values.value"],
    ["DATE", {}, "record.欄.value"],
    ["NUMBER", {}, "record.欄.value"],
    ["DROP_DOWN", { options }, "record.欄.value"],
  ])("%s says so under its own key", { evidence: emu }, async (type, rest, path) => {
    const one = await makeApp(target, "必須", field(type, "欄", { required: true, ...rest }));
    expect(await refusal("POST", { app: one, record: {} })).toEqual({
      status: 400,
      code: "CB_VA01",
      errors: { [path]: { messages: ["必須です。"] } },
    });
  });

  fact("a radio button and a calculated field are never missing", { evidence: emu }, async () => {
    const one = await makeApp(target, "必須でない", {
      ...field("RADIO_BUTTON", "丸", { required: true, options }),
      ...field("CALC", "式", { required: true, expression: "1 / 0" }),
    });
    await post({ 丸: null }, one);
  });
});

describe("how a record is asked for", () => {
  fact.each([
    ["numbers as texts", { app: "{app}", id: "{id}" }],
    ["numbers", { app: "number", id: "number" }],
  ])("%s are taken", { evidence: inClient("@kintone/rest-api-client types") }, async (_, kind) => {
    const id = await post({ text: "元" });
    const body = {
      app: kind.app === "number" ? Number(app) : app,
      id: kind.id === "number" ? Number(id) : id,
      record: {},
    };
    await expect(target.call("PUT", "/k/v1/record.json", { body })).resolves.toMatchObject({ body: { revision: "2" } });
  });

  fact("without a record all fields take their defaults", { evidence: emu }, async () => {
    const { status, body } = await target.call("POST", "/k/v1/record.json", { body: { app } });
    expect([status, body]).toEqual([200, { id: expect.any(String), revision: "1" }]);
  });

  fact("an empty list of records is added", { evidence: emu }, async () => {
    const { status, body } = await target.call("POST", "/k/v1/records.json", { body: { app, records: [] } });
    expect([status, body]).toEqual([200, { ids: [], revisions: [] }]);
  });
});
