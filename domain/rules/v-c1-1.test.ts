import { describe, expect, it } from "vitest";
import { toCalendarDate } from "../calendar-date.ts";
import { buildAction } from "./build-record.ts";
import type { Action } from "./rule.ts";
import { keepsAnotherWay } from "./v-c1-1.ts";

function judge(target_who: Action["target_who"], alt_channel: Action["alt_channel"]) {
  const context = { today: toCalendarDate(2026, 11, 22), related: {} };
  return keepsAnotherWay.judges.action?.(buildAction({ target_who, alt_channel }), context);
}

describe("V-C1-1", () => {
  it.each(["町民全般", "高齢者", "子育て世代", "障害のある方", "外国人住民", "事業者"] as const)(
    "wants another way when it is for %s",
    (who) => {
      expect(judge([who], [])).toMatchObject([{ path: { field: "alt_channel" } }]);
      expect(judge([who, "職員"], ["なし"])).toHaveLength(1);
      expect(judge([who], ["電話"])).toEqual([]);
    },
  );

  it("does not ask when it is for staff only, or for nobody yet", () => {
    expect(judge(["職員"], [])).toEqual([]);
    expect(judge([], [])).toEqual([]);
  });

  it("counts a way beside なし", () => {
    expect(judge(["高齢者"], ["なし", "窓口"])).toEqual([]);
  });
});
