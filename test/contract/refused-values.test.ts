import { afterAll, beforeAll, describe, expect } from "vitest";
import type { TestPlatform } from "./harness.ts";
import { guess, observed } from "./target/evidence.ts";
import { fact } from "./target/fact.ts";
import { postValues, refusal, startValueApps, type Values, wrap } from "./write-values/value-apps.ts";

let target: TestPlatform;
let app: string;
let strict: string;

beforeAll(async () => {
  ({ target, app, strict } = await startValueApps());
});

afterAll(async () => {
  await target.close();
});

const emu = observed("2026-04", "kintone-emulator notes");

const post = async (values: Values, of = app): Promise<string> => postValues(of, values);

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
