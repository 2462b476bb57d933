import { afterAll, beforeAll, describe, expect } from "vitest";
import { createApp, createLiveApp, deploy, field, put } from "./calculations/formula-apps.ts";
import { startTestPlatform, type TestPlatform } from "./harness.ts";
import { documented, observed } from "./target/evidence.ts";
import { fact } from "./target/fact.ts";

let platform: TestPlatform;

beforeAll(async () => {
  platform = await startTestPlatform();
});

afterAll(async () => {
  await platform.close();
});

describe("fields with formulas", () => {
  // Observed on a real tenant on 2026-04-25: the keys of a CALC property.
  fact(
    "answers every key of a calculated field",
    { evidence: observed("2026-04-25", "kintone-emulator calc notes") },
    async () => {
      const app = await createApp("計算の設定", field("CALC", "合計", { expression: "1 + 1" }));
      const { properties } = await platform.client().app.getFormFields({ app, preview: true });
      expect(properties["合計"]).toStrictEqual({
        type: "CALC",
        code: "合計",
        label: "合計の欄",
        noLabel: false,
        required: false,
        expression: "1 + 1",
        format: "NUMBER",
        displayScale: "",
        hideExpression: false,
        unit: "",
        unitPosition: "BEFORE",
      });
    },
  );

  fact.each(["NUMBER", "NUMBER_DIGIT", "DATETIME", "DATE", "TIME", "HOUR_MINUTE", "DAY_HOUR_MINUTE"])(
    "takes the format %s with scale, unit and a hidden formula",
    { evidence: observed("2026-04-25", "kintone-emulator calc notes") },
    async (format) => {
      const settings = {
        expression: "1",
        format,
        displayScale: "2",
        unit: "円",
        unitPosition: "AFTER",
        hideExpression: true,
      };
      const app = await createApp("形式", field("CALC", "値", settings));
      const { properties } = await platform.client().app.getFormFields({ app, preview: true });
      expect(properties["値"]).toMatchObject(settings);
    },
  );

  // Observed on 2026-04-25: refused when the field is added, with this key and text.
  fact.each(["CURRENCY", "YEN", "STRING"])(
    "refuses the format %s at once",
    { evidence: observed("2026-04-25", "kintone-emulator calc notes") },
    async (format) => {
      const app = await createApp("形式違い", field("NUMBER", "数"));
      const properties = field("CALC", "値", { expression: "1", format });
      const { status, body } = await platform.call("POST", "/k/v1/preview/app/form/fields.json", {
        body: { app, properties },
      });
      expect(status).toBe(400);
      expect(body).toMatchObject({
        code: "CB_VA01",
        errors: { "properties[値].format": { messages: ["Enum値のいずれかでなければなりません。"] } },
      });
    },
  );

  fact(
    "keeps what a change does not name and changes the rest",
    { evidence: documented("official description of the operation") },
    async () => {
      const app = await createApp("変更", {
        ...field("NUMBER", "数"),
        ...field("CALC", "値", { expression: "数", unit: "円" }),
      });
      await platform.client().app.updateFormFields({
        app,
        properties: { 値: { type: "CALC", code: "値", expression: "数 * 2" } },
      });
      const { properties } = await platform.client().app.getFormFields({ app, preview: true });
      expect(properties["値"]).toMatchObject({ expression: "数 * 2", unit: "円" });
    },
  );

  // kintone help: a field code that changes is changed in formulas by itself.
  fact(
    "follows a field that gets another code",
    { evidence: documented("kintone help: a changed field code is changed in formulas") },
    async () => {
      const app = await createApp("改名", {
        ...field("NUMBER", "単価"),
        ...field("CALC", "計", { expression: "SUM(単価, 1) + 単価" }),
        ...field("SINGLE_LINE_TEXT", "文", { expression: '"単価" & 単価' }),
      });
      await put(app, { 単価: { type: "NUMBER", code: "価格" } });
      const { properties } = await platform.client().app.getFormFields({ app, preview: true });
      expect(properties["計"]).toMatchObject({ expression: "SUM(価格, 1) + 価格" });
      expect(properties["文"]).toMatchObject({ expression: '"単価" & 価格' });
      expect(await deploy(app)).toMatchObject({ status: 200 });
    },
  );
});

// Observed on 2026-04-25: GAIA_IL01 comes at the deploy, adding the field passes; these are the texts.
describe("a formula that cannot be used", () => {
  const base = {
    ...field("NUMBER", "数"),
    ...field("MULTI_LINE_TEXT", "長文"),
    ...field("CHECK_BOX", "印", { options: { 甲: { label: "甲", index: "0" } } }),
    ...field("SUBTABLE", "表", { fields: field("NUMBER", "行数") }),
  };

  fact.each([
    ["無い + 1", "計算式に含まれるフィールドコード（無い）が存在しません。"],
    ["VLOOKUP(数)", "VLOOKUP関数は使用できません。"],
    ["数 +", "計算式の文法が正しくありません。"],
    ["1e3", "計算式の文法が正しくありません。"],
    ["値 + 1", "フィールドの参照が循環しています。"],
    ["IF(数 = 1, 2)", "IF関数には3個の引数が必要です。"],
    ["SUM()", "SUM関数には1個以上の引数が必要です。"],
    ["NOT(数 = 1, 数 = 2)", "NOT関数に指定できる引数は1個までです。"],
    ["数 ＋ 1", "全角記号「＋」が入力されています。半角記号「+」を入力してください。"],
    ["長文 & 1", "計算式で利用できないフィールドタイプ(MULTI_LINE_TEXT)が指定されています。"],
    ["レコード番号 + 1", "計算式で利用できないフィールドタイプ(RECORD_NUMBER)が指定されています。"],
    ["印 & 1", "演算子「&」とデータ型の組み合わせが正しくありません。"],
    ['SUM("1")', "SUM関数と引数のデータ型の組み合わせが正しくありません。"],
    ['CONTAINS(行数, "1")', "配列型の値に対して適切な関数が利用されていません。"],
  ])(
    "%s refuses the deploy and leaves the app as it was",
    { evidence: observed("2026-04-25", "kintone-emulator calc notes") },
    async (expression, reason) => {
      const app = await createApp("式の誤り", { ...base, ...field("CALC", "値", { expression }) });
      expect(await deploy(app)).toMatchObject({
        status: 400,
        body: {
          code: "GAIA_IL01",
          message: `フィールド「値の欄」の計算式が正しくありません。(エラーの内容：${reason})`,
        },
      });
      await expect(platform.client().record.getRecords({ app })).rejects.toMatchObject({ code: "GAIA_AP01" });
    },
  );

  fact("says so in English", { evidence: observed("2026-04-25", "kintone-emulator calc notes") }, async () => {
    const app = await createApp("式の誤り", field("CALC", "値", { expression: "a" }));
    expect(await deploy(app, "en")).toMatchObject({
      status: 400,
      body: {
        code: "GAIA_IL01",
        message: 'The formula of the field "値の欄" is not valid. (The field code (a) in the formula does not exist.)',
      },
    });
  });

  fact(
    "is also found in automatic texts and in tables",
    { evidence: observed("2026-04-25", "kintone-emulator calc notes") },
    async () => {
      const text = await createApp("文字", field("SINGLE_LINE_TEXT", "文", { expression: "無い" }));
      expect(await deploy(text)).toMatchObject({ status: 400, body: { code: "GAIA_IL01" } });
      const table = await createApp(
        "表",
        field("SUBTABLE", "表", { fields: field("CALC", "値", { expression: "無い" }) }),
      );
      expect(await deploy(table)).toMatchObject({ status: 400, body: { code: "GAIA_IL01" } });
    },
  );

  fact(
    "comes about when a field goes that a formula names",
    { evidence: observed("2026-04-25", "kintone-emulator calc notes") },
    async () => {
      const app = await createLiveApp("削除", {
        ...field("NUMBER", "数"),
        ...field("CALC", "値", { expression: "数" }),
      });
      await platform.client().app.deleteFormFields({ app, fields: ["数"] });
      expect(await deploy(app)).toMatchObject({ status: 400, body: { code: "GAIA_IL01" } });
    },
  );
});
