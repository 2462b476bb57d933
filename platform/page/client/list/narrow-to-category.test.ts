import { describe, expect, it } from "vitest";
import { buildField } from "../record/testing-fields.ts";
import { formatListLocation, parseListLocation } from "./list-location.ts";
import { buildListQuery } from "./list-query.ts";
import { narrowToCategory } from "./narrow-to-category.ts";

const tree = [
  { id: 1, name: "食品", children: [{ id: 2, name: '"生"もの', children: [{ id: 3, name: "魚", children: [] }] }] },
  { id: 4, name: "道具", children: [] },
];
const app = (enabled: boolean) => ({
  fields: [buildField("カテゴリー", "CATEGORY", { enabled })],
  categories: { enabled, tree },
});
const conditionAt = (search: string, filterCond = ""): string | null =>
  narrowToCategory(parseListLocation(search), filterCond, app(true)).condition;

describe("a list narrowed to a category", () => {
  it("holds the records of the category and of all below it", () => {
    expect(conditionAt("?category=2")).toBe(String.raw`カテゴリー in ("\"生\"もの", "魚")`);
    expect(conditionAt("?category=4")).toBe('カテゴリー in ("道具")');
  });

  it("keeps the view's condition, or the reader's own in its stead", () => {
    expect(conditionAt("?category=4", "a = 1 or b = 2")).toBe('(a = 1 or b = 2) and カテゴリー in ("道具")');
    expect(conditionAt("?category=4&query=c%20%3D%203", "a = 1")).toBe('(c = 3) and カテゴリー in ("道具")');
  });

  it("is the whole list where the category is gone or categories are off", () => {
    expect(conditionAt("?category=9", "a = 1")).toBeNull();
    expect(conditionAt("?category=x")).toBeNull();
    expect(narrowToCategory(parseListLocation("?category=4"), "", app(false)).condition).toBeNull();
  });

  it("is what the list asks for, and stands in its address apart from the filter", () => {
    const at = parseListLocation("?view=5&category=4");
    expect(buildListQuery({ filterCond: "", sort: "" }, narrowToCategory(at, "", app(true)), 20)).toMatchObject({
      condition: 'カテゴリー in ("道具")',
      query: 'カテゴリー in ("道具") limit 20 offset 0',
    });
    expect(formatListLocation(at, "")).toBe("?view=5&category=4");
    expect(formatListLocation({ ...at, category: null }, "?category=4")).toBe("?view=5");
  });
});
