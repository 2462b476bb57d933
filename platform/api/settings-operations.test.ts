import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import { PlatformError } from "../platform-error.ts";
import { createFirstAccounts } from "../store/create-first-accounts.ts";
import { openDatabase } from "../store/database.ts";
import { createStore, type Store } from "../store/store.ts";
import type { Operation, OperationContext } from "./operation.ts";
import { settingsOperations } from "./settings-operations.ts";

const now = new Date("2026-04-01T00:00:00.000Z");

function createTestStore(): Store {
  const store = createStore(openDatabase(":memory:"));
  createFirstAccounts(store, "hash", now);
  return store;
}

function run(store: Store, operation: Operation, params: Readonly<Record<string, unknown>>): unknown {
  const caller = store.users.find("admin");
  if (caller === null) {
    throw new Error("no administrator");
  }
  const preview = operation.reach !== "live";
  const context: OperationContext = { params, caller, language: "ja", preview, store, now };
  return store.transaction(() => operation.run(context));
}

const wrongKinds: readonly unknown[] = [null, "", "x", -1, 0, true, [], {}, [null], [[]], { x: null }];

class Undo extends Error {}

/** What a call threw, null when it was answered; nothing of it stays. */
function attempt(store: Store, call: () => unknown): unknown {
  let outcome: unknown = null;
  try {
    store.transaction(() => {
      try {
        call();
      } catch (error) {
        outcome = error;
      }
      throw new Undo();
    });
  } catch (error) {
    if (!(error instanceof Undo)) {
      throw error;
    }
  }
  return outcome;
}

function find(method: string, path: string): Operation {
  const operation = settingsOperations.find((item) => item.method === method && item.path === path);
  if (operation === undefined) {
    throw new Error(`no ${method} ${path}`);
  }
  return operation;
}

function prepareApp(store: Store): number {
  const id = 1;
  run(store, find("POST", "/k/v1/app.json"), { name: "試験" });
  run(store, find("POST", "/k/v1/app/form/fields.json"), {
    app: id,
    properties: {
      題: { type: "SINGLE_LINE_TEXT", code: "題", label: "題", unique: true },
      区分: { type: "DROP_DOWN", code: "区分", label: "区分", options: { 甲: { label: "甲", index: 0 } } },
      表: { type: "SUBTABLE", code: "表", label: "表", fields: { 列: { type: "DATE", code: "列", label: "列" } } },
      枠: { type: "GROUP", code: "枠", label: "枠" },
    },
  });
  return id;
}

/** Keys that the operations read, so that arbitrary values get deep into them. */
const words = [
  "app",
  "id",
  "ids",
  "apps",
  "name",
  "code",
  "type",
  "label",
  "properties",
  "fields",
  "layout",
  "views",
  "states",
  "actions",
  "index",
  "assignee",
  "entities",
  "entity",
  "from",
  "to",
  "filterCond",
  "sort",
  "options",
  "defaultValue",
  "lookup",
  "relatedApp",
  "relatedKeyField",
  "fieldMappings",
  "field",
  "relatedField",
  "referenceTable",
  "condition",
  "displayFields",
  "size",
  "width",
  "elementId",
  "desktop",
  "mobile",
  "js",
  "css",
  "file",
  "fileKey",
  "icon",
  "key",
  "titleField",
  "selectionMode",
  "numberPrecision",
  "digits",
  "config",
  "revision",
  "enable",
  "executableUser",
  "html",
  "__proto__",
  "constructor",
  "題",
  "表",
  "列",
  "区分",
  "甲",
];
const texts = [
  "SINGLE_LINE_TEXT",
  "SUBTABLE",
  "DROP_DOWN",
  "REFERENCE_TABLE",
  "USER_SELECT",
  "GROUP",
  "ROW",
  "LABEL",
  "LIST",
  "CALENDAR",
  "CUSTOM",
  "FILE",
  "URL",
  "MANUAL",
  "SECONDARY",
  "ANY",
  "FIELD_ENTITY",
  "USER",
  "1",
  "-1",
  "",
  "題",
  "表",
  "作成者",
  '題 in ("',
  "題 asc",
  "true",
  "\u0000",
];

const json = fc.letrec((tie) => ({
  value: fc.oneof(
    { maxDepth: 6, withCrossShrink: true },
    fc.constantFrom<unknown>(...texts, null, true, false, 0, 1, -1, 1.5, 1e300),
    fc.array(tie("value"), { maxLength: 4 }),
    fc
      .array(fc.tuple(fc.constantFrom(...words), tie("value")), { maxLength: 6 })
      .map((entries) => Object.fromEntries(entries)),
  ),
}));

const assignee = { type: "ONE", entities: [{ entity: { type: "USER", code: "admin" }, includeSubs: true }] };
const field = (type: string, code: string, more: object = {}) => ({ type, code, label: code, ...more });
const lookup = {
  relatedApp: { app: 1 },
  relatedKeyField: "題",
  fieldMappings: [{ field: "写し", relatedField: "題" }],
  lookupPickerFields: ["題"],
  filterCond: '題 = "x"',
  sort: "題 asc",
};
const referenceTable = {
  relatedApp: { app: "1" },
  condition: { field: "題", relatedField: "題" },
  displayFields: ["題"],
  size: "5",
};

/** One right request for each operation with a body; the test breaks it in one or two places. */
const requests: Readonly<Record<string, object>> = {
  "POST /k/v1/app/form/fields.json": {
    properties: {
      写し: field("SINGLE_LINE_TEXT", "写し", { maxLength: "3", defaultValue: "a" }),
      参照: field("SINGLE_LINE_TEXT", "参照", { lookup }),
      関連: field("REFERENCE_TABLE", "関連", { referenceTable }),
      印: field("CHECK_BOX", "印", { options: { 赤: { label: "赤", index: "0" } }, defaultValue: ["赤"] }),
      人: field("USER_SELECT", "人", { entities: [{ type: "USER", code: "admin" }], defaultValue: [] }),
      日: field("DATE", "日", { defaultValue: "2026-04-01", unique: true }),
      明細: field("SUBTABLE", "明細", {
        fields: { 数: field("NUMBER", "数", { maxValue: 3, unitPosition: "AFTER" }) },
      }),
    },
  },
  "PUT /k/v1/app/form/fields.json": {
    properties: {
      題: { type: "SINGLE_LINE_TEXT", code: "題名", minLength: 1 },
      区分: { options: { 甲: { label: "乙", index: 1 }, 丙: { label: "丙", index: 0 } } },
      表: { fields: { 列: { label: "x" }, 列二: field("TIME", "列二", { defaultValue: "10:00" }) } },
    },
  },
  "DELETE /k/v1/app/form/fields.json": { fields: ["題", "表"], revision: "3" },
  "PUT /k/v1/app/form/layout.json": {
    layout: [
      {
        type: "ROW",
        fields: [
          { type: "SINGLE_LINE_TEXT", code: "題", size: { width: "1" } },
          { type: "LABEL", label: "x" },
        ],
      },
      {
        type: "ROW",
        fields: [
          { type: "DROP_DOWN", code: "区分" },
          { type: "SPACER", elementId: "a", size: { height: 1 } },
        ],
      },
      { type: "SUBTABLE", code: "表", fields: [{ type: "DATE", code: "列" }] },
      { type: "GROUP", code: "枠", layout: [{ type: "ROW", fields: [] }] },
    ],
  },
  "PUT /k/v1/app/views.json": {
    views: {
      表: { type: "LIST", name: "表", index: 0, fields: ["題"], filterCond: '区分 in ("甲")', sort: "題 asc" },
      暦: { type: "CALENDAR", name: "暦", index: 1, date: "作成日時", title: "題" },
      絵: { type: "CUSTOM", name: "絵", index: 2, html: "x", pager: "true", device: "ANY" },
    },
  },
  "PUT /k/v1/app/status.json": {
    enable: true,
    states: { 起案: { name: "起案", index: 0 }, 確認: { name: "確認", index: 1, assignee } },
    actions: [
      { name: "送る", from: "起案", to: "確認", filterCond: '題 = "x"' },
      { name: "戻す", from: "確認", to: "起案", type: "SECONDARY", executableUser: { entities: assignee.entities } },
    ],
  },
  "PUT /k/v1/app/customize.json": {
    scope: "ALL",
    desktop: {
      js: [
        { type: "URL", url: "https://example.com/a.js" },
        { type: "FILE", file: { fileKey: "x" } },
      ],
      css: [],
    },
    mobile: { js: [], css: [] },
  },
  "PUT /k/v1/app/settings.json": {
    name: "名",
    icon: { type: "PRESET", key: "APP1" },
    titleField: { selectionMode: "MANUAL", code: "題" },
    numberPrecision: { digits: 16, decimalPlaces: "4", roundingMode: "UP" },
    enableComments: "false",
  },
  "POST /k/v1/app/deploy.json": { apps: [{ app: 1, revision: -1 }], revert: false },
  "GET /k/v1/app/deploy.json": { apps: ["1"] },
  "POST /k/v1/app/plugins.json": { ids: ["x"] },
  "POST /k/platform/plugin-config.json": { id: "x", config: { a: "b" } },
};

function requestOf(key: string): object {
  return requests[key] ?? { ids: ["1"], id: "1", name: "x", fileKey: "x", lang: "ja", limit: 1, offset: "0" };
}

type Break = { readonly at: number; readonly value: unknown };

/** The request with its `at`-th node (counted through all levels) replaced. */
function breakNode(request: unknown, { at, value }: Break): unknown {
  let position = 0;
  const count = countNodes(request);
  const visit = (node: unknown): unknown => {
    const isHere = position === 1 + (at % Math.max(1, count - 1));
    position += 1;
    if (isHere) {
      position += countNodes(node) - 1;
      return value;
    }
    if (Array.isArray(node)) {
      return node.map((item) => visit(item));
    }
    return typeof node === "object" && node !== null
      ? Object.fromEntries(Object.entries(node).map(([key, item]) => [key, visit(item)]))
      : node;
  };
  return visit(request);
}

function toObject(value: unknown): object {
  return typeof value === "object" && value !== null ? value : {};
}

function countNodes(node: unknown): number {
  return typeof node === "object" && node !== null
    ? Object.values(node).reduce<number>((sum, item) => sum + countNodes(item), 1)
    : 1;
}

describe("settings operations", () => {
  it.each(["POST", "PUT", "DELETE"].map((method) => [`${method} /k/v1/app/form/fields.json`] as const))(
    "accepts the unbroken request of %s",
    (key) => {
      const store = createTestStore();
      const app = prepareApp(store);
      const [method = "", path = ""] = key.split(" ");
      expect(attempt(store, () => run(store, find(method, path), { app, ...toObject(requests[key]) }))).toBeNull();
    },
  );

  const cases = settingsOperations.map((operation) => [`${operation.method} ${operation.path}`, operation] as const);

  it.each(cases)("answers or refuses with any one value of a wrong kind: %s", (key, operation) => {
    const store = createTestStore();
    const id = prepareApp(store);
    const request = requestOf(key);
    const unexpected: unknown[] = [];
    for (let at = 0; at < countNodes(request) - 1; at += 1) {
      for (const value of wrongKinds) {
        const params = toObject(breakNode(request, { at, value }));
        const outcome = attempt(store, () => run(store, operation, { app: id, ...params }));
        if (outcome !== null && !(outcome instanceof PlatformError)) {
          unexpected.push({ params, outcome });
        }
      }
    }
    expect(unexpected).toEqual([]);
  });

  it.each(cases)("answers or refuses whatever it is sent: %s", (key, operation) => {
    const store = createTestStore();
    const id = prepareApp(store);
    const breaks = fc.array(fc.record({ at: fc.nat(200), value: json.value }), { minLength: 1, maxLength: 3 });
    fc.assert(
      fc.property(breaks, (list) => {
        const params = toObject(list.reduce<unknown>(breakNode, requestOf(key)));
        const outcome = attempt(store, () => run(store, operation, { app: id, ...params }));
        expect(outcome === null || outcome instanceof PlatformError ? null : outcome).toBeNull();
      }),
      { numRuns: 40 },
    );
  });
});
