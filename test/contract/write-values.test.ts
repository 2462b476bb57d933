import { afterAll, beforeAll, describe, expect } from "vitest";
import type { TestPlatform } from "./harness.ts";
import { documented, observed } from "./target/evidence.ts";
import { fact } from "./target/fact.ts";
import { postValues, readValueOf, refusal, startValueApps, type Values, wrap } from "./write-values/value-apps.ts";

let target: TestPlatform;
let app: string;

beforeAll(async () => {
  ({ target, app } = await startValueApps());
});

afterAll(async () => {
  await target.close();
});

const emu = observed("2026-04", "kintone-emulator notes");
const types = documented("developer site: field types");

const post = async (values: Values, of = app): Promise<string> => postValues(of, values);
const readValue = async (id: string, code: string, of = app): Promise<unknown> => readValueOf(of, id, code);

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
