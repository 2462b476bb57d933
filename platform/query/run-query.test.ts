import { beforeAll, describe, expect, it } from "vitest";
import * as fc from "fast-check";
import { createQueryContext } from "../record/create-query-context.ts";
import { insertRecord } from "../record/insert-record.ts";
import { refusalOf } from "../record/testing/refusal-of.ts";
import { createTestApp, createTestScope, createTestStore, findTestUser, testNow } from "../record/testing/test-app.ts";
import type { LiveApp } from "../record/write-scope.ts";
import { parseQuery } from "./parse-query.ts";
import { meetsCondition, runQuery } from "./run-query.ts";

const store = createTestStore();
const options = { options: { 甲: { label: "甲", index: "1" }, 乙: { label: "乙", index: "0" } } };
let app: LiveApp;

function row(name: string, count: string): unknown {
  return { value: { 品: { value: name }, 個: { value: count } } };
}

beforeAll(() => {
  store.organizations.add({ code: "somu", name: "総務課", description: "", parentCode: null });
  app = createTestApp(store, [
    { code: "文字", type: "SINGLE_LINE_TEXT" },
    { code: "長文", type: "MULTI_LINE_TEXT" },
    { code: "数", type: "NUMBER" },
    { code: "日", type: "DATE" },
    { code: "日時", type: "DATETIME" },
    { code: "区分", type: "DROP_DOWN", property: options },
    { code: "選択", type: "CHECK_BOX", property: options },
    { code: "担当", type: "USER_SELECT" },
    { code: "課", type: "ORGANIZATION_SELECT" },
    {
      code: "表",
      type: "SUBTABLE",
      fields: [
        { code: "品", type: "SINGLE_LINE_TEXT" },
        { code: "個", type: "NUMBER" },
      ],
    },
  ]);
  const scope = createTestScope(store, app);
  insertRecord(
    scope,
    {
      文字: { value: "alpha" },
      長文: { value: "gamma keyword\n電子申請の導入" },
      数: { value: "10" },
      日: { value: "2026-04-01" },
      日時: { value: "2026-04-01T09:30:00+09:00" },
      区分: { value: "甲" },
      選択: { value: ["甲", "乙"] },
      担当: { value: [{ code: "admin" }] },
      表: { value: [row("りんご", "1"), row("みかん", "5")] },
    },
    "record",
  );
  insertRecord(
    scope,
    {
      文字: { value: "Alpha" },
      長文: { value: " \n\t" },
      数: { value: "9.5" },
      日: { value: "2026-03-31" },
      区分: { value: "乙" },
      選択: { value: ["乙"] },
      表: { value: [row("りんご", "5")] },
    },
    "record",
  );
  insertRecord(scope, {}, "record");
});

function ids(query: string, login = "admin"): readonly number[] {
  const context = createQueryContext(store, app.settings, { user: findTestUser(store, login), now: testNow });
  return runQuery(store.records.all(app.id).values(), parseQuery(query), context).records.map(({ id }) => id);
}

describe("queries over records", () => {
  it.each<[string, readonly number[]]>([
    ["", [3, 2, 1]],
    ['文字 = "alpha"', [1]],
    ['文字 != "alpha"', [3, 2]],
    ['文字 in ("alpha", "")', [3, 1]],
    ['文字 = ""', [3]],
    ['数 > "9.5"', [1]],
    ["数 >= 9.5", [2, 1]],
    ["数 < 10", [2]],
    ["数 != 10", [3, 2]],
    ['数 in ("10.0", "")', [3, 1]],
    ['日 = "2026-04-01"', [1]],
    ["日 = TODAY()", [1]],
    ["日 < THIS_MONTH()", [2]],
    ["日 <= TODAY()", [2, 1]],
    ['日時 = "2026-04-01T00:30:00Z"', [1]],
    ['日時 >= "2026-04-01"', [1]],
    ["日時 = TODAY()", [1]],
    ["作成日時 = NOW()", [3, 2, 1]],
    ['区分 in ("甲")', [1]],
    ['区分 not in ("甲")', [3, 2]],
    ['区分 in ("")', [3]],
    ['選択 in ("甲")', [1]],
    ['選択 not in ("甲")', [3, 2]],
    ['選択 in ("")', [3]],
    ["担当 in (LOGINUSER())", [1]],
    ["作成者 in (LOGINUSER())", [3, 2, 1]],
    ['長文 like "keyword"', [1]],
    ['長文 like "key"', []],
    ['長文 like "申請"', [1]],
    ['長文 like "ＫＥＹＷＯＲＤ"', [1]],
    ["長文 is empty", [3, 2]],
    ["長文 is not empty", [1]],
    ["$id > 1 and $id < 3", [2]],
    ["レコード番号 in (1, 3)", [3, 1]],
    ['文字 = "alpha" or 数 = 9.5', [2, 1]],
    ['(文字 = "alpha" or 数 = 9.5) and 区分 in ("乙")', [2]],
  ])("%s finds %j", (query, expected) => {
    expect(ids(query)).toEqual(expected);
  });

  it.each<[string, readonly number[]]>([
    ['品 in ("りんご")', [2, 1]],
    ['品 in ("りんご") and 個 > 4', [2]],
    ['品 in ("みかん") and 個 > 4', [1]],
    ['品 not in ("みかん")', [2]],
    ['品 like "りんご"', [2, 1]],
    ['品 in ("")', []],
    ['品 in ("りんご") or 個 > 4', [2, 1]],
  ])("in a table %s finds %j", (query, expected) => {
    expect(ids(query)).toEqual(expected);
  });

  it.each<[string, readonly number[]]>([
    ["order by 数 asc", [3, 2, 1]],
    ["order by 数 desc", [1, 2, 3]],
    ["order by 区分 asc", [3, 2, 1]],
    ["order by 日 asc limit 1 offset 1", [2]],
    ["order by 作成日時 asc", [3, 2, 1]],
    ["limit 0", []],
  ])("%s gives %j", (query, expected) => {
    expect(ids(query)).toEqual(expected);
  });

  it("drops a condition on the primary organization of a user who has none", () => {
    expect(ids('課 in (PRIMARY_ORGANIZATION()) and 区分 in ("甲")')).toEqual([1]);
    expect(ids("課 in (PRIMARY_ORGANIZATION())")).toEqual([3, 2, 1]);
    store.organizations.saveOfUser("tantou", ["somu"]);
    expect(ids("課 in (PRIMARY_ORGANIZATION())", "tantou")).toEqual([]);
  });

  it.each([
    ['無い = "1"', "GAIA_IQ11"],
    ["order by 無い", "GAIA_IQ11"],
    ['文字 > "a"', "GAIA_IQ03"],
    ['区分 = "甲"', "GAIA_IQ03"],
    ['区分 = "丙"', "GAIA_IQ10"],
    ['区分 in ("丙")', "GAIA_IQ10"],
    ["文字 = TODAY()", "GAIA_IQ10"],
    ["日 = LOGINUSER()", "GAIA_IQ10"],
    ['品 = "りんご"', "GAIA_IQ07"],
    ['表.品 in ("りんご")', "GAIA_IR02"],
    ['担当 in ("nobody")', "GAIA_IL26"],
    ['課 in ("nowhere")', "GAIA_IL28"],
    ['日 = "2026-02-30"', "CB_VA01"],
    ['数 = "abc"', "CB_VA01"],
    ["order by 表 asc", "GAIA_IQ11"],
    ["order by 品 asc", "CB_VA01"],
    ["order by 長文 asc", "CB_VA01"],
    ['ステータス = "未処理"', "GAIA_IQ11"],
  ])("refuses %s with %s", (query, code) => {
    expect(() => ids(query)).toThrow(expect.objectContaining({ code }));
  });

  it("throws nothing but platform errors, whatever is asked", () => {
    const words = `文字 数 日 日時 区分 品 $id = != > in not like is empty ( ) , "甲" "2026-04-01" 5 TODAY() LOGINUSER()
      FROM_TODAY(1,DAYS) and or order by limit THIS_MONTH(40) ""`;
    const part = fc.constantFrom(...words.split(/\s+/u));
    fc.assert(
      fc.property(fc.array(part, { maxLength: 10 }), (parts) => {
        expect(() => refusalOf(() => ids(parts.join(" ")))).not.toThrow();
      }),
      { numRuns: 2000 },
    );
  });

  it("judges one record by a bare condition", () => {
    const context = createQueryContext(store, app.settings, { user: findTestUser(store, "admin"), now: testNow });
    const record = store.records.find(app.id, 1);
    expect(record && meetsCondition(record, '区分 in ("甲")', context)).toBe(true);
    expect(record && meetsCondition(record, '区分 in ("乙")', context)).toBe(false);
    expect(record && meetsCondition(record, "", context)).toBe(true);
  });
});
