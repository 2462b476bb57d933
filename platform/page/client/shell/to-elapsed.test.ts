import { describe, expect, it } from "vitest";
import { toElapsed } from "./to-elapsed.ts";

const now = new Date("2026-04-08T00:00:00Z");

describe("how long ago", () => {
  it.each([
    ["2026-04-08T00:00:30Z", { unit: "now", count: 0 }],
    ["2026-04-07T23:59:01Z", { unit: "now", count: 0 }],
    ["2026-04-07T23:59:00Z", { unit: "minutes", count: 1 }],
    ["2026-04-07T23:00:01Z", { unit: "minutes", count: 59 }],
    ["2026-04-07T23:00:00Z", { unit: "hours", count: 1 }],
    ["2026-04-07T00:00:00Z", { unit: "days", count: 1 }],
    ["2026-04-01T00:00:01Z", { unit: "days", count: 6 }],
    ["2026-04-01T00:00:00Z", null],
    ["2026-04-09T00:00:00Z", null],
    ["", null],
  ])("is told of %s", (instant, expected) => {
    expect(toElapsed(instant, now)).toEqual(expected);
  });
});
