import { describe, expect, it } from "vitest";
import type { StoredField } from "../../../store/app-settings.ts";
import { formatSize, formatValue, groupDigits } from "./format-value.ts";

function field(type: string, property: Readonly<Record<string, unknown>> = {}): StoredField {
  return { id: 1, code: "f", type, property };
}

describe("formatValue", () => {
  it.each([
    ["NUMBER", { digit: true, unit: "千円", unitPosition: "AFTER" }, "1234567", "1,234,567 千円"],
    ["NUMBER", { unit: "$", unitPosition: "BEFORE" }, "5", "$ 5"],
    ["NUMBER", { unit: "人" }, "", ""],
    ["NUMBER", { displayScale: "2" }, "5", "5.00"],
    ["NUMBER", { displayScale: "0", digit: true }, "-1234.5", "-1,234"],
    ["CALC", { format: "NUMBER", unit: "円", unitPosition: "AFTER" }, "1234", "1234 円"],
    ["CALC", { format: "NUMBER_DIGIT", displayScale: "1" }, "1234.25", "1,234.2"],
    ["CALC", { format: "NUMBER_DIGIT", displayScale: "1" }, "", ""],
    ["CALC", { format: "DATE", unit: "円" }, "2026-04-01", "2026/04/01"],
    ["CALC", { format: "DATETIME" }, "2026-04-01T00:00:00Z", "2026/04/01 09:00"],
    ["CALC", { format: "TIME" }, "01:01", "01:01"],
    ["CALC", { format: "HOUR_MINUTE" }, "25:01", "25時間1分"],
    ["CALC", { format: "HOUR_MINUTE" }, "-25:01", "-25時間1分"],
    ["CALC", { format: "DAY_HOUR_MINUTE" }, "25:01", "1日1時間1分"],
    ["CALC", { format: "DAY_HOUR_MINUTE" }, "", ""],
    ["DATE", {}, "2026-04-01", "2026/04/01"],
    ["DATETIME", {}, "2026-04-01T00:00:00Z", "2026/04/01 09:00"],
    ["CHECK_BOX", {}, ["甲", "乙"], "甲、乙"],
    ["USER_SELECT", {}, [{ code: "a", name: "担当" }, { code: "b" }], "担当、b"],
    ["CREATOR", {}, { code: "a", name: "担当" }, "担当"],
    ["FILE", {}, [{ fileKey: "k", name: "計画.pdf" }], "計画.pdf"],
    ["DROP_DOWN", {}, null, ""],
    ["SINGLE_LINE_TEXT", {}, undefined, ""],
  ])("shows %s %j", (type, property, value, text) => {
    expect(formatValue(field(type, property), value, "Asia/Tokyo")).toBe(text);
  });

  it("groups digits of numbers that no float holds", () => {
    expect(groupDigits("-123456789012345678901234.50")).toBe("-123,456,789,012,345,678,901,234.50");
    expect(groupDigits("abc")).toBe("abc");
  });

  it("tells sizes in words people know", () => {
    expect(["512", "2048", "3145728", "x"].map(formatSize)).toEqual(["512 B", "2 KB", "3.0 MB", "0 B"]);
  });
});
