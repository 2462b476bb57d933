import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import { parseCondition as parseOnServer } from "../../../../query/parse-query.ts";
import { buildCondition } from "./build-condition.ts";
import type { Condition, ConditionRow, ConditionValue } from "./condition.ts";
import { parseCondition } from "./parse-condition.ts";
import { splitQuery } from "./split-query.ts";

const code = fc.constantFrom("名称", "dept_code", "$id", "ステータス", "金額_円", "工程・種別");
const text = fc
  .string({ unit: fc.constantFrom(...Array.from('a1"\\ \n\tあ（)(,=　and')) })
  .map((value): ConditionValue => ({ kind: "text", text: value }));
const call = fc
  .constantFrom("TODAY()", "LOGINUSER()", "FROM_TODAY(-3, DAYS)", "THIS_WEEK(MONDAY)")
  .map((value): ConditionValue => ({ kind: "function", text: value }));
const value = fc.oneof(text, call);
const row: fc.Arbitrary<ConditionRow> = fc.oneof(
  fc.record({
    code,
    operator: fc.constantFrom("=", "!=", ">", "<", ">=", "<=", "like", "not like"),
    values: fc.tuple(value),
  }),
  fc.record({
    code,
    operator: fc.constantFrom("in", "not in"),
    values: fc.array(value, { minLength: 1, maxLength: 4 }),
  }),
  fc.record({ code, operator: fc.constantFrom("is empty", "is not empty"), values: fc.constant([]) }),
);
const condition: fc.Arbitrary<Condition> = fc
  .record({ joiner: fc.constantFrom("and", "or"), rows: fc.array(row, { maxLength: 5 }) })
  .map((made): Condition => (made.rows.length < 2 ? { ...made, joiner: "and" } : made));

describe("buildCondition", () => {
  it("prints what parseCondition reads back unchanged", () => {
    fc.assert(
      fc.property(condition, (made) => {
        expect(parseCondition(buildCondition(made))).toEqual(made);
      }),
    );
  });

  it("prints what the server's own parser accepts", () => {
    fc.assert(
      fc.property(condition, (made) => {
        expect(() => parseOnServer(buildCondition(made))).not.toThrow();
      }),
    );
  });

  it("prints in double quotes and escapes what kintone refuses raw", () => {
    const rows: ConditionRow[] = [
      { code: "名称", operator: "like", values: [{ kind: "text", text: 'a"b\\c\nd' }] },
      { code: "期限", operator: "<", values: [{ kind: "function", text: "TODAY()" }] },
      {
        code: "区分",
        operator: "in",
        values: [
          { kind: "text", text: "A" },
          { kind: "text", text: "" },
        ],
      },
    ];
    expect(buildCondition({ joiner: "or", rows })).toBe(
      '名称 like "a\\"b\\\\c\\nd" or 期限 < TODAY() or 区分 in ("A", "")',
    );
  });
});

describe("parseCondition", () => {
  it.each(['(a = "1" or b = "2") and c = "3"', 'a = "1" and b = "2" or c = "3"', 'a = "1" and', "a ~ 1", 'a = "1'])(
    "leaves %j to the text box",
    (query) => {
      expect(parseCondition(query)).toBeNull();
    },
  );

  it("reads keywords in any case, full-width spaces and bare numbers", () => {
    expect(parseCondition("a　IS NOT EMPTY　AND b >= 10")).toEqual({
      joiner: "and",
      rows: [
        { code: "a", operator: "is not empty", values: [] },
        { code: "b", operator: ">=", values: [{ kind: "text", text: "10" }] },
      ],
    });
  });
});

describe("splitQuery", () => {
  it.each([
    ['a = "order by x" order by b desc, c asc limit 20 offset 40', 'a = "order by x"', "b desc, c asc"],
    ["order by $id asc", "", "$id asc"],
    ['a = "1" limit 100', 'a = "1"', ""],
    ['limit = "1"', 'limit = "1"', ""],
    ["", "", ""],
  ])("parts %j", (query, expected, sort) => {
    expect(splitQuery(query)).toEqual({ condition: expected, sort });
  });
});
