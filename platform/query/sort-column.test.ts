import { describe, expect, it } from "vitest";
import type { QueryField } from "./query-context.ts";
import { toSortColumn } from "./sort-column.ts";

const number: QueryField = {
  code: "数",
  kind: "number",
  source: { from: "values", id: 1 },
  options: null,
  sortable: true,
};

describe("toSortColumn", () => {
  it("puts empty numbers below all others, also beside numbers that are too long for a double", () => {
    const texts = ["", "-100000000000000000001", "3", "", "100000000000000000002", "100000000000000000001"];
    const compare = toSortColumn(texts, number);
    expect([...texts.keys()].toSorted(compare)).toEqual([0, 3, 1, 2, 5, 4]);
    expect(compare(0, 3)).toBe(0);
    expect(compare(3, 2)).toBeLessThan(0);
    expect(compare(2, 3)).toBeGreaterThan(0);
  });
});
