// @vitest-environment happy-dom
import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
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
  document.body.replaceChildren();
});

const outcome = { ...buildStored({ kpi_id: "K-001", kpi_level: "成果(良くなった量)" }), $id: { value: "1" } };
const sound = {
  action_id: "A-060",
  target_who: ["高齢者"],
  alt_channel: ["窓口"],
  means_kind: ["デジタル化"],
  stop_doing: "台帳への転記",
  ideal_state: "役場へ行く回数が減る",
  kpi_links: [{ kpi_id: "K-001" }],
};
const send = { action: { value: "所属長へ送る" }, status: { value: "下書き" }, nextStatus: { value: "所属長確認" } };
const goBack = { action: { value: "差し戻す" }, status: { value: "所属長確認" }, nextStatus: { value: "下書き" } };
const type = "app.record.detail.process.proceed";

function answer() {
  return { records: [outcome] };
}

function withId(values: Record<string, unknown>): EventRecord {
  return { ...buildEventRecord("action", values), $id: { type: "__ID__", value: "5" } };
}

async function mayNotEdit() {
  return { editRecord: false };
}

describe("a step of the process", () => {
  it("passes when all is well", async () => {
    const fake = installCheck("action", { answer });
    const event = await fake.fire(type, { ...send, record: withId(sound) });
    expect(event).not.toHaveProperty("error");
    expect(fake.requests[0]?.params).toMatchObject({ app: "3", query: expect.stringContaining('kpi_id in ("K-001")') });
  });

  it("is refused with a list of what to correct and where", async () => {
    const fake = installCheck("action", { answer });
    const record = withId({ ...sound, target_who: ["高齢者"], alt_channel: ["なし"], kpi_links: [] });
    const event = await fake.fire(type, { ...send, record });
    const { error } = Object(event);
    expect(error).toContain("まだ「所属長へ送る」ことができません。次の2件を");
    expect(error).toContain("・デジタルを使わない人への手段：デジタルを使わない人は、どこで手続きできますか。");
    expect(error).toContain("・つなぐ成果指標：");
    expect(fake.dialogs).toEqual([]);
  });

  it("is never refused on the way back", async () => {
    const fake = installCheck("action", { answer });
    const event = await fake.fire(type, { ...goBack, record: withId({}) });
    expect(event).not.toHaveProperty("error");
    expect(fake.requests).toEqual([]);
  });

  it("tells who may not change the record to send it back, instead of asking for a reason", async () => {
    const fake = installCheck("action", { answer });
    const { kintone } = fake;
    vi.stubGlobal("kintone", {
      ...kintone,
      app: { ...kintone.app, record: { ...kintone.app.record, getPermissions: mayNotEdit } },
    });
    const event = await fake.fire(type, { ...send, record: withId({ ...sound, stop_doing: "" }) });
    expect(Object(event).error).toContain("このレコードを変える権限がありません");
    expect(Object(event).error).toContain("・やめる・減らす仕事：");
    expect(fake.dialogs).toEqual([]);
  });

  it("asks for a reason and stores it with the step", async () => {
    const fake = installCheck("action", {
      answer,
      answerDialog: ({ body }) => {
        const select = body.querySelector("select");
        const note = body.querySelector("input");
        Object.assign(select ?? {}, { value: "例外として妥当" });
        Object.assign(note ?? {}, { value: " 国の指定のため " });
        return "OK";
      },
    });
    const record = withId({ ...sound, stop_doing: "" });
    const event = await fake.fire(type, { ...send, record });
    expect(fake.dialogs[0]).toMatchObject({ okButtonText: "所属長へ送る", cancelButtonText: "もどって直す" });
    expect(event).not.toHaveProperty("error");
    const [row] = eventRows(record["check_reasons"]);
    expect([row?.value["cr_rule"], row?.value["cr_reason"], row?.value["cr_note"]]).toEqual([
      { type: "SINGLE_LINE_TEXT", value: "V-C3-5" },
      { type: "DROP_DOWN", value: "例外として妥当" },
      { type: "SINGLE_LINE_TEXT", value: "国の指定のため" },
    ]);
  });

  it("keeps the dialog open until a reason is chosen, and says so", async () => {
    const fake = installCheck("action", { answer, answerDialog: () => "OK" });
    vi.spyOn(console, "error").mockImplementation(() => {});
    await fake.fire(type, { ...send, record: withId({ ...sound, stop_doing: "" }) });
    expect(fake.dialogs[0]?.body.querySelector("[role=alert]")?.textContent).toBe("理由を1つ選んでください。");
    expect(fake.dialogs[0]?.body.querySelector("select")?.getAttribute("aria-invalid")).toBe("true");
  });

  it("is cancelled when the user goes back, and does not ask for a reason that is stored", async () => {
    const fake = installCheck("action", { answer, answerDialog: () => "CANCEL" });
    expect(await fake.fire(type, { ...send, record: withId({ ...sound, stop_doing: "" }) })).toBe(false);
    const stored = [{ cr_rule: "V-C3-5", cr_reason: "町の事情による" }];
    const record = withId({ ...sound, stop_doing: "", check_reasons: stored });
    expect(await fake.fire(type, { ...send, record })).toMatchObject({ record });
    expect(fake.dialogs).toHaveLength(1);
  });

  it("waits, in words, while the indicators cannot be read", async () => {
    const fake = installCheck("action", { answer: () => Promise.reject("") });
    const event = await fake.fire(type, { ...send, record: withId(sound) });
    expect(event).toMatchObject({ error: expect.stringMatching(/まだ進めていません.*ネットワーク/u) });
  });

  it("judges values of an indicator on mobile too", async () => {
    const fake = installCheck("kpi_value", { mobile: true, answer: () => ({ records: [] }) });
    const values = { kpi_id: "K-001", fy: "2025", seq: "1", kpi_fy_key: "K-001:2025:1" };
    const record = buildEventRecord("kpi_value", values);
    const step = { action: { value: "入力を終えて所属長へ送る" }, nextStatus: { value: "入力済" } };
    const event = await fake.fire(`mobile.${type}`, { ...step, record });
    expect(event).toMatchObject({ error: expect.stringContaining("空らんと0はちがいます") });
    const back = { action: { value: "入力者へ差し戻す" }, nextStatus: { value: "入力待ち" } };
    expect(await fake.fire(`mobile.${type}`, { ...back, record })).not.toHaveProperty("error");
  });
});

describe("the page of a record", () => {
  const show = "app.record.detail.show";

  it("lists calmly what to check, where, and how to get there", async () => {
    const space = document.createElement("div");
    const fake = installCheck("action", { answer, space });
    const record = withId({ ...sound, target_who: [], stop_doing: "" });
    await fake.fire(show, { appId: 7, recordId: 5, record });
    expect(space.querySelector("h2")?.textContent).toBe("確かめること 2件");
    expect(
      [...space.querySelectorAll("li")].map((item) => [
        item.dataset["level"],
        item.querySelector("strong")?.textContent,
      ]),
    ).toEqual([
      ["stop", "対象（だれの）"],
      ["reason", "やめる・減らす仕事"],
    ]);
    expect(space.querySelector("a")?.getAttribute("href")).toBe("/k/7/show#record=5&mode=edit");
  });

  it("shows nothing for a clean record, and takes an old panel away", async () => {
    const space = document.createElement("div");
    const fake = installCheck("action", { answer, space });
    await fake.fire(show, { appId: 7, recordId: 5, record: withId({}) });
    expect(space.children).toHaveLength(1);
    await fake.fire(show, { appId: 7, recordId: 5, record: withId(sound) });
    expect(space.children).toHaveLength(0);
  });

  it("takes the panel away when the form opens in the same page", async () => {
    const space = document.createElement("div");
    document.body.append(space);
    const fake = installCheck("action", { answer, space, mobile: true });
    await fake.fire("mobile.app.record.detail.show", { appId: 7, recordId: 5, record: withId({}) });
    expect(space.children).toHaveLength(1);
    await fake.fire("mobile.app.record.edit.show", { appId: 7, recordId: 5, record: withId({}) });
    expect(space.children).toHaveLength(0);
  });

  it("keeps what passed with a reason apart, for whoever decides", async () => {
    const space = document.createElement("div");
    const fake = installCheck("action", { answer, space });
    const stored = [{ cr_rule: "V-C3-5", cr_reason: "町の事情による", cr_note: "台帳は法定" }];
    await fake.fire(show, {
      appId: 7,
      recordId: 5,
      record: withId({ ...sound, stop_doing: "", check_reasons: stored }),
    });
    expect(space.querySelector("h2")).toBeNull();
    expect(space.querySelector("summary")?.textContent).toBe("理由を選んで進めたこと 1件");
    expect(space.textContent).toContain("理由：町の事情による / 台帳は法定");
  });

  it("shows text as text, whatever it contains", async () => {
    const space = document.createElement("div");
    const fake = installCheck("kpi_value", { space, answer: () => ({ records: [] }) });
    const record = buildEventRecord("kpi_value", { kpi_id: "K-001", actual_value: "<img src=x onerror=alert(1)>" });
    await fake.fire(show, { appId: 8, recordId: 5, record });
    expect(space.querySelector("img")).toBeNull();
    expect(space.textContent).toContain("<img src=x");
  });
});
