import { beforeEach, describe, expect, it } from "vitest";
import { findOperation } from "../../http/find-operation.ts";
import { refusalOf } from "../../record/testing/refusal-of.ts";
import { createTestStore, findTestUser, testNow } from "../../record/testing/test-app.ts";
import type { Store } from "../../store/store.ts";
import { applySeed } from "../../tool/seed/apply-seed.ts";
import { parseSeed } from "../../tool/seed/parse-seed.ts";
import { carryOutDeploy } from "../deploy/carry-out-deploy.ts";

const leaf = (index: number) => ({ index, children: {} });
const tree = {
  食品: { name: "食品", index: 1, children: { 野菜: { name: "野菜", ...leaf(0) }, 魚: { name: "魚", ...leaf(1) } } },
  道具: { name: "道具", index: 0, children: {} },
};
let store: Store;

beforeEach(() => {
  store = createTestStore();
  const name = { type: "SINGLE_LINE_TEXT", code: "名", label: "名" };
  applySeed(
    store,
    parseSeed({
      apps: [
        {
          name: "在庫",
          fields: { 名: name },
          categories: { enabled: true, categories: tree },
          records: [{ 名: "大根", カテゴリー: ["野菜"] }, { 名: "鯛", カテゴリー: ["道具", "魚"] }, { 名: "水" }],
        },
      ],
    }),
    testNow,
  );
});

function call(method: string, path: string, params: Record<string, unknown>): unknown {
  const route = findOperation(method, path);
  if (route === null) {
    throw new Error(path);
  }
  const caller = findTestUser(store, "admin");
  return store.transaction(() =>
    route.operation.run({ params, caller, language: "ja", preview: route.preview, store, now: testNow }),
  );
}

function change(categories: unknown, more: Record<string, unknown> = {}): unknown {
  return call("PUT", "/k/v1/preview/app/categories.json", { app: 1, categories, ...more });
}

function deploy(): void {
  call("POST", "/k/v1/preview/app/deploy.json", { apps: [{ app: 1 }] });
  carryOutDeploy(store, 1, testNow);
}

function categoriesOf(id: number): unknown {
  return Reflect.get(
    Object(Reflect.get(Object(call("GET", "/k/v1/record.json", { app: 1, id })), "record")),
    "カテゴリー",
  );
}

function find(query: string): unknown {
  const { records } = Object(call("GET", "/k/v1/records.json", { app: 1, query, fields: ["名"] }));
  return records.map((record: { 名: { value: string } }) => record.名.value);
}

describe("the categories of an app", () => {
  it("are a tree in its order, and the form's field says whether they are on", () => {
    const answer = call("GET", "/k/v1/app/categories.json", { app: 1 });
    expect(answer).toMatchObject({
      enabled: true,
      categories: {
        道具: { name: "道具", index: "0", children: {} },
        食品: { name: "食品", index: "1", children: { 野菜: { index: "0" }, 魚: { index: "1", children: {} } } },
      },
    });
    const on = { properties: { カテゴリー: { type: "CATEGORY", enabled: true } } };
    expect(call("GET", "/k/v1/app/form/fields.json", { app: 1 })).toMatchObject(on);
  });

  it("are in records by name, in the order of the tree, and gone from them while they are off", () => {
    expect(categoriesOf(2)).toEqual({ type: "CATEGORY", value: ["道具", "魚"] });
    expect(categoriesOf(3)).toEqual({ type: "CATEGORY", value: [] });
    change(undefined, { enabled: false });
    expect(categoriesOf(2)).toEqual({ type: "CATEGORY", value: ["道具", "魚"] });
    deploy();
    expect(categoriesOf(2)).toBeUndefined();
    expect(refusalOf(() => find('カテゴリー in ("魚")'))).not.toBeNull();
  });

  it("keep their records under another name and lose them when they go", () => {
    change({ 食品: { name: "食べ物", index: 0, children: { 魚: { name: "海の魚", ...leaf(0) } } } });
    deploy();
    expect(categoriesOf(1)).toEqual({ type: "CATEGORY", value: [] });
    expect(categoriesOf(2)).toEqual({ type: "CATEGORY", value: ["海の魚"] });
  });

  it("are found by queries", () => {
    expect(find('カテゴリー in ("野菜", "魚") order by $id asc')).toEqual(["大根", "鯛"]);
    expect(find('カテゴリー not in ("野菜") order by $id asc')).toEqual(["鯛", "水"]);
    expect(refusalOf(() => find('カテゴリー in ("肉")'))).toMatchObject({ code: "GAIA_IQ10" });
  });

  it.each([
    ["a new one whose name is another than its key", { 肉: { name: "魚", ...leaf(0) } }, "categories[肉].name"],
    ["a name of 65 characters", { ["あ".repeat(65)]: { name: "あ".repeat(65), ...leaf(0) } }, /name$/u],
    ["no index", { 肉: { name: "肉", children: {} } }, "categories[肉].index"],
    ["no children", { 肉: { name: "肉", index: 0 } }, "categories[肉].children"],
    ["an index twice", { 甲: { name: "甲", ...leaf(0) }, 乙: { name: "乙", ...leaf(0) } }, "categories[乙].index"],
    [
      "a name twice below one parent",
      { 道具: { name: "食品", ...leaf(0) }, 食品: { name: "食品", ...leaf(1) } },
      "categories[食品].name",
    ],
  ])("are refused with %s", (_, categories, path) => {
    const refusal = refusalOf(() => change(categories));
    expect(refusal).toMatchObject({ code: "CB_VA01" });
    const paths = Object.keys(refusal?.errors ?? {});
    expect(paths.some((key) => (typeof path === "string" ? key === path : path.test(key)))).toBe(true);
  });

  it("have five levels and not six", () => {
    const nest = (names: readonly string[]): Record<string, unknown> => {
      const [name, ...rest] = names;
      return name === undefined
        ? {}
        : { [name]: { name, index: 0, ...(name === "5" ? {} : { children: nest(rest) }) } };
    };
    expect(refusalOf(() => change(nest(["1", "2", "3", "4", "5"])))).toBeNull();
    const deeper = nest(["1", "2", "3", "4", "x"]);
    expect(Object.keys(refusalOf(() => change(deeper))?.errors ?? {})).toEqual([
      "categories[1].children[2].children[3].children[4].children[x].children",
    ]);
  });
});

describe("the categories of a record", () => {
  it("are set by the forms of the pages and not by REST", () => {
    const record = { カテゴリー: { value: ["魚"] } };
    expect(refusalOf(() => call("PUT", "/k/v1/record.json", { app: 1, id: 1, record }))).toMatchObject({
      code: "GA_UO01",
    });
    call("PUT", "/k/platform/record.json", { app: 1, id: 1, revision: 1, record });
    expect(categoriesOf(1)).toEqual({ type: "CATEGORY", value: ["魚"] });
    expect(call("POST", "/k/platform/record.json", { app: 1, record })).toEqual({ id: "4", revision: "1" });
    expect(categoriesOf(4)).toEqual({ type: "CATEGORY", value: ["魚"] });
    const wrong = { カテゴリー: { value: ["肉"] } };
    expect(refusalOf(() => call("PUT", "/k/platform/record.json", { app: 1, id: 1, record: wrong }))).toMatchObject({
      code: "CB_VA01",
      errors: { "record.カテゴリー.values[0].value": expect.anything() },
    });
  });

  it("cannot be set while they are off", () => {
    change(undefined, { enabled: false });
    deploy();
    const record = { カテゴリー: { value: ["魚"] } };
    expect(refusalOf(() => call("PUT", "/k/platform/record.json", { app: 1, id: 1, record }))).toMatchObject({
      code: "GA_UO01",
    });
  });
});
