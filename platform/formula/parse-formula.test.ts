import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import { binaryOperators, type Formula } from "./formula.ts";
import { FormulaFault } from "./formula-fault.ts";
import { parseFormula } from "./parse-formula.ts";
import { printFormula } from "./testing/print-formula.ts";
import { renameInFormula } from "./rename-in-formula.ts";

/** Any UTF-16 unit, halves of pairs among them; fast-check's own full range takes a second to set up. */
const anySign = fc.nat({ max: 0xff_ff }).map((unit) => String.fromCodePoint(unit));

function reasonOf(formula: string): string | null {
  try {
    parseFormula(formula);
    return null;
  } catch (fault) {
    if (fault instanceof FormulaFault) {
      return fault.reason.ja;
    }
    throw fault;
  }
}

const { formula: anyFormula } = fc.letrec<{ formula: Formula }>((tie) => ({
  formula: fc.oneof(
    { maxDepth: 5 },
    fc.record({ kind: fc.constant("number" as const), text: fc.constantFrom("0", "1.5", "007", ".25", "12.") }),
    fc.record({ kind: fc.constant("text" as const), text: fc.string({ unit: "grapheme" }) }),
    fc.record({ kind: fc.constant("field" as const), code: fc.constantFrom("a", "単価", "_x", "数値・1", "￥") }),
    fc.record({
      kind: fc.constant("call" as const),
      name: fc.constantFrom("SUM", "IF", "未知"),
      args: fc.array(tie("formula"), { maxLength: 3 }),
    }),
    fc.record({
      kind: fc.constant("sign" as const),
      operator: fc.constantFrom("+" as const, "-" as const),
      operand: tie("formula"),
    }),
    fc.record({
      kind: fc.constant("binary" as const),
      operator: fc.constantFrom(...binaryOperators),
      left: tie("formula"),
      right: tie("formula"),
    }),
  ),
}));

describe("parseFormula", () => {
  it("reads back what was printed", () => {
    fc.assert(
      fc.property(anyFormula, (formula) => {
        // The generated values have no prototype.
        expect(parseFormula(printFormula(formula))).toEqual(formula);
      }),
    );
  });

  it("refuses any other text with a FormulaFault", () => {
    const pieces = fc.constantFrom(
      "(",
      ")",
      ",",
      "+",
      "-",
      "^",
      "&",
      '"',
      "\\",
      "=",
      "==",
      "1",
      "a",
      "SUM(",
      "＋",
      " ",
      "😀",
    );
    fc.assert(
      fc.property(
        fc.oneof(
          fc.string({ unit: anySign }),
          fc.array(pieces).map((list) => list.join("")),
        ),
        (formula) => {
          expect(typeof reasonOf(formula)).toMatch(/^(?:string|object)$/u);
        },
      ),
    );
  });

  it.each([
    ["1 + 2 * 3", "1 + 2 * 3"],
    ["(1 + 2) * 3", "(1 + 2) * 3"],
    ["1-2-3", "1 - 2 - 3"],
    ["1-(2-3)", "1 - (2 - 3)"],
    ["-a^2", "-a ^ 2"],
    ["a<>b", "a != b"],
    ["a　+\n\tb", "a + b"],
    ["a & b = c", "a & b = c"],
    ["2^-1", "2 ^ -1"],
  ])("reads %s", (formula, printed) => {
    expect(printFormula(parseFormula(formula))).toBe(printed);
  });

  it.each(["", " ", "1 +", "(1", "1)", "1e3", "a b", "SUM(1,)", "SUM(,1)", "'a'", '"a', "1 % 2", "=a", ",", "a.b"])(
    "has no meaning for %j",
    (formula) => {
      expect(reasonOf(formula)).toBe("計算式の文法が正しくありません。");
    },
  );

  it.each([
    ["a ＋ b", "全角記号「＋」が入力されています。半角記号「+」を入力してください。"],
    ["（a)", "全角記号「（」が入力されています。半角記号「(」を入力してください。"],
    ["IF(a=”x", '全角記号「”」が入力されています。半角記号「"」を入力してください。'],
    ["a == b", "「==」が入力されています。「等しい」を判定するには「=」を入力してください。"],
    ["a × b", "「×」が入力されています。「掛け算」を計算するには「*」を入力してください。"],
  ])("says what to type instead in %s", (formula, reason) => {
    expect(reasonOf(formula)).toBe(reason);
  });

  it("takes full-width signs inside a text", () => {
    expect(reasonOf('IF(a="朝食（ビュッフェ）", 1500, 0)')).toBeNull();
  });

  it("refuses what is nested too deeply instead of running out of stack", () => {
    for (const formula of [
      `${"(".repeat(50_000)}1`,
      "-".repeat(50_000),
      `1${"+1".repeat(50_000)}`,
      "NOT(".repeat(9000),
    ]) {
      expect(reasonOf(formula)).toBe("計算式が長すぎるか、かっこの組み合わせが深すぎます。");
    }
  });
});

describe("renameInFormula", () => {
  const codes = new Map([
    ["単価", "価格"],
    ["SUM", "計"],
    ["a", "b"],
  ]);

  it("changes codes and nothing else", () => {
    expect(renameInFormula('SUM(単価 ,a)+ "単価" & SUM', codes)).toBe('SUM(価格 ,b)+ "単価" & 計');
  });

  it("leaves a text that is no formula", () => {
    expect(renameInFormula("単価 ＋ 1", codes)).toBe("単価 ＋ 1");
  });
});
