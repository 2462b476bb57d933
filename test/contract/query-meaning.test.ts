import { afterAll, beforeAll, describe, expect } from "vitest";
import { startTestPlatform, type TestPlatform } from "./harness.ts";
import { listOf, read } from "./target/app-guard.ts";
import { documented, observed } from "./target/evidence.ts";
import { makeEveryTypeApp } from "./target/every-type-app.ts";
import { fact } from "./target/fact.ts";

let target: TestPlatform;
let app: string;

const row = (text: string, number: string, drop: string | null = null) => ({
  value: { t_text: { value: text }, t_number: { value: number }, t_drop: { value: drop }, t_lines: { value: text } },
});

/** Four records, named by the letter in `lines`. */
const records = [
  {
    lines: { value: "A 記号" },
    text: { value: "東京" },
    number: { value: "10" },
    drop: { value: "甲" },
    check: { value: ["甲", "乙"] },
    date: { value: "2026-04-01" },
    time: { value: "09:00" },
    datetime: { value: "2026-04-01T00:30:00Z" },
    table: { value: [row("赤", "1", "甲"), row("青", "2", "乙")] },
  },
  {
    lines: { value: "B 記号" },
    text: { value: "tokyo" },
    number: { value: "20" },
    drop: { value: "乙" },
    check: { value: ["乙"] },
    date: { value: "2026-04-30" },
    time: { value: "18:30" },
    datetime: { value: "2026-04-30T12:00:00Z" },
    table: { value: [row("赤", "5", "甲")] },
  },
  {
    lines: { value: "C" },
    text: { value: "ＴＯＫＹＯ" },
    number: { value: "30.5" },
    date: { value: "2026-05-01" },
    table: { value: [] },
  },
  { lines: { value: " \n " }, text: { value: 'a"b\\c' }, number: { value: "" }, table: { value: [row("", "")] } },
];
const letters = ["A", "B", "C", "D"];
let firstId = 0;

beforeAll(async () => {
  target = await startTestPlatform();
  app = await makeEveryTypeApp(target);
  const { body } = await target.call("POST", "/k/v1/records.json", { body: { app, records } });
  firstId = Number(listOf(read(body, "ids"))[0]);
});

afterAll(async () => {
  await target.close();
});

async function ask(query: string, language: "ja" | "en" = "ja"): ReturnType<TestPlatform["call"]> {
  return target.call("GET", `/k/v1/records.json?app=${app}&query=${encodeURIComponent(query)}`, { language });
}

/** The letters of the records a condition finds, in the order they come. */
async function find(condition: string, rest = "order by $id asc"): Promise<string> {
  const { status, body } = await ask(`${condition} ${rest}`);
  expect([status, read(body, "code")]).toEqual([200, undefined]);
  return listOf(read(body, "records"))
    .map((record) => letters[Number(read(read(record, "$id"), "value")) - firstId])
    .join("");
}

const emu = observed("2026-04", "kintone-emulator notes");
const docs = documented("developer site: query");

describe("a condition finds", () => {
  fact.each([
    ['text = "東京"', "A"],
    ['text = "tokyo"', "B"],
    ['text = "TOKYO"', ""],
    ['text = "ＴＯＫＹＯ"', "C"],
    ['text != "東京"', "BCD"],
    ['text in ("東京", "tokyo")', "AB"],
    ['text not in ("東京", "tokyo")', "CD"],
    ['text = "a\\"b\\\\c"', "D"],
    ['number = "10"', "A"],
    ["number = 10", "A"],
    ["number > 10", "BC"],
    ["number >= 20", "BC"],
    ["number < 20", "A"],
    ["number <= 10", "A"],
    ["number = 30.5", "C"],
    ["number in (10, 30.5)", "AC"],
    ['number in ("")', "D"],
    ["calc = 40", "B"],
    ['drop in ("甲")', "A"],
    ['drop not in ("甲")', "BCD"],
    ['drop in ("")', "CD"],
    ['drop in ("", "乙")', "BCD"],
    ['check in ("乙")', "AB"],
    ['check not in ("甲")', "BCD"],
    ['check in ("")', "CD"],
    ['date = "2026-04-01"', "A"],
    ['date >= "2026-04-30"', "BC"],
    ['date < "2026-04-30"', "A"],
    ['time > "09:00"', "B"],
    ['time <= "09:00"', "A"],
    ['datetime = "2026-04-01T09:30:00+09:00"', "A"],
    ['datetime > "2026-04-01T00:30:00Z"', "B"],
    ["lines is empty", "D"],
    ["lines is not empty", "ABC"],
    ["file is empty", "ABCD"],
    ["作成者 in (LOGINUSER())", "ABCD"],
    ["作成者 not in (LOGINUSER())", ""],
    ["user in (LOGINUSER())", ""],
    ['user in ("")', "ABCD"],
    ['number > 5 and text = "東京"', "A"],
    ['number > 25 or text = "東京"', "AC"],
    ['(number > 25 or text = "東京") and date < "2026-05-01"', "A"],
    ['number > 25 or text = "東京" and date > "2026-05-01"', "C"],
    ['number > 5 AND text = "東京"', "A"],
  ])("%s: %s", { evidence: emu }, async (condition, expected) => {
    expect(await find(condition)).toBe(expected);
  });

  fact.each([["number\t>\n5\u3000and \r\n number<25"], ['number>5 and text in ("東京","tokyo")']])(
    "the same with other blanks: %j",
    { evidence: emu },
    async (condition) => {
      expect(await find(condition)).toBe("AB");
    },
  );

  fact("by words, not by parts of them, whenever the index has them", { evidence: emu }, async () => {
    await expect.poll(async () => find('lines like "記号"')).toBe("AB");
  });
});

describe("a condition on a table", () => {
  fact.each([
    ['t_text in ("赤")', "AB"],
    ['t_text in ("青")', "A"],
    ['t_text not in ("赤")', "D"],
    ['t_text not in ("青")', "BD"],
    ['t_text in ("")', "D"],
    ["t_number > 1", "AB"],
    ["t_number > 4", "B"],
    ["t_number < 2", "A"],
    ['t_drop in ("乙")', "A"],
    ['t_drop not in ("乙")', "BD"],
    ['t_text in ("赤") and t_number > 1', "B"],
    ['t_text in ("青") and t_number > 1', "A"],
    ['t_text in ("青") and t_number < 2', ""],
    ["t_lines is empty", "D"],
    ["t_lines is not empty", "AB"],
  ])("%s: %s", { evidence: emu }, async (condition, expected) => {
    expect(await find(condition)).toBe(expected);
  });
});

describe("order, limit and offset", () => {
  fact.each([
    ["", "DCBA"],
    ["order by $id asc", "ABCD"],
    ["order by number desc limit 3", "CBA"],
    ["order by number asc limit 4", "DABC"],
    ["order by date desc limit 3", "CBA"],
    ["order by date desc, $id asc limit 1", "C"],
    ["order by $id asc limit 2", "AB"],
    ["order by $id asc limit 2 offset 1", "BC"],
    ["order by $id asc offset 3", "D"],
    ["limit 1", "D"],
    ["offset 4", ""],
    ["order by レコード番号 asc limit 1", "A"],
    ["order by 作成日時 asc, $id desc limit 1", "D"],
  ])("%s: %s", { evidence: emu }, async (rest, expected) => {
    expect(await find("", rest)).toBe(expected);
  });

  fact("without a limit 100 come, and no total unless it is asked for", { evidence: docs }, async () => {
    const { body } = await ask("");
    expect(read(body, "totalCount")).toBeNull();
    const counted = await target.call("GET", `/k/v1/records.json?app=${app}&totalCount=true&query=limit%201`);
    expect(counted.body).toMatchObject({ totalCount: "4", records: [{}] });
  });
});

describe("a query is refused", () => {
  fact.each([
    ["limit 501", "GAIA_QU01", "limit には 500 以下の値を指定してください。"],
    ["offset 10001", "GAIA_QU02", "offset には 10,000 以下の値を指定してください。"],
    ['無い = "x"', "GAIA_IQ11", "指定されたフィールド（無い）が見つかりません。"],
    ['text > "x"', "GAIA_IQ03", "textフィールドのフィールドタイプには演算子>を使用できません。"],
    [
      't_text = "x"',
      "GAIA_IQ07",
      "テーブルに設定している場合、t_textフィールドのフィールドタイプには、演算子=を使用できません。",
    ],
    [
      "date = FROM_TODAY(1, HOURS)",
      "GAIA_IQ25",
      "FROM_TODAY()の第2引数には、「DAYS」「WEEKS」「MONTHS」「YEARS」のいずれかを指定します。",
    ],
    ["date = THIS_MONTH(32)", "GAIA_IQ23", "指定した日にち（32）は無効です。1から31までの整数で指定します。"],
    ['table.t_text in ("x")', "GAIA_IR02", "クエリの指定が不正です。"],
    ['user in ("nobody-9")', "GAIA_IL26", "指定したユーザー（code：nobody-9）が見つかりません。"],
  ])("%s: %s", { evidence: emu }, async (query, code, message) => {
    const { status, body } = await ask(query);
    expect([status, body]).toEqual([400, { code, id: expect.any(String), message }]);
  });

  fact.each([
    ["date = FROM_TODAY(1)", "GAIA_IL08"],
    ["date = FROM_TODAY()", "GAIA_IL08"],
    ["text = TODAY()", "GAIA_IQ10"],
    ["number = TODAY()", "GAIA_IQ10"],
    ['drop in ("丙")', "GAIA_IQ10"],
    ['drop = "丙"', "GAIA_IQ10"],
    ['organization in ("nobody-9")', "GAIA_IL28"],
  ])("%s: %s", { evidence: emu }, async (query, code) => {
    const { status, body } = await ask(query);
    expect([status, read(body, "code")]).toEqual([400, code]);
  });

  fact.each([
    ["text = '東京'"],
    ["text = 東京"],
    ['text = "a\tb"'],
    ['text = "a\nb"'],
    ['`text` = "x"'],
    ['text = "x'],
    ['text == "x"'],
    ["text ="],
    ["(number > 1"],
    ["number > 1 and"],
    ["number > 1 number < 3"],
    ["limit -1"],
    ["limit x"],
    ["order by"],
    ["order by number sideways"],
  ])("as one that cannot be read: %s", { evidence: emu }, async (query) => {
    const { status, body } = await ask(query);
    expect([status, body]).toMatchObject([
      400,
      { code: "CB_VA01", errors: { query: { messages: ["クエリ記法が間違っています。"] } } },
    ]);
  });
});

/** The day in Tokyo some days from now, as the account's time zone counts. */
function dayFromNow(days: number): string {
  return new Date(Date.now() + (9 * 60 + days * 24 * 60) * 60_000).toISOString().slice(0, 10);
}

/** Midnight in Tokyo, or a minute ago if that is later: a moment of today that has passed. */
function earlierToday(): string {
  const midnight = new Date(`${dayFromNow(0)}T00:00:00+09:00`).getTime();
  return new Date(Math.max(midnight, Date.now() - 60_000)).toISOString();
}

/** Days and moments are told from now: what midnight cut in two is asked again. */
async function onOneDay(count: () => Promise<number>): Promise<number> {
  const day = dayFromNow(0);
  const found = await count();
  return day === dayFromNow(0) ? found : count();
}

/** How many records there are with this one value and the condition. */
async function countOwn(code: string, value: string, condition: string): Promise<number> {
  const { id } = await target.client().record.addRecord({ app, record: { [code]: { value } } });
  const { body } = await ask(`$id = ${id} and ${condition}`);
  await target.client().record.deleteRecords({ app, ids: [id] });
  return listOf(read(body, "records")).length;
}

describe("a function", () => {
  fact.each([
    ["date = TODAY()", 0, true],
    ["date = TODAY()", 1, false],
    ["date = YESTERDAY()", -1, true],
    ["date = TOMORROW()", 1, true],
    ["date > TODAY()", 1, true],
    ["date > TODAY()", 0, false],
    ["date >= TODAY()", 0, true],
    ["date = FROM_TODAY(3, DAYS)", 3, true],
    ["date = FROM_TODAY(-3, DAYS)", -3, true],
    ["date = FROM_TODAY(2, WEEKS)", 14, true],
    ["date < FROM_TODAY(1, MONTHS)", 0, true],
    ["date > FROM_TODAY(-1, YEARS)", 0, true],
    ["date = THIS_WEEK()", 0, true],
    ["date = THIS_MONTH()", 0, true],
    ["date = THIS_YEAR()", 0, true],
    ["date = LAST_YEAR()", 0, false],
    ["date = NEXT_YEAR()", 0, false],
    ["date = LAST_MONTH()", 0, false],
    ["date = NEXT_MONTH()", 0, false],
    ["date = LAST_WEEK()", 0, false],
    ["date = NEXT_WEEK()", 0, false],
    ["date != THIS_MONTH()", 0, false],
  ])("%s of the day %s from today: %s", { evidence: docs }, async (condition, days, expected) => {
    const count = await onOneDay(() => countOwn("date", dayFromNow(days), condition));
    expect(count).toBe(expected ? 1 : 0);
  });

  fact.each([
    ["datetime <= NOW()", true],
    ["datetime > NOW()", false],
    ["datetime = TODAY()", true],
    ["作成日時 = TODAY()", true],
  ])("%s of a moment ago: %s", { evidence: docs }, async (condition, expected) => {
    const count = await onOneDay(() => countOwn("datetime", earlierToday(), condition));
    expect(count).toBe(expected ? 1 : 0);
  });

  fact(
    "PRIMARY_ORGANIZATION drops its condition for someone without one",
    { evidence: emu, needs: "people" },
    async () => {
      expect(await find("organization in (PRIMARY_ORGANIZATION())")).toBe("ABCD");
    },
  );
});
