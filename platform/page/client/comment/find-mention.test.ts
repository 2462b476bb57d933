import { describe, expect, it } from "vitest";
import { findTypedMention, removeTypedMention } from "./find-mention.ts";

describe("a mention that is being typed", () => {
  it.each([
    ["@", { start: 0, end: 1, words: "" }],
    ["確認を @担当", { start: 4, end: 7, words: "担当" }],
    ["確認を　＠ta", { start: 4, end: 7, words: "ta" }],
    ["一行目\n@課長", { start: 4, end: 7, words: "課長" }],
    ["宛先：a@example.jp", null],
    ["@担当 に", null],
    ["確認", null],
    ["", null],
  ])("is found at the end of %j", (text, expected) => {
    expect(findTypedMention(text, text.length)).toEqual(expected);
  });

  it("is looked for at the caret, not at the end", () => {
    expect(findTypedMention("@課長 を", 3)).toEqual({ start: 0, end: 3, words: "課長" });
  });

  it("leaves the text around it", () => {
    const text = "前 @課長後";
    const typed = findTypedMention(text, 5);
    expect(typed && removeTypedMention(text, typed)).toBe("前 後");
  });
});
