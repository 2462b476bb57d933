import { describe, expect, it } from "vitest";
import { toCalendarDate } from "../calendar-date.ts";
import { buildAction } from "./build-record.ts";
import type { Related } from "./rule.ts";
import { linksAnOutcome } from "./v-c3-1.ts";

function judge(ids: string[], related: Related) {
  const kpi_links = ids.map((kpi_id) => ({ id: null, kpi_id, kpi_name_copy: "" }));
  return linksAnOutcome.judges.action?.(buildAction({ kpi_links }), { today: toCalendarDate(2026, 11, 22), related });
}

const kpiLevels = { "K-001": "活動(やった量)", "K-002": "成果(良くなった量)", "K-003": "影響(まち全体)" } as const;

describe("V-C3-1", () => {
  it("stops an action without any indicator", () => {
    expect(judge([], {})?.[0]?.message.ja).toMatch(/^このままだと『入れること』がゴールになります。/u);
    expect(judge([" "], { kpiLevels })).toHaveLength(1);
  });

  it("stops an action whose indicators only count what was done", () => {
    expect(judge(["K-001"], { kpiLevels })?.[0]?.message.ja).toContain("『成果』か『影響』のものがありません");
  });

  it("accepts one outcome or impact among them", () => {
    expect(judge(["K-001", "K-002"], { kpiLevels })).toEqual([]);
    expect(judge(["K-003"], { kpiLevels })).toEqual([]);
  });

  it("takes an unknown indicator for no outcome, and does not guess while levels are unknown", () => {
    expect(judge(["K-999"], { kpiLevels })).toHaveLength(1);
    expect(judge(["K-001"], {})).toEqual([]);
  });
});
