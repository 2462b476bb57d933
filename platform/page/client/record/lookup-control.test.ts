// @vitest-environment happy-dom
import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { offEvent, onEvent } from "../kintone/event-bus.ts";
import { createFormStore } from "./form-store.ts";
import type { FormStore } from "./form-store.ts";
import { createLookupControl } from "./lookup-control.ts";
import { readRestRecord } from "./read-rest-record.ts";
import { sampleFields, sampleRecord } from "./testing-fields.ts";
import { stubServer } from "./testing-server.ts";

const path = { code: "dept" };
const startContext = { now: new Date(0), timeZone: "Asia/Tokyo", user: { code: "a", name: "A" } };
const sources: Readonly<Record<string, object[]>> = {
  D1: [{ $id: { value: "1" }, code: { value: "D1" }, name: { value: "総務課" } }],
  D2: [{ $id: { value: "2" }, code: { value: "D2" }, name: { value: "税務課" } }],
};

function open(): FormStore {
  const loaded = readRestRecord(sampleFields, sampleRecord);
  const mode = "edit";
  const rest = { mobile: false, reuse: false, startContext, reportFault: () => {} };
  return createFormStore({ appId: 2, fields: sampleFields, mode, loaded, start: loaded, ...rest });
}

beforeEach(() => {
  stubServer(({ params }) => {
    const key = /code = "(\w+)"/u.exec(String(params["query"]))?.[1] ?? "";
    return { body: { records: sources[key] ?? [] } };
  });
});
afterEach(() => {
  offEvent();
  vi.unstubAllGlobals();
});

describe("a typed lookup key", () => {
  it("is fetched when the box is left, and change fires for what it fills, not for the key", async () => {
    const heard: string[] = [];
    onEvent(["app.record.edit.change.dept", "app.record.edit.change.dept_name"], (event: { type: string }) => {
      heard.push(event.type);
    });
    const store = open();
    const control = createLookupControl(store);
    control.type(path, "D2");
    await control.settle(path);
    expect(store.state.get().record.values).toMatchObject({ dept: "D2", dept_name: "税務課" });
    expect(store.state.get().record.lookups["dept"]).toEqual({ confirmed: true, recordId: "2" });
    expect(heard).toEqual(["app.record.edit.change.dept_name"]);
  });

  it("that is nowhere keeps the key, empties what an earlier one copied, and says so", async () => {
    const store = open();
    const control = createLookupControl(store);
    control.type(path, "ZZ");
    await control.settle(path);
    expect(store.state.get().record.values).toMatchObject({ dept: "ZZ", dept_name: "" });
    expect(control.notes.get().get("dept")).toBe("missing");
    expect(control.picker.get()).toBeNull();
  });

  it("that was emptied clears what it filled", async () => {
    const store = open();
    const control = createLookupControl(store);
    control.type(path, "");
    await control.settle(path);
    expect(store.state.get().record.values).toMatchObject({ dept: "", dept_name: "" });
  });
});

describe("the button 取得", () => {
  it("fetches an exact key and opens the picker for anything else", async () => {
    const store = open();
    const control = createLookupControl(store);
    await control.fetch(path);
    expect(control.picker.get()).toBeNull();
    control.type(path, "総");
    await control.fetch(path);
    expect(control.picker.get()).toEqual({ path, words: "総" });
  });

  it("is pressed by a customization that sets lookup to true", async () => {
    const store = open();
    const control = createLookupControl(store);
    store.set({ record: { dept: { type: "SINGLE_LINE_TEXT", value: "D2", lookup: true } } });
    await expect.poll(() => store.state.get().record.values).toMatchObject({ dept_name: "税務課" });
    store.set({ record: { dept: { type: "SINGLE_LINE_TEXT", value: "D2", lookup: "CLEAR" } } });
    expect(store.state.get().record.values).toMatchObject({ dept: "", dept_name: "" });
    expect(control.picker.get()).toBeNull();
  });

  it("says when the server cannot be asked, and keeps what was typed", async () => {
    stubServer(() => ({ status: 500, body: { code: "GAIA_CS02", id: "i", message: "m" } }));
    const store = open();
    const control = createLookupControl(store);
    control.type(path, "D2");
    await control.fetch(path);
    expect(control.notes.get().get("dept")).toBe("failed");
    expect(store.state.get().record.values).toMatchObject({ dept: "D2" });
  });
});
