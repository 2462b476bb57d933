import { describe, expect, it } from "vitest";
import { toCalendarDate } from "../calendar-date.ts";
import { buildAction } from "./build-record.ts";
import type { Action } from "./rule.ts";
import { saysWhatStops } from "./v-c3-5.ts";

function judge(means_kind: Action["means_kind"], stop_doing: string) {
  const context = { today: toCalendarDate(2026, 11, 22), related: {} };
  return saysWhatStops.judges.action?.(buildAction({ means_kind, stop_doing }), context);
}

describe("V-C3-5", () => {
  it("asks those who only digitise which work stops", () => {
    expect(judge(["デジタル化"], " ")).toMatchObject([{ path: { field: "stop_doing" } }]);
  });

  it("is content with an answer, or with more than digitising", () => {
    expect(judge(["デジタル化"], "紙の台帳への転記")).toEqual([]);
    expect(judge(["デジタル化", "改善"], "")).toEqual([]);
    expect(judge([], "")).toEqual([]);
  });
});
