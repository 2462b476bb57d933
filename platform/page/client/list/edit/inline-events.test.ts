import { afterEach, describe, expect, it } from "vitest";
import type { BootstrapApp } from "../../../bootstrap.ts";
import { offEvent, onEvent } from "../../kintone/event-bus.ts";
import { readRestRecord } from "../../record/read-rest-record.ts";
import { fireInline, fireInlineChange } from "./inline-events.ts";
import { applyFired, hasErrors, startDraft } from "./row-draft.ts";

const fields = [
  { id: 1, code: "name", type: "SINGLE_LINE_TEXT", property: {} },
  { id: 2, code: "copy", type: "SINGLE_LINE_TEXT", property: {} },
];
const calc = (id: number, code: string) => ({ id, code, type: "CALC", property: { expression: "1" } });
const app: BootstrapApp = JSON.parse(JSON.stringify({ id: 7, settings: { fields } }));
const record = readRestRecord(fields, {
  $id: { value: "5" },
  $revision: { value: "3" },
  name: { value: "a" },
  copy: { value: "" },
});

afterEach(() => {
  offEvent();
});

describe("events of a row", () => {
  it.each([
    ["edit.show", 7, "5"],
    ["edit.submit", "7", "5"],
    ["edit.submit.success", 7, "5"],
    ["edit.finish", 7, "5"],
    ["delete.submit", 7, 5],
  ] as const)("type the ids of %s as kintone does", async (name, appId, recordId) => {
    let heard: unknown;
    onEvent(`app.record.index.${name}`, (event: unknown) => {
      heard = event;
    });
    await fireInline(name, app, record);
    expect(heard).toMatchObject({
      type: `app.record.index.${name}`,
      appId,
      recordId,
      record: { name: { value: "a" } },
    });
  });

  it("hand the very field of the record to change handlers, with texts for ids", () => {
    onEvent("app.record.index.edit.change.name", (event: { record: Record<string, unknown>; changes: unknown }) => {
      expect(event).toMatchObject({ appId: "7", recordId: "5" });
      expect(event.changes).toEqual({ field: event.record["name"], row: null });
      return event;
    });
    expect(fireInlineChange("name", app, record, { columns: new Set(), base: record })).not.toBeNull();
    expect(fireInlineChange("copy", app, record, { columns: new Set(), base: record })).toBeNull();
  });

  // Documented (fact sheet §3.5).
  it("read a calculated column as empty and other calculated fields as they were", () => {
    const withCalc = [...fields, calc(3, "shown"), calc(4, "hidden")];
    const calcApp: BootstrapApp = JSON.parse(JSON.stringify({ id: 7, settings: { fields: withCalc } }));
    const base = readRestRecord(withCalc, { name: { value: "a" }, shown: { value: "1" }, hidden: { value: "2" } });
    const edited = { ...base, values: { ...base.values, shown: "10", hidden: "20" } };
    onEvent("app.record.index.edit.change.name", (event: unknown) => event);
    const fired = fireInlineChange("name", calcApp, edited, { columns: new Set(["name", "shown"]), base });
    expect(fired?.sent.record).toMatchObject({ shown: { value: "" }, hidden: { value: "2" } });
  });

  it("bring values, refusals and disabled fields back into the row", async () => {
    onEvent(
      "app.record.index.edit.submit",
      (event: { record: Record<string, Record<string, unknown>>; error?: string }) => {
        Object.assign(event.record["copy"] ?? {}, { value: "b", disabled: true });
        Object.assign(event.record["name"] ?? {}, { error: "だめです" });
        return event;
      },
    );
    const draft = applyFired(startDraft(record), fields, await fireInline("edit.submit", app, record));
    expect(draft.record.values).toEqual({ name: "a", copy: "b" });
    expect(draft.errors.get("name")).toBe("だめです");
    expect(draft.disabled.get("copy")).toBe(true);
    expect(hasErrors(draft)).toBe(true);
  });
});
