import { describe, expect, it } from "vitest";
import { toCalendarDate } from "../calendar-date.ts";
import { buildAction } from "./build-record.ts";
import { isForSomebody } from "./v-c3-3.ts";

const context = { today: toCalendarDate(2026, 11, 22), related: {} };

describe("V-C3-3", () => {
  it("stops an action for nobody", () => {
    const found = isForSomebody.judges.action?.(buildAction({ target_who: [], target_other: "\u3000" }), context);
    expect(found).toMatchObject([{ path: { field: "target_who" } }]);
  });

  it("accepts a choice or words of one's own", () => {
    expect(isForSomebody.judges.action?.(buildAction({ target_who: ["職員"] }), context)).toEqual([]);
    expect(isForSomebody.judges.action?.(buildAction({ target_who: [], target_other: "転入者" }), context)).toEqual([]);
  });
});
