import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import { PlatformError } from "../platform-error.ts";
import { refusalOf } from "../record/testing/refusal-of.ts";
import { parseCondition, parseQuery, parseSort } from "./parse-query.ts";
import { printQuery } from "./print-query.ts";
import { joinConditions, operators } from "./query.ts";
import type { Comparison, Condition, Operand, Query } from "./query.ts";

const code = fc.constantFrom(
  "氏名",
  "数値_1",
  "and",
  "or",
  "limit",
  "order",
  "offset",
  "not",
  "in",
  "is",
  "$id",
  "・区分",
);
const text = fc.string({ unit: "binary" }).filter((value) => !value.includes("\r"));
const operand: fc.Arbitrary<Operand> = fc.oneof(
  fc.record({ kind: fc.constant("text" as const), text }),
  fc.record({ kind: fc.constant("number" as const), text: fc.integer().map(String) }),
  fc.record({
    kind: fc.constant("function" as const),
    name: fc.constantFrom("TODAY", "FROM_TODAY", "LOGINUSER"),
    args: fc.array(fc.constantFrom("1", "-3", "DAYS", "LAST"), { maxLength: 2 }),
  }),
);
const comparison: fc.Arbitrary<Comparison> = fc
  .tuple(code, fc.constantFrom(...operators), fc.array(operand, { minLength: 1, maxLength: 3 }))
  .map(([field, operator, operands]) => {
    const count = operator.startsWith("is") ? 0 : operator.endsWith("in") ? operands.length : 1;
    return { kind: "comparison", field, operator, operands: operands.slice(0, count) };
  });
const { condition } = fc.letrec<{ condition: Condition }>((tie) => ({
  condition: fc.oneof(
    { depthSize: "small" },
    comparison,
    fc
      .tuple(fc.constantFrom("and" as const, "or" as const), fc.array(tie("condition"), { minLength: 2, maxLength: 3 }))
      .map(([kind, terms]) => joinConditions(kind, terms))
      .filter((joined) => joined !== null),
  ),
}));
const query: fc.Arbitrary<Query> = fc.record({
  condition: fc.option(condition),
  order: fc.array(fc.record({ field: code, direction: fc.constantFrom("asc" as const, "desc" as const) }), {
    maxLength: 2,
  }),
  limit: fc.option(fc.integer({ min: 0, max: 500 })),
  offset: fc.option(fc.integer({ min: 0, max: 10_000 })),
});

describe("the query parser", () => {
  it("reads back every query that it prints", () => {
    fc.assert(
      fc.property(query, (value) => {
        expect(parseQuery(printQuery(value))).toEqual(value);
      }),
      { numRuns: 500 },
    );
  });

  it("refuses arbitrary text with nothing but a platform error", () => {
    const words = fc.constantFrom(
      "a",
      "=",
      "(",
      ")",
      '"x"',
      "in",
      "not",
      "and",
      "order by",
      "limit",
      "1",
      ",",
      '"',
      "'",
    );
    const line = fc.oneof(
      fc.string({ unit: "binary" }),
      fc.array(words, { maxLength: 12 }).map((all) => all.join(" ")),
    );
    fc.assert(
      fc.property(line, (value) => {
        expect(() => refusalOf(() => parseQuery(value))).not.toThrow();
      }),
      { numRuns: 1000 },
    );
  });

  it("binds and closer than or", () => {
    expect(parseCondition('a = "1" or b = "2" and c = "3"')).toMatchObject({
      kind: "or",
      terms: [{ field: "a" }, { kind: "and", terms: [{ field: "b" }, { field: "c" }] }],
    });
  });

  it("takes keywords in any case and full-width spaces between tokens", () => {
    expect(parseQuery('a IN ("x")　AND b Like "y"\tOrder By c DESC Limit 5')).toMatchObject({
      condition: { kind: "and" },
      order: [{ field: "c", direction: "desc" }],
      limit: 5,
    });
  });

  it("reads the escapes of a string", () => {
    expect(parseCondition(String.raw`a = "x\"y\\z\tw\nv"`)).toMatchObject({ operands: [{ text: 'x"y\\z\tw\nv' }] });
  });

  it.each(["a = 'x'", 'a = "x\ny"', 'a = "x', "a =", "= 1", 'a = "1" and', "(a = 1", "a in ()", "`a` = 1", "limit -1"])(
    "refuses %j as wrong notation",
    (value) => {
      expect(() => parseQuery(value)).toThrow(expect.objectContaining({ code: "CB_VA01" }));
    },
  );

  it("refuses a limit above 500 and an offset above 10,000", () => {
    expect(() => parseQuery("limit 501")).toThrow(expect.objectContaining({ code: "GAIA_QU01" }));
    expect(() => parseQuery("limit 500 offset 10001")).toThrow(expect.objectContaining({ code: "GAIA_QU02" }));
  });

  it("refuses parentheses that are nested beyond reason instead of running out of stack", () => {
    expect(() => parseQuery(`${"(".repeat(100_000)}a = 1`)).toThrow(expect.objectContaining({ code: "CB_VA01" }));
  });

  it("has no order, limit or offset in a bare condition", () => {
    expect(parseCondition("")).toBeNull();
    expect(() => parseCondition('a = "1" limit 5')).toThrow(PlatformError);
  });

  it("reads the sort of a view", () => {
    expect(parseSort("レコード番号 desc, 区分")).toEqual([
      { field: "レコード番号", direction: "desc" },
      { field: "区分", direction: "asc" },
    ]);
    expect(parseSort("")).toEqual([]);
  });
});
