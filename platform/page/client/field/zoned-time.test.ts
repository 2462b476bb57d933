import { assert, integer, property } from "fast-check";
import { describe, expect, it } from "vitest";
import { fromWallClock, toWallClock } from "./zoned-time.ts";

describe("wall clock and instant", () => {
  it("knows the user's time zone", () => {
    expect(toWallClock("2026-03-31T15:00:00Z", "Asia/Tokyo")).toEqual({ date: "2026-04-01", time: "00:00" });
    expect(fromWallClock({ date: "2026-04-01", time: "00:00" }, "Asia/Tokyo")).toBe("2026-03-31T15:00:00Z");
  });

  it("takes midnight when only a date is chosen, and nothing without a date", () => {
    expect(fromWallClock({ date: "2026-04-01", time: "" }, "UTC")).toBe("2026-04-01T00:00:00Z");
    expect(fromWallClock({ date: "", time: "09:00" }, "UTC")).toBe("");
    expect(toWallClock("", "UTC")).toEqual({ date: "", time: "" });
  });

  it("comes back to the same minute in Japan", () => {
    assert(
      property(integer({ min: 0, max: 60_000_000 }), (minutes) => {
        const instant = new Date(minutes * 60_000).toISOString().replace(".000Z", "Z");
        expect(fromWallClock(toWallClock(instant, "Asia/Tokyo"), "Asia/Tokyo")).toBe(instant);
      }),
    );
  });
});
