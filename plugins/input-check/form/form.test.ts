// @vitest-environment happy-dom
import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import type { DialogConfig } from "../../core/kintone/kintone-api.ts";
import { type EventRecord, eventRows } from "../../core/kintone/kintone-event.ts";
import { buildEventRecord } from "../testing/build-event-record.ts";
import { buildStored, installCheck } from "../testing/install-check.ts";

beforeEach(() => {
  vi.useFakeTimers({ now: new Date(2026, 10, 22), toFake: ["Date"] });
});
afterEach(() => {
  vi.unstubAllGlobals();
  vi.useRealTimers();
  vi.restoreAllMocks();
});

const sound = { action_id: "A-060", action_name: "書かない窓口", ideal_state: "役場へ行く回数が減る" };
const swapped = { ph_kind: "準備", ph_from: "2026-09-30", ph_to: "2026-04-01" };
const meansOnly = { ...sound, ideal_state: "書かない窓口の導入" };

function errorsOf(record: EventRecord): Record<string, string> {
  const cells = Object.entries(record).flatMap(([code, field]) => [
    [code, field] as const,
    ...(field.type === "SUBTABLE" ? eventRows(field) : []).flatMap((row, index) =>
      Object.entries(row.value).map(([cell, inner]) => [`${code}[${index}].${cell}`, inner] as const),
    ),
  ]);
  return Object.fromEntries(cells.flatMap(([path, field]) => (field.error ? [[path, field.error]] : [])));
}

function choose(dialog: DialogConfig, reason: string): "OK" {
  for (const select of dialog.body.querySelectorAll("select")) {
    select.value = reason;
    select.dispatchEvent(new Event("change"));
  }
  return "OK";
}

describe("a new form", () => {
  it("gets the next free id and complains about nothing that nobody has touched", async () => {
    const keys = ["A-001", "A-053"].map((action_id, index) => ({
      ...buildStored({ action_id }),
      $id: { value: `${index}` },
    }));
    const fake = installCheck("action", { answer: () => ({ records: keys }) });
    const record = buildEventRecord("action");
    await fake.fire("app.record.create.show", { appId: 7, record, reuse: false });
    expect(record["action_id"]?.value).toBe("A-054");
    expect(errorsOf(record)).toEqual({});
  });

  it("numbers a value of an indicator, composes its key and says what was touched wrongly", async () => {
    const fake = installCheck("kpi_value");
    const record = buildEventRecord("kpi_value", { kpi_id: "K-001", unit: "%" });
    await fake.fire("app.record.create.show", { appId: 8, record, reuse: false });
    expect([record["seq"]?.value, record["kpi_fy_key"]?.disabled]).toEqual(["1", true]);
    expect(errorsOf(record)).toEqual({});

    Object.assign(record["fy"] ?? {}, { value: "２０２５" });
    fake.fire("app.record.create.change.fy", { appId: 8, record });
    expect([record["fy"]?.value, record["kpi_fy_key"]?.value]).toEqual(["2025", "K-001:2025:1"]);
    expect(errorsOf(record)).toEqual({});

    Object.assign(record["actual_value"] ?? {}, { value: "１３０" });
    fake.fire("app.record.create.change.actual_value", { appId: 8, record });
    expect(record["actual_value"]?.value).toBe("130");
    expect(errorsOf(record)).toEqual({ actual_value: expect.stringContaining("130%は100をこえています") });
  });

  it("keeps working in words when other records cannot be read", async () => {
    vi.spyOn(console, "error").mockImplementation(() => {});
    const fake = installCheck("action", { answer: () => Promise.reject({ code: "CB_NO02", message: "" }) });
    const record = buildEventRecord("action", { action_name: "x" });
    const event = await fake.fire("app.record.create.show", { appId: 7, record });
    expect(event).not.toHaveProperty("error");
    expect(fake.notifications).toMatchObject([{ type: "INFO", message: expect.stringContaining("そのまま残って") }]);
  });
});

describe("a form being filled in", () => {
  it("answers at the cell of the table, and takes the message away once mended", async () => {
    const fake = installCheck("action");
    const record = buildEventRecord("action", { ...sound, phases: [swapped] });
    await fake.fire("app.record.edit.show", { appId: 7, recordId: 5, record });
    expect(errorsOf(record)).toEqual({ "phases[0].ph_to": expect.stringContaining("始めの日より前") });

    Object.assign(eventRows(record["phases"])[0]?.value["ph_to"] ?? {}, { value: "2026-12-31" });
    const returned = fake.fire("app.record.edit.change.ph_to", { appId: 7, recordId: 5, record });
    expect(returned).not.toBeInstanceOf(Promise);
    expect(errorsOf(record)).toEqual({});
    expect(eventRows(record["phases"])[0]?.value["ph_to"]?.error).toBeNull();
  });

  it("asks the definition of the indicator until when its value may be measured", async () => {
    const kpi = { ...buildStored({ kpi_id: "K-001", available_month: "10" }), $id: { value: "1" } };
    const fake = installCheck("kpi_value", { answer: () => ({ records: [kpi] }) });
    const values = { kpi_id: "K-001", fy: "2025", seq: "1", kpi_fy_key: "K-001:2025:1", actual_value: "41.1" };
    const late = buildEventRecord("kpi_value", { ...values, measured_on: "2026-10-31" });
    await fake.fire("app.record.edit.show", { appId: 8, recordId: 5, record: late });
    expect(errorsOf(late)).toEqual({});
    const tooLate = buildEventRecord("kpi_value", { ...values, measured_on: "2026-11-01" });
    await fake.fire("app.record.edit.show", { appId: 8, recordId: 5, record: tooLate });
    expect(errorsOf(tooLate)).toEqual({ measured_on: expect.stringContaining("年度に合っていません") });
  });
});

describe("saving", () => {
  it("stops only for a key that is taken, with advice at the field and without a dialog", async () => {
    const taken = { ...buildStored({ action_id: "A-060" }), $id: { value: "1" } };
    const fake = installCheck("action", { answer: () => ({ records: [taken] }) });
    const record = buildEventRecord("action", meansOnly);
    const event = await fake.fire("app.record.edit.submit", { appId: 7, recordId: 5, record });
    expect(errorsOf(record)["action_id"]).toContain("ほかのレコードで使われています");
    expect(fake.dialogs).toEqual([]);
    expect(event).not.toHaveProperty("error");
    expect(fake.requests[0]?.params).toMatchObject({
      app: "7",
      query: '(action_id = "A-060" and $id != 5) and $id > 0 order by $id asc limit 500',
    });
  });

  it("says it above the list too, where the field may not be a column", async () => {
    const taken = { ...buildStored({ action_id: "A-060" }), $id: { value: "1" } };
    const fake = installCheck("action", { answer: () => ({ records: [taken] }) });
    const record = buildEventRecord("action", sound);
    const event = await fake.fire("app.record.index.edit.submit", { appId: "7", recordId: "5", record });
    expect(event).toMatchObject({ error: expect.stringContaining("A-060") });
  });

  it("takes the next id silently when the proposed one went to someone else meanwhile", async () => {
    const stored = ["A-053"];
    const fake = installCheck("action", {
      answer: ({ params }) => {
        const query = String(Reflect.get(Object(params), "query"));
        const asked = /action_id = "([^"]+)"/u.exec(query)?.[1];
        const found = stored.filter((key) => asked === undefined || key === asked);
        return { records: found.map((action_id) => ({ ...buildStored({ action_id }), $id: { value: "1" } })) };
      },
    });
    const record = buildEventRecord("action", { ...sound, action_id: "" });
    await fake.fire("app.record.create.show", { appId: 7, record });
    stored.push("A-054");
    await fake.fire("app.record.create.submit", { appId: 7, record });
    expect(record["action_id"]?.value).toBe("A-055");
    expect(errorsOf(record)).toEqual({});
  });

  it("lets a draft pass with normalised numbers and without a word when all is well", async () => {
    const fake = installCheck("action");
    const record = buildEventRecord("action", { ...sound, costs: [{ c_budget: "１，２００" }], hours_before: "▲1" });
    const event = await fake.fire("app.record.edit.submit", { appId: 7, recordId: 5, record });
    expect(eventRows(record["costs"])[0]?.value["c_budget"]?.value).toBe("1200");
    expect(record["hours_before"]?.value).toBe("-1");
    expect(fake.dialogs).toEqual([]);
    expect(event).not.toHaveProperty("error");
  });

  it("asks once for a reason, stores it, and does not ask again", async () => {
    const fake = installCheck("action", { answerDialog: (dialog) => choose(dialog, "あとで直す") });
    const record = buildEventRecord("action", meansOnly);
    await fake.fire("app.record.edit.submit", { appId: 7, recordId: 5, record });
    expect(fake.dialogs[0]).toMatchObject({ okButtonText: "下書きとして保存する", cancelButtonText: "もどって直す" });
    expect(fake.dialogs[0]?.body.textContent).toContain("手段が書かれています");
    expect(
      eventRows(record["check_reasons"]).map(({ id, value }) => [
        id,
        value["cr_rule"]?.value,
        value["cr_reason"]?.value,
      ]),
    ).toEqual([[null, "V-C3-2", "あとで直す"]]);
    await fake.fire("app.record.edit.submit", { appId: 7, recordId: 5, record });
    expect(fake.dialogs).toHaveLength(1);
  });

  it("saves the draft also when no reason was chosen", async () => {
    const fake = installCheck("action", { answerDialog: () => "OK" });
    const record = buildEventRecord("action", meansOnly);
    const event = await fake.fire("app.record.create.submit", { appId: 7, record });
    expect(event).not.toHaveProperty("error");
    expect(eventRows(record["check_reasons"])).toEqual([]);
    expect(errorsOf(record)).toEqual({});
  });

  it("lists once what must be correct before it is sent on, and saves", async () => {
    const fake = installCheck("action", { answerDialog: () => "OK" });
    const record = buildEventRecord("action", { ...sound, phases: [swapped] });
    await fake.fire("app.record.edit.show", { appId: 7, recordId: 5, record });
    await fake.fire("app.record.edit.submit", { appId: 7, recordId: 5, record });
    const text = fake.dialogs[0]?.body.textContent;
    expect(text).toContain("このまま保存できます。ただし、所属長へ送る前に直してください。");
    expect(text).toContain("工程の表 1行目 今の計画 終わり");
    expect(errorsOf(record)).toEqual({});
    await fake.fire("app.record.edit.submit", { appId: 7, recordId: 5, record });
    expect(fake.dialogs).toHaveLength(1);
  });

  it("goes back to the form with the messages at the fields", async () => {
    const fake = installCheck("action", { answerDialog: () => "CANCEL" });
    const record = buildEventRecord("action", { ...meansOnly, phases: [swapped] });
    const event = await fake.fire("app.record.create.submit", { appId: 7, record });
    expect(event).toMatchObject({ error: expect.stringContaining("まだ保存していません") });
    expect(Object.keys(errorsOf(record)).toSorted()).toEqual(["ideal_state", "phases[0].ph_to"]);
  });

  it("respects a rule that the town has switched off", async () => {
    const fake = installCheck("action", { ruleLevels: { "V-C3-2": "off" } });
    await fake.fire("app.record.edit.submit", { appId: 7, recordId: 5, record: buildEventRecord("action", meansOnly) });
    expect(fake.dialogs).toEqual([]);
  });

  it("never keeps anyone from saving when it fails itself", async () => {
    vi.spyOn(console, "error").mockImplementation(() => {});
    const fake = installCheck("action", { answerDialog: () => Promise.reject(new Error("boom")) });
    const record = buildEventRecord("action", meansOnly);
    const event = await fake.fire("app.record.edit.submit", { appId: 7, recordId: 5, record });
    expect(event).not.toHaveProperty("error");
    expect(errorsOf(record)).toEqual({});
    expect(fake.notifications).toMatchObject([{ message: expect.stringContaining("保存もできます") }]);
  });

  it("works the same on mobile", async () => {
    const fake = installCheck("action", { mobile: true, answerDialog: (dialog) => choose(dialog, "その他") });
    const record = buildEventRecord("action", meansOnly);
    await fake.fire("mobile.app.record.create.submit", { appId: 7, record });
    expect(eventRows(record["check_reasons"])).toHaveLength(1);
  });
});

describe("other apps", () => {
  it("are left alone", async () => {
    const fake = installCheck("dept");
    const record = { action_id: { type: "SINGLE_LINE_TEXT", value: "wrong" } };
    await fake.fire("app.record.edit.submit", { appId: 1, recordId: 5, record });
    expect(record.action_id).not.toHaveProperty("error");
    expect(fake.requests).toEqual([]);
  });
});
