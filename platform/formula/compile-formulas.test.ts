import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import { compileFormulas } from "./compile-formulas.ts";
import { testField, testFields } from "./testing/test-form.ts";

/** Any UTF-16 unit, halves of pairs among them; fast-check's own full range takes a second to set up. */
const anySign = fc.nat({ max: 0xff_ff }).map((unit) => String.fromCodePoint(unit));

function reasonOf(expression: string, type = "CALC"): string | null {
  const { faults } = compileFormulas([...testFields, testField("x", type, { expression })]);
  return faults[0]?.fault.reason.ja ?? null;
}

describe("compileFormulas", () => {
  it.each([
    ["nowhere + 1", "計算式に含まれるフィールドコード（nowhere）が存在しません。"],
    ["VLOOKUP(n)", "VLOOKUP関数は使用できません。"],
    ["n +", "計算式の文法が正しくありません。"],
    ["", "計算式の文法が正しくありません。"],
    ["x + 1", "フィールドの参照が循環しています。"],
    ["IF(n = 1, 2)", "IF関数には3個の引数が必要です。"],
    ["SUM()", "SUM関数には1個以上の引数が必要です。"],
    ["NOT(n = 1, n = 2)", "NOT関数に指定できる引数は1個までです。"],
    [`AND(${Array.from({ length: 33 }, () => "n = 1").join(",")})`, "AND関数に指定できる引数は32個までです。"],
    ["long & 1", "計算式で利用できないフィールドタイプ(MULTI_LINE_TEXT)が指定されています。"],
    ["link", "計算式で利用できないフィールドタイプ(LINK)が指定されています。"],
    ['boxes & "x"', "演算子「&」とデータ型の組み合わせが正しくありません。"],
    ["t + 1", "演算子「+」とデータ型の組み合わせが正しくありません。"],
    ['-"a"', "演算子「-」とデータ型の組み合わせが正しくありません。"],
    ["SUM(t)", "SUM関数と引数のデータ型の組み合わせが正しくありません。"],
    ['ROUND("1", 2)', "ROUND関数と引数のデータ型の組み合わせが正しくありません。"],
    ["CONTAINS(boxes, 1)", "CONTAINS関数と引数のデータ型の組み合わせが正しくありません。"],
    ['CONTAINS(qty, "1")', "配列型の値に対して適切な関数が利用されていません。"],
    ['CONTAINS(marks, "a")', "配列型の値に対して適切な関数が利用されていません。"],
    ["qty + 1", "配列型の値に対して適切な関数が利用されていません。"],
    ["qty", "配列型の値に対して適切な関数が利用されていません。"],
  ])("refuses %s", (expression, reason) => {
    expect(reasonOf(expression)).toBe(reason);
  });

  it.each([
    "IF(1, 1, 2)",
    "(1 > 0) + 1",
    '"a" & "b"',
    'CONTAINS(t, "a")',
    "n / 0",
    "sum(qty)",
    'IF(n = 1, 2, "a") + 1',
  ])("lets %s be deployed; its value is decided when it is calculated", (expression) => {
    expect(reasonOf(expression)).toBeNull();
  });

  it("names only the fields that are in a circle", () => {
    const fields = [
      testField("before", "CALC", { expression: "a" }),
      testField("a", "CALC", { expression: "b" }),
      testField("b", "CALC", { expression: "a + n" }),
      testField("n", "NUMBER"),
    ];
    expect(compileFormulas(fields).faults.map(({ field }) => field.code)).toStrictEqual(["a", "b"]);
  });

  it("finds a circle through a table", () => {
    const fields = [
      testField("rows", "SUBTABLE", {}, [testField("part", "CALC", { expression: "total / 2" })]),
      testField("total", "CALC", { expression: "SUM(part)" }),
    ];
    expect(compileFormulas(fields).faults.map(({ field }) => field.code)).toStrictEqual(["part", "total"]);
  });

  it("has an answer for any text", () => {
    fc.assert(
      fc.property(fc.string({ unit: anySign, maxLength: 60 }), (expression) => {
        for (const type of ["CALC", "SINGLE_LINE_TEXT"]) {
          expect(typeof reasonOf(expression, type)).toMatch(/^(?:string|object)$/u);
        }
      }),
    );
  });
});
