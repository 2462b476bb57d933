import { describe, expect, it } from "vitest";
import { quoteText } from "./quote-text.ts";

describe("quoteText", () => {
  it("keeps a text one value, whatever stands in it", () => {
    expect(quoteText("K-001:2025:1")).toBe('"K-001:2025:1"');
    expect(quoteText('A" or $id > "0')).toBe(String.raw`"A\" or $id > \"0"`);
    expect(quoteText(String.raw`C:\ `)).toBe(String.raw`"C:\\ "`);
  });
});
