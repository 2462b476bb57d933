import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import { queryNames, renameInQuery, withoutSortTerms } from "./rename-in-query.ts";

describe("renameInQuery", () => {
  it("writes the new code where the field stands and leaves quoted text alone", () => {
    const query = '区分 in ("区分", "a\\"区分") and (数>=1 or 区分2 like "x") order by 区分 asc';
    expect(renameInQuery(query, new Map([["区分", "種別"]]))).toBe(
      '種別 in ("区分", "a\\"区分") and (数>=1 or 区分2 like "x") order by 種別 asc',
    );
  });

  it("swaps codes without mixing them up", () => {
    expect(
      renameInQuery(
        "a=1 and b=2",
        new Map([
          ["a", "b"],
          ["b", "a"],
        ]),
      ),
    ).toBe("b=1 and a=2");
  });

  it("never changes a text in which the field does not stand", () => {
    fc.assert(
      fc.property(fc.string(), (text) => {
        fc.pre(!queryNames(text, new Set(["区分"])));
        expect(renameInQuery(text, new Map([["区分", "種別"]]))).toBe(text);
      }),
    );
  });

  it("takes the terms of a deleted field out of an order", () => {
    expect(withoutSortTerms("日 desc, 題 asc,レコード番号 desc", new Set(["題"]))).toBe("日 desc, レコード番号 desc");
    expect(withoutSortTerms("題 asc", new Set(["題"]))).toBe("");
  });
});
