import { describe, expect, it } from "vitest";
import { toCalendarDate } from "../calendar-date.ts";
import { buildAction, buildKpi, buildKpiValue } from "./build-record.ts";
import { keysAreUnique } from "./v-g1.ts";

const today = toCalendarDate(2026, 11, 22);
const { action, kpi, kpi_value: kpiValue } = keysAreUnique.judges;

describe("V-G1", () => {
  it.each(["A-001", "A-053", "A-1000"])("accepts %s as 事業ID", (action_id) => {
    expect(action?.(buildAction({ action_id }), { today, related: { takenKeys: ["A-002"] } })).toEqual([]);
  });

  it.each(["", "A-1", "A-01", "A001", "a-001", "Ａ－００１", "A-001 "])("stops %j and shows the form", (action_id) => {
    const found = action?.(buildAction({ action_id }), { today, related: {} });
    expect(found).toMatchObject([{ path: { field: "action_id" }, blocksSave: true }]);
    expect(found?.[0]?.message.ja).toContain("A-001のように");
  });

  it("stops a key that another record has", () => {
    const found = action?.(buildAction(), { today, related: { takenKeys: ["A-001"] } });
    expect(found?.[0]?.message.ja).toContain("「A-001」は、ほかのレコードで使われています");
    expect(found?.[0]?.message.en).toContain("The project id “A-001”");
  });

  it("knows versions of an indicator", () => {
    expect(kpi?.(buildKpi({ kpi_id: "K-001-v2" }), { today, related: {} })).toEqual([]);
    expect(kpi?.(buildKpi({ kpi_id: "K-1" }), { today, related: {} })).toHaveLength(1);
  });

  it("says which value of the year is there already", () => {
    const found = kpiValue?.(buildKpiValue(), { today, related: { takenKeys: ["K-001:2025:1"] } });
    expect(found).toMatchObject([{ path: { field: "fy" }, blocksSave: true }]);
    expect(found?.[0]?.message.ja).toContain("2025年度・連番1の値は、もう登録されています");
  });

  it.each([
    [{ fy: "令和8" }, "fy"],
    [{ fy: "8" }, "fy"],
    [{ fy: "1999" }, "fy"],
    [{ fy: "2101" }, "fy"],
    [{ seq: "0" }, "seq"],
    [{ seq: "" }, "seq"],
    [{ kpi_fy_key: "K-001:2024:1" }, "kpi_fy_key"],
  ])("refuses %j", (changes, field) => {
    expect(kpiValue?.(buildKpiValue(changes), { today, related: {} })).toMatchObject([{ path: { field } }]);
  });

  it("reads a fiscal year typed in full width", () => {
    expect(kpiValue?.(buildKpiValue({ fy: "２０２５" }), { today, related: {} })).toEqual([]);
  });
});
