import { describe, expect, it } from "vitest";
import { createTestStore, findTestUser } from "../record/testing/test-app.ts";
import { pickLanguage } from "./language.ts";

describe("the language of messages", () => {
  it.each([
    [null, "ja"],
    ["*", "ja"],
    ["", "ja"],
    ["en", "en"],
    ["ja,en;q=0.9", "ja"],
    ["en-US,en;q=0.9,ja;q=0.8", "en"],
    ["fr;q=0.9,ja;q=0.1", "ja"],
    ["zh-CN", "en"],
    ["ja;q=0,en;q=0.5", "en"],
    ["en;q=abc", "ja"],
  ])("for Accept-Language %j is %s", (header, language) => {
    expect(pickLanguage(null, header)).toBe(language);
  });

  it("is the user's own where one is set", () => {
    const user = findTestUser(createTestStore(), "admin");
    expect(pickLanguage({ ...user, language: "en" }, "ja")).toBe("en");
    expect(pickLanguage(user, "en")).toBe("en");
  });
});
