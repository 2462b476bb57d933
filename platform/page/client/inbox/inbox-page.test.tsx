// @vitest-environment happy-dom
import { act } from "react";
import { createRoot } from "react-dom/client";
import type { Root } from "react-dom/client";
import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { pageState } from "../kintone/page-state.ts";
import { testBootstrap } from "../kintone/testing-bootstrap.ts";
import { stubServer } from "../record/testing-server.ts";
import type { SentCall } from "../record/testing-server.ts";
import { InboxPage } from "./inbox-page.tsx";

let root: Root;
let calls: SentCall[];

const notice = (id: string, change: object = {}) => ({
  id,
  kind: "recordAdded",
  title: "",
  status: "",
  app: { id: "2", name: "事業" },
  record: { id: "5", title: "窓口" },
  comment: null,
  actor: { code: "kachou", name: "課長" },
  createdAt: "2026-04-01T00:00:00.000Z",
  isRead: false,
  ...change,
});

beforeEach(() => {
  Object.assign(globalThis, { IS_REACT_ACT_ENVIRONMENT: true });
  const all = [
    notice("9", { kind: "reminder", title: "期日の前日です", actor: null }),
    notice("8", { kind: "mention", comment: "お願いします", isRead: true }),
    notice("7", { record: { id: "6", title: "" } }),
    notice("6", { app: { id: "3", name: "" }, record: { id: "1", title: "" } }),
  ];
  calls = stubServer(({ method, params }) => {
    if (method === "PUT") {
      return { body: { unread: 2 } };
    }
    const { filter, before } = params;
    const notices = filter === "mentions" ? [] : before === "6" ? [notice("1")] : all;
    return { body: { notices, more: filter === "all" && before === undefined, unread: 3 } };
  });
});

afterEach(() => {
  act(() => root.unmount());
  vi.unstubAllGlobals();
  pageState.bootstrap = null;
  document.body.replaceChildren();
});

async function open(page: "NOTIFICATION_TOP" | "NOTIFICATION_TOP_MOBILE" = "NOTIFICATION_TOP"): Promise<void> {
  const bootstrap = { ...testBootstrap(page), app: null, unread: 3 };
  pageState.bootstrap = bootstrap;
  document.body.innerHTML =
    '<a id="kp-notifications"><span class="kp-header-badge"></span><span class="kp-header-unread"></span></a><div></div>';
  const place = document.querySelector("div");
  root = createRoot(place ?? document.body);
  await act(async () => root.render(<InboxPage bootstrap={bootstrap} />));
}

async function press(name: string): Promise<void> {
  const button = [...document.querySelectorAll("button")].find(
    (each) => each.textContent === name || each.getAttribute("aria-label") === name,
  );
  await act(async () => button?.click());
}

const titles = (): (string | null)[] =>
  [...document.querySelectorAll(".kp-notice-title a")].map(({ textContent }) => textContent);

describe("the notifications page", () => {
  it("says what happened to which record and leads there", async () => {
    await open();
    expect(titles()).toEqual([
      "期日の前日です：窓口",
      "課長さんが、コメントであなたに知らせました：窓口",
      "課長さんが、レコードを追加しました：レコード 6",
      "課長さんが、レコードを追加しました：閲覧できないレコード",
    ]);
    expect(document.querySelector(".kp-notice a")?.getAttribute("href")).toBe("/k/2/show#record=5");
    expect(document.querySelector(".kp-header-badge")?.textContent).toBe("3");
  });

  it("leads to the phone's pages from the phone's page", async () => {
    await open("NOTIFICATION_TOP_MOBILE");
    expect(document.querySelector(".kp-notice a")?.getAttribute("href")).toBe("/k/m/2/show?record=5");
  });

  it("marks one as read and counts down in the header", async () => {
    await open();
    await press("既読にする 窓口");
    expect(calls.find(({ method }) => method === "PUT")?.params).toMatchObject({ ids: ["9"], read: true });
    expect(document.querySelector(".kp-header-badge")?.textContent).toBe("2");
    expect(document.querySelectorAll(".kp-notice-unread")).toHaveLength(2);
  });

  it("marks as read what is opened", async () => {
    await open();
    const assign = vi.spyOn(location, "assign").mockReturnValue();
    await act(async () => document.querySelector<HTMLElement>(".kp-notice a")?.click());
    await expect.poll(() => assign.mock.calls).toContainEqual(["/k/2/show#record=5"]);
    expect(calls.filter(({ method }) => method === "PUT")).toHaveLength(1);
    assign.mockRestore();
  });

  it("loads what is older, and says so when a filter leaves nothing", async () => {
    await open();
    await press("前の通知を読み込む");
    expect(titles()).toHaveLength(5);
    await press("自分宛てのコメント");
    expect(document.querySelector(".kp-empty-state h2")?.textContent).toBe("自分宛てのコメントはありません");
  });
});
