import { describe, expect, it } from "vitest";
import { formatListLocation, parseListLocation } from "./list-location.ts";
import { buildListQuery, nextSort, parseSort } from "./list-query.ts";

const view = { filterCond: '区分 in ("A")', sort: "番号 asc" };

describe("buildListQuery", () => {
  it("takes the view's condition and order when the address has none", () => {
    expect(buildListQuery(view, parseListLocation(""), 20)).toMatchObject({
      condition: '区分 in ("A")',
      query: '区分 in ("A") order by 番号 asc limit 20 offset 0',
      offset: 0,
    });
  });

  it("replaces them by those of the address, also by an empty condition", () => {
    const at = parseListLocation(`?q=${encodeURIComponent('a = "1" order by b desc limit 5')}&page=3`);
    expect(buildListQuery(view, at, 40).query).toBe('a = "1" order by b desc limit 40 offset 80');
    expect(buildListQuery(view, parseListLocation("?q="), 20).condition).toBe("");
  });

  it("has only limit and offset when nothing is filtered or sorted", () => {
    expect(buildListQuery({ filterCond: "", sort: "" }, parseListLocation(""), 20).query).toBe("limit 20 offset 0");
  });

  it("never asks beyond the greatest offset", () => {
    expect(buildListQuery(view, parseListLocation("?page=99999"), 100).offset).toBe(10_000);
  });
});

describe("the address of a list", () => {
  it("comes back as it was, with parameters of others kept", () => {
    const search = "?mine=1&view=20&query=a+%3D+%221%22+order+by+b+asc&page=2&size=60";
    expect(formatListLocation(parseListLocation(search), search)).toBe(search);
    const orderOnly = "?view=20&sort=b+asc%2C+c+desc";
    expect(formatListLocation(parseListLocation(orderOnly), orderOnly)).toBe(orderOnly);
  });

  it("takes an address with `q` and goes on with `query`", () => {
    expect(formatListLocation(parseListLocation("?q=a+%3D+1&sort=b+asc"), "?q=a+%3D+1&sort=b+asc")).toBe(
      "?query=a+%3D+1+order+by+b+asc",
    );
  });

  it.each(["0", "-1", "x", "1.5"])("starts at the first page when asked for page %s", (page) => {
    expect(parseListLocation(`?page=${page}`).page).toBe(1);
  });
});

describe("sorting by a header", () => {
  it("descends first and turns around at the next click", () => {
    expect(nextSort([], "a")).toBe("a desc");
    expect(nextSort(parseSort("a desc, b asc"), "a")).toBe("a asc");
    expect(nextSort(parseSort("a asc"), "a")).toBe("a desc");
  });
});
