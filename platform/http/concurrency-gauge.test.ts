import { describe, expect, it } from "vitest";
import { createConcurrencyGauge } from "./concurrency-gauge.ts";

describe("the concurrency gauge", () => {
  it("refuses the call above the limit until another one ends", () => {
    const gauge = createConcurrencyGauge(2);
    expect([gauge.enter(), gauge.enter()]).toEqual([1, 2]);
    expect(gauge.check).not.toThrow();
    gauge.enter();
    expect(gauge.check).toThrow(expect.objectContaining({ code: "GAIA_TO04", status: 429 }));
    gauge.leave();
    expect(gauge.check).not.toThrow();
  });
});
