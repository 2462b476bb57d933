import { describe, expect, it } from "vitest";
import { defineMessages, fillMessage, formatMessage } from "./message.ts";

const messages = defineMessages({
  moved: { ja: "終わりを{date}に変更しました。", en: "The end is now {date}." },
});

describe("formatMessage", () => {
  it("fills the places in the language asked for", () => {
    expect(formatMessage(messages.moved, "ja", { date: "令和8年9月30日" })).toBe(
      "終わりを令和8年9月30日に変更しました。",
    );
    expect(formatMessage(messages.moved, "en", { date: "2026-09-30" })).toBe("The end is now 2026-09-30.");
  });

  it("leaves a place without a value visible", () => {
    expect(formatMessage(messages.moved, "en")).toBe("The end is now {date}.");
  });

  it("takes values as they are, never as places again", () => {
    expect(formatMessage({ ja: "{a}{b}", en: "" }, "ja", { a: "{b}", b: "$&" })).toBe("{b}$&");
  });
});

describe("fillMessage", () => {
  it("fills both languages", () => {
    expect(fillMessage({ ja: "{n}件", en: "{n} items" }, { n: 3 })).toEqual({ ja: "3件", en: "3 items" });
  });
});
