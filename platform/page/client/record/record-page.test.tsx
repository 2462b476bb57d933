// @vitest-environment happy-dom
import { act } from "react";
import { createRoot } from "react-dom/client";
import type { Root } from "react-dom/client";
import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { offEvent, onEvent } from "../kintone/event-bus.ts";
import { pageState } from "../kintone/page-state.ts";
import { testBootstrap } from "../kintone/testing-bootstrap.ts";
import { RecordPage } from "./record-page.tsx";
import { sampleFields, sampleRecord } from "./testing-fields.ts";
import { stubServer } from "./testing-server.ts";
import type { Answer, SentCall } from "./testing-server.ts";

let root: Root;
let calls: SentCall[];
let answerPut: () => Answer;
let stored: Record<string, unknown>;
let heard: string[];

beforeEach(() => {
  Object.assign(globalThis, { IS_REACT_ACT_ENVIRONMENT: true });
  stored = structuredClone({ ...sampleRecord });
  heard = [];
  answerPut = () => {
    stored = { ...stored, $revision: { type: "__REVISION__", value: "4" } };
    return { body: { revision: "4" } };
  };
  calls = stubServer(({ method }) => (method === "PUT" ? answerPut() : { body: { record: stored } }));
  for (const name of ["detail.show", "edit.show", "edit.submit", "edit.submit.success"]) {
    onEvent(`app.record.${name}`, (event: { type: string; recordId: unknown }) => {
      heard.push(`${event.type} ${typeof event.recordId}`);
      return event;
    });
  }
});
afterEach(() => {
  act(() => root.unmount());
  offEvent();
  vi.unstubAllGlobals();
  pageState.bootstrap = null;
  document.body.replaceChildren();
});

async function open(hash: string): Promise<void> {
  history.replaceState(null, "", `/k/2/show${hash}`);
  const bootstrap = testBootstrap("APP_DETAIL", sampleFields);
  const codes = sampleFields.filter((field) => field.type !== "SUBTABLE");
  const rows = codes.map(({ type, code }) => ({ type: "ROW" as const, fields: [{ type, code }] }));
  const { app } = bootstrap;
  if (app === null) {
    throw new Error("no app");
  }
  const settings = { ...app.settings, layout: [...rows, { type: "SUBTABLE" as const, code: "rows", fields: [] }] };
  pageState.bootstrap = bootstrap;
  const place = document.createElement("div");
  document.body.append(place);
  root = createRoot(place);
  await act(async () => root.render(<RecordPage bootstrap={{ ...bootstrap, app: { ...app, settings } }} />));
  await waitFor("#record-gaia");
}

function find(selector: string): HTMLElement {
  const element = document.querySelector<HTMLElement>(selector);
  if (element === null) {
    throw new Error(`no ${selector}`);
  }
  return element;
}

async function waitFor(selector: string): Promise<void> {
  await vi.waitFor(async () => {
    await act(async () => {});
    find(selector);
  }, 60_000);
}

async function press(name: string): Promise<void> {
  const button = [...document.querySelectorAll<HTMLElement>("button")].find(
    (candidate) => candidate.textContent === name,
  );
  await act(async () => {
    button?.click();
  });
}

async function typeTitle(text: string): Promise<void> {
  const box = find("#kp-input-title");
  await act(async () => {
    Object.getOwnPropertyDescriptor(Object.getPrototypeOf(box), "value")?.set?.call(box, text);
    box.dispatchEvent(new Event("input", { bubbles: true }));
  });
}

describe("the record page", () => {
  it("carries the elements that public plugins look for", async () => {
    await open("#record=5");
    const [title] = sampleFields;
    for (const selector of [
      `.field-${title?.id}`,
      `.value-${title?.id} > div > div`,
      `.label-${title?.id} .control-label-text-gaia`,
    ]) {
      expect(find(`#record-gaia ${selector}`)).toBeDefined();
    }
    // Plugins make it a row to put something beside the fields: the buttons above are no columns of it.
    expect(document.querySelectorAll("#record-gaia .kp-toolbar, #record-gaia .kp-comments")).toHaveLength(0);
    expect(find("#record-gaia").children).toHaveLength(1);
    expect(pageState.record?.fieldElement("title")?.textContent).toBe("窓口");
    expect(pageState.record?.fieldElement("papers")?.querySelector("li a")?.textContent).toBe("a.pdf");
    expect(pageState.record?.fieldElement("price")).toBeNull();
  });

  it("goes from detail to edit and back in one document, with its events in order", async () => {
    await open("#record=5&l.view=20");
    await press("編集");
    await waitFor(".kp-form");
    expect(location.hash).toBe("#record=5&l.view=20&mode=edit");
    expect(document.activeElement?.textContent).toBe("「窓口」の編集");
    await typeTitle("新しい名前");
    await press("保存");
    await waitFor(".kp-detail");
    expect(location.hash).toBe("#record=5&l.view=20");
    expect(heard).toEqual([
      "app.record.detail.show number",
      "app.record.edit.show number",
      "app.record.edit.submit number",
      "app.record.edit.submit.success string",
      "app.record.detail.show number",
    ]);
    expect(calls.find((call) => call.method === "PUT")?.params).toMatchObject({
      id: "5",
      revision: "3",
      record: { title: { value: "新しい名前" } },
    });
  });

  it("opens the editor at once when the address says so", async () => {
    await open("#record=5&mode=edit");
    expect(heard).toEqual(["app.record.edit.show number"]);
  });

  it("shows both versions when someone else saved first, and keeps what was typed", async () => {
    await open("#record=5&mode=edit");
    await typeTitle("私の名前");
    answerPut = () => {
      stored = { ...stored, $revision: { type: "__REVISION__", value: "9" }, title: { value: "相手の名前" } };
      return { status: 409, body: { code: "GAIA_CO02", id: "i", message: "m" } };
    };
    const save = find(".gaia-ui-actionmenu-save");
    save.focus();
    await press("保存");
    await waitFor("dialog");
    expect(find("dialog").textContent).toContain("相手の名前");
    // What has the focus when a dialog opens is what gets it back.
    expect(document.activeElement).toBe(save);
    await press("最新の内容に自分の変更を重ねて見直す");
    expect(find("#kp-input-title")).toHaveProperty("value", "私の名前");
    answerPut = () => ({ body: { revision: "10" } });
    await press("保存");
    await waitFor(".kp-detail");
    expect(calls.findLast((call) => call.method === "PUT")?.params).toMatchObject({ revision: "9" });
  });

  it.each([
    ["the session has ended", 401, "CB_AU01", "別のタブでサインインする"],
    ["the right is missing", 403, "CB_NO02", "権限がないため"],
    ["the server fails", 500, "GAIA_CS02", "保存できませんでした"],
    ["the record is gone", 404, "GAIA_RE01", "ほかの人が削除しました"],
  ])("keeps what was typed when %s", async (_, status, code, words) => {
    await open("#record=5&mode=edit");
    await typeTitle("消えては困る");
    answerPut = () => ({ status, body: { code, id: "i", message: "m" } });
    await press("保存");
    await waitFor(".kp-banner-danger");
    expect(find(".kp-banner-danger").textContent).toContain(words);
    expect(find("#kp-input-title")).toHaveProperty("value", "消えては困る");
  });

  it("puts the server's message at the field, ties it to the box and moves there", async () => {
    await open("#record=5&mode=edit");
    await typeTitle("");
    const errors = { "record.title.value": { messages: ["必須です。"] } };
    answerPut = () => ({ status: 400, body: { code: "CB_VA01", id: "i", message: "m", errors } });
    await press("保存");
    await waitFor(".kp-field-error");
    const box = find("#kp-input-title");
    expect(find(`#${box.getAttribute("aria-describedby") ?? ""}`).textContent).toContain("必須です。");
    await expect.poll(() => document.activeElement === box).toBe(true);
  });

  it("asks before unsaved input is left behind", async () => {
    await open("#record=5&mode=edit");
    await typeTitle("消えては困る");
    await press("キャンセル");
    await waitFor("dialog");
    await press("この画面に残る");
    expect(find("#kp-input-title")).toHaveProperty("value", "消えては困る");
    await press("キャンセル");
    await waitFor("dialog");
    await press("入力を捨てて移る");
    await waitFor(".kp-detail");
    expect(calls.some((call) => call.method === "PUT")).toBe(false);
  });
});
