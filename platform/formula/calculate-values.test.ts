import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import { calculateTest, testField, testFields, testPrecision } from "./testing/test-form.ts";

type Values = Readonly<Record<string, string | readonly string[]>>;

function calc(expression: string, record: Values = {}, rows: readonly Values[] = [], format = "NUMBER"): string {
  const field = testField("x", "CALC", { expression, format });
  return calculateTest([...testFields, field], record, rows)["x"] ?? "missing";
}

const calcField = (code: string, expression: string) => testField(code, "CALC", { expression });

function text(expression: string, record: Values = {}, rows: readonly Values[] = []): string {
  const field = testField("x", "SINGLE_LINE_TEXT", { expression });
  return calculateTest([...testFields, field], record, rows)["x"] ?? "missing";
}

/** Ten-thousandths as a decimal. */
const print = (value: bigint): string => {
  const digits = (value < 0n ? -value : value).toString().padStart(5, "0");
  return `${value < 0n ? "-" : ""}${digits.slice(0, -4)}.${digits.slice(-4)}`.replace(/\.?0+$/u, "");
};

const decimalText = (value: bigint): string => (value === 0n ? "0" : print(value));

const halfEven = (value: bigint, divisor: bigint): bigint => {
  const [sign, size] = [value < 0n !== divisor < 0n ? -1n : 1n, value < 0n ? -value : value];
  const by = divisor < 0n ? -divisor : divisor;
  const [whole, rest] = [size / by, size % by];
  const up = rest * 2n > by || (rest * 2n === by && whole % 2n === 1n);
  return sign * (up ? whole + 1n : whole);
};

describe("numbers (measured 2026-04-25 and 2026-09-26)", () => {
  it.each([
    ["10 + 3", "13"],
    ["7 * 0.1", "0.7"],
    ["100 * 0.1", "10"],
    ["0.1 + 0.2", "0.3"],
    ["1 / 3", "0.3333"],
    ["1 / 7", "0.1429"],
    ["1 / 3 * 3", "0.9999"],
    ["2 / 3 * 3", "2.0001"],
    ["0.00015 * 10000", "2"],
    ["0.00015 + 0.00015", "0.0004"],
    ["1 / 0", ""],
    ["4 ^ 1.5", "4"],
    ["4 ^ -2", "0.0625"],
    ["2 ^ 101", ""],
    ["999999999999 + 1", ""],
    ["999999999999.9999 + 0", "999999999999.9999"],
    ["ROUND(-2.5, 0)", "-3"],
    ["ROUND(1.25, 1)", "1.3"],
    ["ROUND(3.14159, 2)", "3.14"],
    ["ROUNDUP(-1.21, 1)", "-1.3"],
    ["ROUNDDOWN(-1.29, 1)", "-1.2"],
    ["ROUND(1234, -2)", "1200"],
    ["ROUND(2.5)", "3"],
  ])("calculates %s", (expression, expected) => {
    expect(calc(expression)).toBe(expected);
  });

  it("takes digits, places and rounding from the app", () => {
    const fields = [
      calcField("a", "1 / 3"),
      calcField("b", "1 / 3 * 3"),
      calcField("c", "-0.00001"),
      calcField("d", "0.01 * 10000"),
    ];
    const short = { digits: "5", decimalPlaces: "2", roundingMode: "UP" } as const;
    expect(calculateTest(fields, {}, [], short)).toStrictEqual({ a: "0.34", b: "1.02", c: "-0.01", d: "" });
    const long = { digits: "30", decimalPlaces: "10", roundingMode: "HALF_EVEN" } as const;
    expect(calculateTest(fields, {}, [], long)).toMatchObject({ a: "0.3333333333", d: "100" });
  });

  it("rounds a power once, however large a step on the way is", () => {
    const fields = [testField("x", "CALC", { expression: "2 ^ -20" })];
    expect(calculateTest(fields, {}, [], { digits: "5", decimalPlaces: "2", roundingMode: "UP" })["x"]).toBe("0.01");
  });

  it("agrees with whole-number arithmetic", () => {
    const whole = fc.bigInt({ min: -99_999n, max: 99_999n });
    fc.assert(
      fc.property(whole, whole, whole, (a, b, c) => {
        const record = { n: String(a), m: String(b), t: String(c) };
        expect(calc("n + m * n - m", record)).toBe(String(a + b * a - b));
        expect(calc(`(n - ${c < 0n ? -c : c}) * m`, record)).toBe(String((a - (c < 0n ? -c : c)) * b));
        expect(calc("n < m", record)).toBe(a < b ? "1" : "0");
      }),
    );
  });

  it("agrees with fractions kept as whole ten-thousandths", () => {
    const units = fc.bigInt({ min: -99_999_999n, max: 99_999_999n });
    fc.assert(
      fc.property(units, units, (a, b) => {
        const record = { n: decimalText(a), m: decimalText(b) };
        expect(calc("n + m", record)).toBe(decimalText(a + b));
        expect(calc("n * m", record)).toBe(decimalText(halfEven(a * b, 10_000n)));
        expect(calc("n / m", record)).toBe(b === 0n ? "" : decimalText(halfEven(a * 10_000n, b)));
      }),
    );
  });
});

describe("what was not entered (measured 2026-09-26)", () => {
  it.each([
    ["n", ""],
    ["(n)", ""],
    ["d", ""],
    ["IF(1 > 0, n, 2)", ""],
    ["-n", "0"],
    ["n + 1", "1"],
    ["n + m", "0"],
    ["n = 0", "1"],
    ['t = ""', "1"],
    ["d + 86400", "86400"],
    ["SUM(n)", "0"],
    ["ROUND(n, 0)", "0"],
  ])("%s is %j", (expression, expected) => {
    expect(calc(expression)).toBe(expected);
  });

  it("is nothing inside a text", () => {
    expect(text('n & "x"')).toBe("x");
    expect(text('n & ""')).toBe("");
  });
});

describe("kinds of values (measured 2026-09-26)", () => {
  it.each([
    ["1 > 0", "1"],
    ["AND(1 > 0, 1 > 2)", "0"],
    ["OR(1 > 0, 1 > 2)", "1"],
    ["NOT(1 > 0)", "0"],
    ["IF(1, 1, 2)", ""],
    ["IF(n, 1, 2)", ""],
    ["AND(1, 1)", ""],
    ["NOT(1)", ""],
    ["(1 > 0) + 1", ""],
    ["SUM(1 > 0, 1)", ""],
    ['IF(1 > 0, "big", "small")', ""],
    ['"a" & "b"', ""],
    ["YEN(1, 0)", ""],
    ['1 = "1"', "0"],
    ['1 != "1"', "1"],
    ["1 <> 1", "0"],
    ["2 >= 2", "1"],
  ])("%s in a calculated field is %j", (expression, expected) => {
    expect(calc(expression)).toBe(expected);
  });

  it.each([
    ['(1 > 0) & "x"', "truex"],
    ['"a" & 1.50', "a1.5"],
    ['IF(n >= 2, "big", "small")', "big"],
    ["n * 2", "14"],
    ["YEN(1234567.891, 2)", "¥1,234,567.89"],
    ["YEN(1234, 0)", "¥1,234"],
    ["YEN(5, 2)", "¥5.00"],
    ['DATE_FORMAT(1745574000, "YYYY-MM-dd", "Asia/Tokyo") & " " & n', "2025-04-25 7"],
    ['DATE_FORMAT(dt, "YYYY/M/d H:mm a", "UTC")', "2026/4/25 10:00 AM"],
    ['DATE_FORMAT(dt, "hh:mm", "Asia/Tokyo")', "07:00"],
    ['DATE_FORMAT(dt, "YY-MM", "system")', "26-04"],
    ['DATE_FORMAT(dt, "YYYY", "Mars/Olympus")', ""],
    ['DATE_FORMAT(253402300800, "YYYY", "UTC")', ""],
    ["who", "管理者"],
  ])("%s in a text is %j", (expression, expected) => {
    expect(text(expression, { n: "7", dt: "2026-04-25T10:00:00Z", who: "管理者" })).toBe(expected);
  });

  it("calculates only the branch that an IF takes", () => {
    expect(calc("IF(n = 0, 0, 1 / n)", { n: "0" })).toBe("0");
  });
});

describe("lists", () => {
  const rows = [{ qty: "10", name: "甲" }, { qty: "20", name: "乙" }, { qty: "" }];

  it("sums the rows of a table, an empty cell as 0", () => {
    expect(calc("SUM(qty)", {}, rows)).toBe("30");
    expect(calc("SUM(qty, n, 1)", { n: "2" }, rows)).toBe("33");
    expect(calc("SUM(qty)", {}, [{}])).toBe("0");
  });

  it("has no sum of a table without rows", () => {
    expect(calc("SUM(qty)")).toBe("");
    expect(calc("SUM(qty) + 1")).toBe("");
    expect(calc("IF(1 > 0, SUM(qty), 0)")).toBe("");
  });

  it("searches chosen options and the texts of a table", () => {
    expect(calc('CONTAINS(boxes, "a")', { boxes: ["a", "b"] })).toBe("1");
    expect(calc('CONTAINS(boxes, "c")', { boxes: ["a", "b"] })).toBe("0");
    expect(calc('CONTAINS(boxes, "c")')).toBe("0");
    expect(calc('CONTAINS(name, "乙")', {}, rows)).toBe("1");
    expect(calc('CONTAINS(name, "丙")', {}, rows)).toBe("0");
  });

  it("does not search a single text", () => {
    expect(calc('CONTAINS(radio, "a")', { radio: "a" })).toBe("");
    expect(calc('CONTAINS(t, "a")', { t: "a" })).toBe("");
  });

  it("calculates in each row with that row and the fields outside", () => {
    const fields = [
      testField("rate", "NUMBER"),
      testField("items", "SUBTABLE", {}, [
        testField("price", "NUMBER"),
        testField("sum", "CALC", { expression: "price * rate" }),
        testField("marks", "CHECK_BOX"),
        testField("has", "CALC", { expression: 'CONTAINS(marks, "a")' }),
      ]),
      testField("total", "CALC", { expression: "SUM(sum) + 1" }),
    ];
    expect(calculateTest(fields, { rate: "3" }, [{ price: "1", marks: ["a"] }, { price: "2" }])).toStrictEqual({
      "sum[0]": "3",
      "sum[1]": "6",
      "has[0]": "1",
      "has[1]": "0",
      total: "10",
    });
  });
});

describe("dates and times", () => {
  it.each([
    ["n * 3600", "DATETIME", "1980-04-10T13:00:00Z"],
    ["n * 3600", "DATE", "1980-04-10"],
    ["n", "TIME", "01:01"],
    ["n", "HOUR_MINUTE", "25:01"],
    ["n", "DAY_HOUR_MINUTE", "25:01"],
    ["n * 3", "NUMBER_DIGIT", "270183"],
    ["0 - n", "TIME", "22:58"],
    ["0 - n", "HOUR_MINUTE", "-25:01"],
    ["d + 86400", "DATE", "2026-04-26"],
    ["dt + 3600", "DATETIME", "2026-04-25T11:00:00Z"],
    ["dt - d", "NUMBER", "36000"],
    ["time + 60", "TIME", "09:31"],
    ["created", "DATETIME", "2026-04-01T00:30:00Z"],
    ["999999999999", "DATE", ""],
  ])("%s as %s is %s", (expression, format, expected) => {
    const record = {
      n: "90061",
      d: "2026-04-25",
      dt: "2026-04-25T10:00:00Z",
      time: "09:30",
      created: "2026-04-01T00:30:00Z",
    };
    expect(calc(expression, record, [], format)).toBe(expected);
  });
});

describe("formulas that refer to formulas", () => {
  it("calculates them in the order of what they need", () => {
    const fields = [
      testField("c", "CALC", { expression: "b + 1" }),
      testField("b", "CALC", { expression: "a * 2" }),
      testField("a", "NUMBER"),
    ];
    expect(calculateTest(fields, { a: "10" })).toStrictEqual({ b: "20", c: "21" });
  });

  it("keeps what is empty empty and what failed failed", () => {
    const fields = [
      testField("a", "NUMBER"),
      testField("b", "CALC", { expression: "a" }),
      testField("c", "CALC", { expression: "b" }),
      testField("d", "CALC", { expression: "1 / a" }),
      testField("e", "CALC", { expression: "d + 1" }),
    ];
    expect(calculateTest(fields, {})).toStrictEqual({ b: "", c: "", d: "", e: "" });
  });

  it("counts a date by its seconds whatever its format is", () => {
    const fields = [
      testField("d", "DATE"),
      testField("next", "CALC", { expression: "d + 86400", format: "DATE" }),
      testField("week", "CALC", { expression: "(next - d) / 3600" }),
    ];
    expect(calculateTest(fields, { d: "2026-04-01" })).toStrictEqual({ next: "2026-04-02", week: "24" });
  });

  it("does not go by an old value of a formula that can no longer be used", () => {
    const fields = [testField("a", "CALC", { expression: "1 +" }), testField("b", "CALC", { expression: "a + 1" })];
    expect(calculateTest(fields, { a: "5" })).toStrictEqual({ b: "" });
  });

  it("leaves those in a circle, and those that need them, without a value", () => {
    const fields = [
      testField("a", "CALC", { expression: "b" }),
      testField("b", "CALC", { expression: "a" }),
      testField("c", "CALC", { expression: "a + 1" }),
      testField("d", "CALC", { expression: "1 + 1" }),
    ];
    expect(calculateTest(fields, {})).toStrictEqual({ d: "2" });
  });
});

describe("anything at all", () => {
  const names = ["n", "m", "t", "d", "dt", "time", "radio", "boxes", "created", "who", "qty", "price", "name", "marks"];
  const value = fc.oneof(
    fc.string({ unit: "grapheme", maxLength: 40 }),
    fc.array(fc.string({ maxLength: 8 }), { maxLength: 3 }),
    fc.constantFrom(
      "1e999",
      "-1e-999",
      "9".repeat(60),
      "0",
      "-0",
      "NaN",
      "2026-02-30",
      "99:99",
      "2026-13-01T00:00:00Z",
    ),
    fc.double().map(String),
  );
  const record = fc.dictionary(fc.constantFrom(...names), value);
  const leaf = fc.oneof(
    fc.constantFrom(...names),
    fc.nat().map(String),
    fc.string({ maxLength: 5 }).map((raw) => JSON.stringify(raw)),
  );
  const { formula } = fc.letrec<{ formula: string }>((tie) => ({
    formula: fc.oneof(
      { maxDepth: 4 },
      leaf,
      fc
        .tuple(
          tie("formula"),
          fc.constantFrom("+", "-", "*", "/", "^", "&", "=", "!=", "<", ">=", "<>"),
          tie("formula"),
        )
        .map(([left, operator, right]) => `(${left} ${operator} ${right})`),
      fc
        .tuple(
          fc.constantFrom("SUM", "IF", "AND", "NOT", "CONTAINS", "ROUND", "ROUNDUP", "YEN", "DATE_FORMAT"),
          fc.array(tie("formula"), { minLength: 1, maxLength: 3 }),
        )
        .map(([name, args]) => `${name}(${args.join(", ")})`),
    ),
  }));

  it("is calculated or left empty, but never throws", () => {
    fc.assert(
      fc.property(
        formula,
        fc.constantFrom("NUMBER", "DATETIME", "DATE", "TIME", "HOUR_MINUTE"),
        record,
        fc.array(record, { maxLength: 3 }),
        (expression, format, values, rows) => {
          const fields = [
            ...testFields,
            testField("x", "CALC", { expression, format }),
            testField("y", "SINGLE_LINE_TEXT", { expression }),
          ];
          const results = calculateTest(fields, values, rows, testPrecision);
          expect(Object.values(results).every((result) => typeof result === "string")).toBe(true);
        },
      ),
      { numRuns: 400 },
    );
  });
});
