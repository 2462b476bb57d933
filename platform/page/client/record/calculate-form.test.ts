// @vitest-environment happy-dom
import { afterEach, describe, expect, it } from "vitest";
import { offEvent, onEvent } from "../kintone/event-bus.ts";
import type { RecordObject } from "../kintone/page-state.ts";
import { mergeLatest, startDraft } from "../list/edit/row-draft.ts";
import { buildAddPayload, buildUpdatePayload, writtenRows } from "./build-payload.ts";
import { calculateForm } from "./calculate-form.ts";
import { compareRecords, mergeRecords } from "./compare-records.ts";
import { createFormStore, type FormStore } from "./form-store.ts";
import { readRows } from "./form-record.ts";
import { readRestRecord } from "./read-rest-record.ts";
import { buildStartRecord } from "./start-values.ts";
import { buildField, buildTable } from "./testing-fields.ts";

const rows = buildTable("rows", [
  buildField("price", "NUMBER"),
  buildField("sum", "CALC", { expression: "price * rate" }),
  buildField("label", "SINGLE_LINE_TEXT", { expression: '"¥" & price' }),
]);
const fields = [
  buildField("rate", "NUMBER"),
  buildField("total", "CALC", { expression: "SUM(sum)" }),
  buildField("title", "SINGLE_LINE_TEXT", { expression: '"T" & total' }),
  buildField("who", "SINGLE_LINE_TEXT", { expression: "author" }),
  buildField("author", "CREATOR"),
  rows,
];
const startContext = { now: new Date(0), timeZone: "Asia/Tokyo", user: { code: "a", name: "担当" } };

function open(mode: "create" | "edit" = "create", mobile = false): FormStore {
  const loaded =
    mode === "create"
      ? null
      : readRestRecord(fields, { $id: { value: "5" }, rate: { value: "2" }, rows: { value: [] } });
  return createFormStore({
    appId: 2,
    fields,
    mode,
    mobile,
    loaded,
    start: loaded ?? buildStartRecord(fields, startContext),
    reuse: false,
    startContext,
    reportFault: (fault) => {
      throw new Error(fault);
    },
  });
}

function valuesOf(store: FormStore): Readonly<Record<string, unknown>> {
  return store.state.get().record.values;
}

function firstCell(store: FormStore, code: string) {
  return { code, table: "rows", rowKey: readRows(store.state.get().record, "rows")[0]?.key ?? "" };
}

afterEach(() => {
  offEvent();
});

describe("a form with formulas", () => {
  it("shows what is calculated from the start and while someone types", () => {
    const store = open();
    expect(valuesOf(store)).toMatchObject({ total: "0", title: "T0", who: "担当" });
    store.edit({ code: "rate" }, "2");
    store.edit(firstCell(store, "price"), "1.5");
    expect(valuesOf(store)).toMatchObject({ total: "3", title: "T3" });
    expect(valuesOf(store)["rows"]).toMatchObject([{ values: { sum: "3", label: "¥1.5" } }]);
    store.edit({ code: "rate" }, "2x");
    expect(valuesOf(store)).toMatchObject({ total: "", title: "" });
  });

  it("follows rows that come and go", () => {
    const store = open();
    store.edit({ code: "rate" }, "1");
    const added = store.addRow("rows", null);
    store.edit({ code: "price", table: "rows", rowKey: added }, "7");
    expect(valuesOf(store)).toMatchObject({ total: "7" });
    store.removeRow("rows", added);
    expect(valuesOf(store)).toMatchObject({ total: "0" });
  });

  it("is not changed by the calculation alone", () => {
    expect(open("edit").isDirty()).toBe(false);
    const store = open();
    expect(store.isDirty()).toBe(false);
    store.edit({ code: "rate" }, "2");
    expect(store.isDirty()).toBe(true);
  });

  it("sends no calculated value, and no row in which nothing was entered", () => {
    const store = open();
    const { record } = store.state.get();
    expect(readRows(record, "rows")[0]?.values).toMatchObject({ sum: "0", label: "¥" });
    expect(writtenRows(record, rows)).toStrictEqual([]);
    expect(buildAddPayload(fields, record)).toStrictEqual({ rate: { value: "" }, rows: { value: [] } });
  });
});

/** Records as the server has them. */
const row = (price: string, sum: string) => ({ id: "71", value: { price: { value: price }, sum: { value: sum } } });
const stored = (rate: string, price: string, sum: string) =>
  readRestRecord(fields, { $id: { value: "5" }, rate: { value: rate }, rows: { value: [row(price, sum)] } });

describe("what someone else saved meanwhile", () => {
  it("is kept in rows that only the calculation changed here", () => {
    const loaded = stored("1", "5", "5");
    const mine = calculateForm({ ...loaded, values: { ...loaded.values, rate: "2" } }, fields, startContext);
    expect(mine.values["rows"]).toMatchObject([{ values: { price: "5", sum: "10" } }]);
    expect(buildUpdatePayload(fields, loaded, mine)).toStrictEqual({ rate: { value: "2" } });
    const theirs = stored("1", "7", "7");
    expect(mergeRecords(fields, { loaded, mine, theirs }).values).toMatchObject({
      rate: "2",
      rows: [{ values: { price: "7" } }],
    });
    expect(compareRecords(fields, { loaded, mine, theirs }).filter(({ clash }) => clash)).toStrictEqual([]);
    const draft = { ...startDraft(loaded), record: mine };
    expect(mergeLatest(draft, theirs, fields).record.values).toMatchObject({
      rate: "2",
      rows: [{ values: { price: "7" } }],
    });
  });
});

describe("change events of what is calculated (fact sheet §3.3)", () => {
  type Event = { type: string; record: RecordObject; changes: { field: { value: unknown }; row: unknown } };

  function listen(type: string): unknown[] {
    const heard: unknown[] = [];
    onEvent(type, (event: Event) => {
      heard.push(event.changes.field.value);
      return event;
    });
    return heard;
  }

  it("come for an automatic text once what it depends on is settled, after its own event", () => {
    const order: string[] = [];
    onEvent(["app.record.create.change.rate", "app.record.create.change.title"], (event: Event) => {
      order.push(event.type);
      return event;
    });
    const heard = listen("app.record.create.change.title");
    const store = open();
    store.edit(firstCell(store, "price"), "5");
    store.edit({ code: "rate" }, "2");
    expect(heard).toStrictEqual([]);
    store.commit({ code: "rate" });
    expect(heard).toStrictEqual(["T10"]);
    expect(order).toStrictEqual(["app.record.create.change.rate", "app.record.create.change.title"]);
    store.commit(firstCell(store, "price"));
    expect(heard).toStrictEqual(["T10"]);
  });

  it("come for an automatic text in a row, never for a calculated field", () => {
    const labels = listen("app.record.create.change.label");
    const totals = listen("app.record.create.change.total");
    const store = open();
    store.edit(firstCell(store, "price"), "5");
    store.commit(firstCell(store, "price"));
    expect([labels, totals]).toStrictEqual([["¥5"], []]);
  });

  it("come when a customization writes what it depends on, and when a row goes", () => {
    const heard = listen("app.record.create.change.title");
    const store = open();
    store.edit(firstCell(store, "price"), "5");
    store.set({ record: { rate: { type: "NUMBER", value: "3" } } });
    store.removeRow("rows", firstCell(store, "price").rowKey);
    // A table without rows has no sum, and a text with an error in it is empty.
    expect(heard).toStrictEqual(["T15", undefined]);
  });

  it("do not come on phones", () => {
    const heard = listen("mobile.app.record.create.change.title");
    const store = open("create", true);
    store.edit({ code: "rate" }, "2");
    store.edit(firstCell(store, "price"), "5");
    store.commit(firstCell(store, "price"));
    expect(valuesOf(store)["title"]).toBe("T10");
    expect(heard).toStrictEqual([]);
  });

  it("end when two handlers work against each other", () => {
    const store = open();
    let flips = 0;
    onEvent("app.record.create.change.title", (event: Event) => {
      flips += 1;
      event.record["rate"] = { type: "NUMBER", value: String(flips) };
      return event;
    });
    store.edit(firstCell(store, "price"), "5");
    store.commit(firstCell(store, "price"));
    expect(flips).toBeLessThan(100);
  });

  it("cannot be used to write a calculated value", () => {
    onEvent("app.record.create.change.rate", (event: Event) => {
      event.record["total"] = { type: "CALC", value: "99" };
      event.record["title"] = { type: "SINGLE_LINE_TEXT", value: "mine" };
      return event;
    });
    const store = open();
    store.edit({ code: "rate" }, "2");
    store.commit({ code: "rate" });
    expect(valuesOf(store)).toMatchObject({ total: "0", title: "T0" });
  });
});
