import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import { toReturnPath } from "./to-return-path.ts";

describe("toReturnPath", () => {
  it("keeps the page, its query and its fragment", () => {
    expect(toReturnPath("/k/12/show?x=1#record=5&mode=edit")).toBe("/k/12/show?x=1#record=5&mode=edit");
  });

  it.each([
    undefined,
    "",
    "https://evil.example/",
    "//evil.example/k/",
    "/\\evil.example/k/",
    "/\t/evil.example/k/",
    "javascript:alert(1)",
    "/logout",
    "/k/../logout",
  ])("goes to the portal when asked for %j", (candidate) => {
    expect(toReturnPath(candidate)).toBe("/k/");
  });

  it("never leaves the origin", () => {
    fc.assert(
      fc.property(fc.string({ unit: fc.constantFrom(..."/\\k:.@?#\t\n a".split("")) }), (candidate) => {
        const base = "http://localhost:8400";
        expect(new URL(toReturnPath(candidate), base).origin).toBe(base);
      }),
    );
  });
});
