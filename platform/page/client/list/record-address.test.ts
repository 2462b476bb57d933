import { describe, expect, it } from "vitest";
import { parseListLocation } from "./list-location.ts";
import { toRecordAddress } from "./record-address.ts";

describe("toRecordAddress", () => {
  it("keeps kintone's hash first and remembers the view and the filter", () => {
    const at = parseListLocation(`?q=${encodeURIComponent('a = "あ"')}&sort=b+desc`);
    const address = toRecordAddress(3, "5", { viewId: "20", at });
    expect(address).toMatch(/^\/k\/3\/show#record=5&/u);
    const back = new URLSearchParams(address.split("#")[1]);
    expect([back.get("l.view"), back.get("l.q")]).toEqual(["20", 'a = "あ" order by b desc']);
  });

  it("leaves the view's own filter and order to the view", () => {
    expect(toRecordAddress(3, "5", { viewId: "20", at: parseListLocation("?sort=b+desc") })).toBe(
      "/k/3/show#record=5&l.view=20&l.sort=b+desc",
    );
    expect(toRecordAddress(3, "5", { viewId: "20", at: parseListLocation("") })).toBe("/k/3/show#record=5&l.view=20");
  });
});
