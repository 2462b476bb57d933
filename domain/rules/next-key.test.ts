import { describe, expect, it } from "vitest";
import { nextKey } from "./next-key.ts";

describe("nextKey", () => {
  it("follows the highest number, also past gaps, other forms and 999", () => {
    expect(nextKey("A", [])).toBe("A-001");
    expect(nextKey("A", ["A-001", "A-053", "A-007", "K-100", "x", "A-"])).toBe("A-054");
    expect(nextKey("K", ["K-001", "K-002-v3"])).toBe("K-003");
    expect(nextKey("A", ["A-999"])).toBe("A-1000");
  });
});
