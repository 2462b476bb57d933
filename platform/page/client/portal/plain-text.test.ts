// @vitest-environment happy-dom
import { describe, expect, it } from "vitest";
import { toPlainText } from "./plain-text.ts";

describe("toPlainText", () => {
  it("gives the words without markup", () => {
    expect(toPlainText("<p>課の<b>一覧</b>です。</p><p>2行目</p>")).toBe("課の一覧です。 2行目");
    expect(toPlainText('<img src=x onerror="alert(1)">説明')).toBe("説明");
  });

  it("leaves out the mark that a deployment tool keeps at the end, and nothing else in brackets", () => {
    expect(toPlainText("課の一覧です。 [suite:dept_list]")).toBe("課の一覧です。");
    expect(toPlainText("[suite:dept]")).toBe("");
    expect(toPlainText("予算[千円]")).toBe("予算[千円]");
    expect(toPlainText("[a:b] の説明")).toBe("[a:b] の説明");
  });
});
