import { describe, expect, it } from "vitest";
import { createLoginThrottle } from "./login-throttle.ts";

const start = new Date("2026-04-01T00:00:00Z");

describe("the login throttle", () => {
  it("lets ten tries pass, then doubles the wait up to a quarter of an hour", () => {
    const throttle = createLoginThrottle();
    const waits = Array.from({ length: 20 }, () => {
      throttle.fail("admin", start);
      return throttle.waitSeconds("admin", start);
    });
    expect(waits.slice(0, 9)).toEqual(Array.from({ length: 9 }, () => 0));
    expect(waits.slice(9)).toEqual([15, 30, 60, 120, 240, 480, 900, 900, 900, 900, 900]);
    expect(throttle.waitSeconds("other", start)).toBe(0);
  });

  it("opens again after the wait and forgets failures after a success", () => {
    const throttle = createLoginThrottle();
    for (let count = 0; count < 10; count += 1) {
      throttle.fail("admin", start);
    }
    expect(throttle.waitSeconds("admin", new Date(start.getTime() + 15_000))).toBe(0);
    throttle.succeed("admin");
    throttle.fail("admin", start);
    expect(throttle.waitSeconds("admin", start)).toBe(0);
  });
});
