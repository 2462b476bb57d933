import { describe, expect, it } from "vitest";
import { toKpiValueKey } from "./kpi-value-key.ts";

describe("toKpiValueKey", () => {
  it("joins indicator, year and number as plain digits", () => {
    expect(toKpiValueKey({ kpi_id: "K-001", fy: "２０２５", seq: "01" })).toBe("K-001:2025:1");
  });

  it("waits for all three parts", () => {
    expect(toKpiValueKey({ kpi_id: "", fy: "2025", seq: "1" })).toBeNull();
    expect(toKpiValueKey({ kpi_id: "K-001", fy: "", seq: "1" })).toBeNull();
    expect(toKpiValueKey({ kpi_id: "K-001", fy: "2025", seq: "" })).toBeNull();
  });
});
