// @vitest-environment happy-dom
import { afterEach, expect, it } from "vitest";
import { functions } from "./api-catalogue.ts";
import { formatCatalogue } from "./format-catalogue.ts";
import { installKintone } from "./install-kintone.ts";
import { pageState } from "./page-state.ts";
import { testBootstrap } from "./testing-bootstrap.ts";

afterEach(() => {
  pageState.bootstrap = null;
});

/** Where the same function goes by a name of its own on each side, kintone has both names on every page. */
const named = new Set(functions.flatMap(({ name, mobile }) => (mobile === null ? [name] : [name, mobile])));

it("the list names exactly the functions of the pages", () => {
  installKintone(testBootstrap("APP_INDEX"));
  const found = listFunctions("kintone", Reflect.get(globalThis, "kintone"));
  expect(found.filter((name) => !named.has(name))).toEqual([]);
  expect([...named].filter((name) => !found.includes(name))).toEqual([]);
});

it("docs/kintone/javascript.md is current", async () => {
  await expect(formatCatalogue()).toMatchFileSnapshot("../../../../docs/kintone/javascript.md");
});

function listFunctions(path: string, value: unknown): string[] {
  if (value === Promise) {
    return [path];
  }
  const isCallable = typeof value === "function";
  if (!isCallable && (typeof value !== "object" || value === null)) {
    return [];
  }
  const own = isCallable && path !== "kintone" ? [path] : [];
  return [...own, ...Object.entries(value).flatMap(([key, inner]) => listFunctions(`${path}.${key}`, inner))];
}
