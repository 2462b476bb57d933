// @vitest-environment happy-dom
import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { offEvent, onEvent } from "../kintone/event-bus.ts";
import type { RecordObject } from "../kintone/page-state.ts";
import { createFormStore } from "./form-store.ts";
import type { FormStore } from "./form-store.ts";
import { readRows } from "./form-record.ts";
import { readRestRecord, toObject } from "./read-rest-record.ts";
import { buildStartRecord } from "./start-values.ts";
import { sampleFields, sampleRecord } from "./testing-fields.ts";

type Event = {
  type: string;
  record: RecordObject;
  error?: string;
  changes: { field: { value: unknown }; row: { value: RecordObject } | null };
};

const startContext = { now: new Date(0), timeZone: "Asia/Tokyo", user: { code: "a", name: "A" } };
let faults: string[] = [];

function open(mode: "create" | "edit", mobile = false): FormStore {
  const loaded = mode === "edit" ? readRestRecord(sampleFields, sampleRecord) : null;
  return createFormStore({
    appId: 2,
    fields: sampleFields,
    mode,
    mobile,
    loaded,
    start: loaded ?? buildStartRecord(sampleFields, startContext),
    reuse: false,
    startContext,
    reportFault: (fault) => faults.push(fault),
  });
}

function listen(type: string, handler: (event: Event) => unknown): Event[] {
  const heard: Event[] = [];
  onEvent(type, (event: Event) => {
    heard.push(event);
    return handler(event);
  });
  return heard;
}

function valueOf(store: FormStore, code: string): unknown {
  return store.state.get().record.values[code];
}

beforeEach(() => {
  faults = [];
});
afterEach(() => {
  offEvent();
});

describe("show", () => {
  it("tells appId, recordId and the saved record of an edit page and applies what comes back", async () => {
    const heard = listen("app.record.edit.show", (event) => {
      event.record["memo"] = { type: "MULTI_LINE_TEXT", value: "初め" };
      event.record["cost"] = { type: "NUMBER", value: "12", disabled: true };
      return event;
    });
    const store = open("edit");
    await store.show();
    expect(heard).toMatchObject([{ appId: 2, recordId: 5 }]);
    expect(heard[0]?.record["day"]?.value).toBeNull();
    expect(valueOf(store, "memo")).toBe("初め");
    expect(store.state.get().disabled.get("cost")).toBe(true);
    expect(store.isDirty()).toBe(false);
  });

  it("counts what was typed while handlers were running as unsaved", async () => {
    listen("app.record.edit.show", async (event) => {
      await Promise.resolve();
      event.record["memo"] = { type: "MULTI_LINE_TEXT", value: "初め" };
      return event;
    });
    const store = open("edit");
    const shown = store.show();
    store.edit({ code: "title" }, "途中");
    await shown;
    expect(store.state.get().record.values).toMatchObject({ title: "途中", memo: "初め" });
    expect(store.isDirty()).toBe(true);
  });

  it("keeps what was typed or added while handlers were running over what they bring for it", async () => {
    listen("app.record.create.show", async (event) => {
      await Promise.resolve();
      event.record["title"] = { type: "SINGLE_LINE_TEXT", value: "提案" };
      event.record["memo"] = { type: "MULTI_LINE_TEXT", value: "初め" };
      event.record["rows"] = { type: "SUBTABLE", value: [] };
      return event;
    });
    const store = open("create");
    const shown = store.show();
    store.edit({ code: "title" }, "途中");
    store.addRow("rows", null);
    await shown;
    expect(store.state.get().record.values).toMatchObject({ title: "途中", memo: "初め" });
    expect(readRows(store.state.get().record, "rows")).toHaveLength(2);
  });

  it("tells reuse and no recordId while a record is created", async () => {
    const heard = listen("app.record.create.show", (event) => event);
    await open("create").show();
    expect(heard).toMatchObject([{ appId: 2, reuse: false }]);
    expect(heard[0]).not.toHaveProperty("recordId");
  });

  it("applies nothing when the handler returns nothing", async () => {
    listen("app.record.edit.show", (event) => {
      event.record["memo"] = { type: "MULTI_LINE_TEXT", value: "初め" };
      return undefined;
    });
    const store = open("edit");
    await store.show();
    expect(valueOf(store, "memo")).toBe("");
  });
});

describe("change", () => {
  it("fires once a box is left with another value, with the very objects of the record", () => {
    const heard = listen("app.record.edit.change.cost", (event) => event);
    const store = open("edit");
    store.edit({ code: "cost" }, "1");
    store.edit({ code: "cost" }, "13");
    expect(heard).toHaveLength(0);
    store.commit({ code: "cost" });
    store.commit({ code: "cost" });
    expect(heard).toHaveLength(1);
    expect(heard[0]?.changes.field).toBe(heard[0]?.record["cost"]);
    expect(heard[0]?.changes.row).toBeNull();
    expect(heard[0]).not.toHaveProperty("error");
  });

  it("names the inner code for a cell and hands over its row", () => {
    const heard = listen("app.record.edit.change.price", (event) => {
      const note = event.changes.row?.value["note"];
      if (note !== undefined) {
        note.value = "高い";
      }
      return event;
    });
    const tableHeard = listen("app.record.edit.change.rows", (event) => event);
    const store = open("edit");
    const [first] = readRows(store.state.get().record, "rows");
    const path = { code: "price", table: "rows", rowKey: first?.key ?? "" };
    store.edit(path, "9");
    store.commit(path);
    const rows = heard[0]?.record["rows"]?.value;
    expect(Array.isArray(rows) && rows[0] === heard[0]?.changes.row).toBe(true);
    expect(readRows(store.state.get().record, "rows")[0]).toMatchObject({ key: first?.key, values: { note: "高い" } });
    expect(tableHeard).toHaveLength(0);
  });

  it("names the table when rows come and go: the new row, then null", () => {
    const heard = listen("app.record.edit.change.rows", (event) => event);
    const store = open("edit");
    const key = store.addRow("rows", null);
    expect(heard[0]?.changes.row).toMatchObject({ id: null });
    store.removeRow("rows", key);
    expect(heard[1]?.changes.row).toBeNull();
    expect(readRows(store.state.get().record, "rows").map((row) => row.id)).toEqual(["71", "72"]);
  });

  it("fires for what a handler changed, and ends when nothing changes any more", () => {
    const heard = listen("app.record.edit.change.cost", (event) => {
      event.record["cost"] = { type: "NUMBER", value: "1000" };
      return event;
    });
    const store = open("edit");
    store.edit({ code: "cost" }, "１，０００");
    store.commit({ code: "cost" });
    expect(valueOf(store, "cost")).toBe("1000");
    expect(heard).toHaveLength(2);
  });

  it("ends also when two handlers disagree for ever", () => {
    let turn = 0;
    listen("app.record.edit.change.cost", (event) => {
      turn += 1;
      event.record["cost"] = { type: "NUMBER", value: String(turn) };
      return event;
    });
    const store = open("edit");
    store.edit({ code: "cost" }, "-1");
    store.commit({ code: "cost" });
    expect(turn).toBeLessThan(30);
  });

  it("never fires for a lookup key", () => {
    const heard = listen("app.record.edit.change.dept", (event) => event);
    const store = open("edit");
    store.edit({ code: "dept" }, "D2");
    store.commit({ code: "dept" });
    expect(heard).toHaveLength(0);
  });

  it("shows an error that a handler sets and takes it away again", () => {
    listen("app.record.edit.change.cost", (event) => {
      const cost = event.record["cost"];
      if (cost !== undefined) {
        cost["error"] = cost.value === "1" ? "小さすぎます" : null;
      }
      return event;
    });
    const store = open("edit");
    for (const [text, error] of [
      ["1", "小さすぎます"],
      ["2", ""],
    ] as const) {
      store.edit({ code: "cost" }, text);
      store.commit({ code: "cost" });
      expect(store.state.get().errors.get("cost")).toBe(error);
    }
  });
});

describe("submit", () => {
  it("lets the save pass without handlers, and with one that returns nothing", async () => {
    expect(await open("edit").submit()).toBe(true);
    listen("app.record.edit.submit", () => undefined);
    expect(await open("edit").submit()).toBe(true);
  });

  it("is refused by false, by an error at a field, by an error on top, and by a rejection", async () => {
    vi.spyOn(console, "error").mockImplementation(() => {});
    const refusals: ((event: Event) => unknown)[] = [
      () => false,
      (event) => {
        event.record["title"] = { type: "SINGLE_LINE_TEXT", value: "窓口", error: "短すぎます" };
        return event;
      },
      (event) => ({ ...event, error: "保存できません" }),
      () => Promise.reject(new Error("boom")),
    ];
    for (const refusal of refusals) {
      offEvent();
      listen("app.record.edit.submit", refusal);
      const store = open("edit");
      expect(await store.submit()).toBe(false);
      expect(store.state.get()).toMatchObject({ busy: false, refusals: 1 });
    }
  });

  it("awaits handlers and saves the values that they overwrote, but never those of lookups and system fields", async () => {
    listen("app.record.edit.submit", async (event) => {
      await Promise.resolve();
      event.record["memo"] = { type: "MULTI_LINE_TEXT", value: "済" };
      event.record["dept_name"] = { type: "SINGLE_LINE_TEXT", value: "偽" };
      event.record["total"] = { type: "CALC", value: "9" };
      event.record["papers"] = { type: "FILE", value: [] };
      event.record["レコード番号"] = { type: "RECORD_NUMBER", value: "99" };
      return event;
    });
    const store = open("edit");
    expect(await store.submit()).toBe(true);
    expect(store.state.get().record.values).toMatchObject({ memo: "済", dept_name: "総務課", レコード番号: "5" });
    expect(store.state.get().record.values["papers"]).toHaveLength(1);
  });

  it("leaves a number alone that is #INVALID!, and empties one that is null", async () => {
    let given: unknown = "#INVALID!";
    listen("app.record.edit.submit", (event) => {
      event.record["cost"] = { type: "NUMBER", value: given };
      return event;
    });
    const store = open("edit");
    await store.submit();
    expect(valueOf(store, "cost")).toBe("12");
    given = null;
    await store.submit();
    expect(valueOf(store, "cost")).toBe("");
  });
});

describe("record.get and record.set", () => {
  it("give null and do nothing inside a handler", () => {
    const store = open("edit");
    const seen: unknown[] = [];
    listen("app.record.edit.change.cost", (event) => {
      seen.push(store.get());
      store.set({ record: { memo: { type: "MULTI_LINE_TEXT", value: "中から" } } });
      return event;
    });
    store.edit({ code: "cost" }, "1");
    store.commit({ code: "cost" });
    expect(seen).toEqual([null]);
    expect(valueOf(store, "memo")).toBe("");
    expect(store.get()?.["title"]?.value).toBe("窓口");
  });

  it("fires change synchronously for a changed field and none for an unchanged one", () => {
    const heard = listen("app.record.edit.change.cost", (event) => event);
    const store = open("edit");
    store.set({ record: { cost: { type: "NUMBER", value: "12" } } });
    expect(heard).toHaveLength(0);
    store.set({ record: { cost: { type: "NUMBER", value: "14" } } });
    expect(heard).toHaveLength(1);
  });

  it("fires for the cells of a new row that carry values, not for the table", () => {
    const price = listen("app.record.edit.change.price", (event) => event);
    const note = listen("app.record.edit.change.note", (event) => event);
    const table = listen("app.record.edit.change.rows", (event) => event);
    const store = open("edit");
    const record = store.get() ?? {};
    const rows = record["rows"]?.value;
    const row = {
      value: {
        kind: { type: "DROP_DOWN", value: undefined },
        price: { type: "NUMBER", value: "3" },
        note: { type: "SINGLE_LINE_TEXT", value: "" },
      },
    };
    store.set({ record: { rows: { type: "SUBTABLE", value: [...(Array.isArray(rows) ? rows : []), row] } } });
    expect(faults).toEqual([]);
    expect([price.length, note.length, table.length]).toEqual([1, 0, 0]);
    expect(readRows(store.state.get().record, "rows").map((kept) => kept.id)).toEqual(["71", "72", null]);
  });

  it("takes back the whole record that get gave, ids of rows included", () => {
    const store = open("edit");
    const before = store.state.get().record;
    store.set({ record: store.get() });
    expect(faults).toEqual([]);
    expect(readRows(store.state.get().record, "rows")).toEqual(readRows(before, "rows"));
  });

  it.each([
    ["a field without its type", { title: { value: "x" } }],
    ["a field without a value", { title: { type: "SINGLE_LINE_TEXT" } }],
    ["an unknown field", { nothing: { type: "SINGLE_LINE_TEXT", value: "x" } }],
    [
      "a row without all its cells",
      { rows: { type: "SUBTABLE", value: [{ id: "71", value: { price: { type: "NUMBER", value: "1" } } }] } },
    ],
  ])("refuses %s with a message and throws nothing", (_, record) => {
    const store = open("edit");
    store.set({ record: { memo: { type: "MULTI_LINE_TEXT", value: "別" }, ...record } });
    expect(faults).toHaveLength(1);
    expect(valueOf(store, "memo")).toBe("");
  });

  it("ignores system fields and empties a field that is set to null", () => {
    const store = open("edit");
    store.set({
      record: {
        レコード番号: { value: "9" },
        $id: { value: "9" },
        title: { type: "SINGLE_LINE_TEXT", value: null },
      },
    });
    expect(faults).toEqual([]);
    expect(valueOf(store, "title")).toBe("");
    expect(store.get()?.["$id"]?.value).toBe("5");
  });

  it("asks for a lookup", () => {
    const store = open("edit");
    const wishes: unknown[] = [];
    store.onLookupWish = (path, wish) => wishes.push([path.code, wish]);
    store.set({ record: { dept: { type: "SINGLE_LINE_TEXT", value: "D2", lookup: true } } });
    store.set({ record: { dept: { type: "SINGLE_LINE_TEXT", value: "D2", lookup: "CLEAR" } } });
    expect(wishes).toEqual([
      ["dept", "FETCH"],
      ["dept", "CLEAR"],
    ]);
  });
});

it("tells phones the empty values of an editor also in edit.show", async () => {
  const heard = listen("mobile.app.record.edit.show", (event) => event);
  await open("edit", true).show();
  expect(toObject(heard[0]?.record["day"])["value"]).toBeUndefined();
});
