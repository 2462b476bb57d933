import { randomBytes } from "node:crypto";
import { describe, expect, it } from "vitest";
import { isOverBudget, measureBundle, renderSize } from "./size-budget.ts";

function bundle(kilobytes: number, hasReact: boolean) {
  return { configuration: "roadmap", file: "desktop.js", bytes: randomBytes(kilobytes * 1024), hasReact };
}

describe("the size budget", () => {
  it("is 30 KB of gzip without React and 120 KB with it", () => {
    expect(isOverBudget(measureBundle(bundle(29, false), true))).toBe(false);
    expect(isOverBudget(measureBundle(bundle(31, false), true))).toBe(true);
    expect(isOverBudget(measureBundle(bundle(119, true), true))).toBe(false);
    expect(isOverBudget(measureBundle(bundle(121, true), true))).toBe(true);
  });

  it("does not hold the pages of the local platform", () => {
    const size = measureBundle(bundle(500, true), false);
    expect(isOverBudget(size)).toBe(false);
    expect(renderSize(size)).toMatch(/^roadmap\/desktop\.js +500\.\d KB$/u);
  });
});
