// @vitest-environment happy-dom
import { act } from "react";
import { createRoot, type Root } from "react-dom/client";
import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import type { StoredField } from "../../../store/app-settings.ts";
import type { Bootstrap } from "../../bootstrap.ts";
import { offEvent, onEvent } from "../kintone/event-bus.ts";
import { pageState } from "../kintone/page-state.ts";
import { ListPage } from "./list-page.tsx";

const fields: StoredField[] = [
  { id: 11, code: "name", type: "SINGLE_LINE_TEXT", property: { label: "事業名" } },
  { id: 12, code: "cost", type: "NUMBER", property: { label: "予算" } },
  { id: 13, code: "memo", type: "MULTI_LINE_TEXT", property: { label: "備考" } },
];
const view = { id: "1001", index: "0", name: "一覧", type: "LIST", fields: ["name", "cost"], filterCond: "", sort: "" };
const bootstrap: Bootstrap = JSON.parse(
  JSON.stringify({
    page: "APP_INDEX",
    language: "ja",
    loginUser: { code: "admin", timezone: "Asia/Tokyo" },
    requestToken: "token",
    app: {
      id: 7,
      settings: {
        general: { name: "計画", theme: "WHITE", enableInlineRecordEditing: true },
        fields,
        views: [view],
        reports: [],
        process: { enable: false, states: [], actions: [] },
      },
      plugins: [],
      permissions: {
        addRecord: true,
        editApp: false,
        viewRecord: true,
        editRecord: true,
        deleteRecord: true,
        perRecord: false,
      },
    },
  }),
);

let root: Root;
let asked: string[];
let answer: (url: URL, init?: RequestInit) => { status: number; body: unknown };

const record = (id: number, name: string): unknown => ({
  $id: { value: String(id) },
  $revision: { value: "1" },
  name: { value: name },
  cost: { value: "1000" },
  memo: { value: "" },
});

beforeEach(() => {
  Reflect.set(globalThis, "IS_REACT_ACT_ENVIRONMENT", true);
  history.replaceState(null, "", "/k/7/");
  asked = [];
  answer = () => ({ status: 200, body: { records: [record(1, "あ"), record(2, "い")], totalCount: "42" } });
  vi.stubGlobal("fetch", async (input: string, init?: RequestInit) => {
    const url = new URL(input, location.origin);
    asked.push(`${init?.method ?? "GET"} ${url.pathname} ${url.searchParams.get("query") ?? ""}`.trim());
    const { status, body } = answer(url, init);
    return new Response(JSON.stringify(body), { status });
  });
  pageState.bootstrap = bootstrap;
  const place = document.createElement("div");
  document.body.replaceChildren(place);
  root = createRoot(place);
});

afterEach(async () => {
  await act(async () => root.unmount());
  offEvent();
  vi.unstubAllGlobals();
});

async function show(): Promise<void> {
  const { app } = bootstrap;
  if (app !== null) {
    await act(async () => root.render(<ListPage bootstrap={bootstrap} app={app} />));
  }
  await act(async () => {});
}

async function click(selector: string): Promise<void> {
  await act(async () => document.querySelector<HTMLElement>(selector)?.click());
  await act(async () => {});
}

describe("the list", () => {
  it("shows the view's columns and fires its event once, when its rows are there", async () => {
    const heard: unknown[] = [];
    onEvent("app.record.index.show", (event: unknown) => {
      heard.push([event, pageState.list?.fieldElements("name")?.map((cell) => cell.textContent)]);
    });
    await show();
    expect([...document.querySelectorAll("th .recordlist-header-label-gaia")].map((cell) => cell.textContent)).toEqual([
      "事業名",
      "予算",
    ]);
    expect(heard).toEqual([[expect.objectContaining({ viewId: 1001, size: 2 }), ["あ", "い"]]]);
    expect(pageState.list?.fieldElements("memo")).toBeNull();
    expect(document.querySelector("nav.kp-pager")?.textContent).toContain("1–20件目 / 全42件");
  });

  it("sorts and pages through the address, and says so to assistive technology", async () => {
    await show();
    await click("th.label-12 button");
    expect(document.querySelector("th.label-12")?.getAttribute("aria-sort")).toBe("descending");
    await click('[aria-label="次のページ"]');
    expect(location.search).toBe("?sort=cost+desc&page=2");
    expect(asked.at(-1)).toBe("GET /k/v1/records.json order by cost desc limit 20 offset 20");
  });

  it("offers the way to sign in again when the session has ended", async () => {
    answer = () => ({ status: 401, body: { code: "CB_AU01", id: "x", message: "ログインしてください。" } });
    await show();
    const alert = document.querySelector('[role="alert"]');
    expect(alert?.textContent).toContain("サインインの有効期限が切れました");
    expect(alert?.querySelector("a")?.getAttribute("href")).toBe("/login?notice=expired&return=%2Fk%2F7%2F");
  });

  it("says what an empty list is for", async () => {
    answer = () => ({ status: 200, body: { records: [], totalCount: "0" } });
    await show();
    expect(document.body.textContent).toContain("レコードを追加");
    expect(pageState.list?.fieldElements("name")).toEqual([]);
  });
});

describe("a row", () => {
  it("keeps what was typed when someone else saved first", async () => {
    await show();
    await click('[data-kp-edit="1"]');
    answer = (url, init) =>
      init?.method === "PUT"
        ? { status: 409, body: { code: "GAIA_CO02", id: "x", message: "" } }
        : { status: 200, body: url.pathname.endsWith("record.json") ? { record: record(1, "あ") } : { records: [] } };
    await click(".recordlist-save-gaia");
    expect(asked.at(-1)).toBe("PUT /k/v1/record.json");
    expect(document.querySelector(".kp-list-edit-message")?.textContent).toContain(
      "ほかの人がこのレコードを先に更新しました",
    );
    expect(document.querySelectorAll(".kp-list-editing input").length).toBeGreaterThan(0);
  });

  it("is left by Esc without a call, with the focus where editing began", async () => {
    await show();
    await click('[data-kp-edit="2"]');
    const calls = asked.length;
    await act(async () => {
      document
        .querySelector(".kp-list-editing input")
        ?.dispatchEvent(new KeyboardEvent("keydown", { key: "Escape", bubbles: true }));
    });
    await expect.poll(() => document.activeElement?.getAttribute("data-kp-edit")).toBe("2");
    expect(document.querySelector(".kp-list-editing")).toBeNull();
    expect(asked.length).toBe(calls);
  });

  it("is not saved when a customization returns false, and the focus stays in it", async () => {
    onEvent("app.record.index.edit.submit", () => false);
    await show();
    await click('[data-kp-edit="1"]');
    await click(".recordlist-save-gaia");
    expect(document.activeElement?.className).toContain("recordlist-save-gaia");
    expect(asked.some((call) => call.startsWith("PUT"))).toBe(false);
    expect(document.querySelector(".kp-list-editing")).not.toBeNull();
  });
});
