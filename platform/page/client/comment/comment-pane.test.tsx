// @vitest-environment happy-dom
import { act } from "react";
import { createRoot } from "react-dom/client";
import type { Root } from "react-dom/client";
import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { pageState } from "../kintone/page-state.ts";
import { testBootstrap } from "../kintone/testing-bootstrap.ts";
import { stubServer } from "../record/testing-server.ts";
import type { SentCall } from "../record/testing-server.ts";
import { CommentPane } from "./comment-pane.tsx";

let root: Root;
let calls: SentCall[];
let stored: { id: string; text: string; author: string }[];
let refused: boolean;

const people: Readonly<Record<string, unknown>> = {
  "/v1/users.json": {
    users: [
      { code: "kachou", name: "課長" },
      { code: "tantou", name: "担当" },
    ],
  },
  "/v1/groups.json": { groups: [{ code: "kakunin", name: "確認者" }] },
  "/v1/organizations.json": { organizations: [{ code: "soumu", name: "総務課" }] },
};

beforeEach(async () => {
  Object.assign(globalThis, { IS_REACT_ACT_ENVIRONMENT: true });
  refused = false;
  stored = [];
  // The page counts on from when it was opened; this process has run for longer.
  const opened = Date.parse("2026-04-01T00:30:00Z") - performance.now();
  pageState.bootstrap = { ...testBootstrap("APP_DETAIL"), now: new Date(opened).toISOString() };
  calls = stubServer(({ method, path, params }) => {
    if (path.endsWith("comments.json")) {
      const offset = Number(params["offset"]);
      const comments = stored.slice(offset, offset + 10).map(({ id, text, author }) => ({
        id,
        text: `${text} `,
        createdAt: "2026-04-01T00:25:00Z",
        creator: { code: author, name: author },
        mentions: [],
      }));
      return { body: { comments, older: offset + 10 < stored.length, newer: offset > 0 } };
    }
    if (method === "POST" && refused) {
      return { status: 500, body: { code: "GAIA_CS02", id: "i", message: "m" } };
    }
    if (method === "POST") {
      stored = [{ id: "1", text: "書いた", author: "tantou" }, ...stored];
    }
    return { body: people[path] ?? {} };
  });
});

afterEach(() => {
  act(() => root.unmount());
  vi.unstubAllGlobals();
  pageState.bootstrap = null;
  document.body.replaceChildren();
});

async function open(): Promise<void> {
  const place = document.createElement("div");
  document.body.append(place);
  root = createRoot(place);
  await act(async () => root.render(<CommentPane app={2} record="5" mobile={false} />));
}

function box(): HTMLTextAreaElement {
  const found = document.querySelector("textarea");
  if (found === null) {
    throw new Error("there is no box");
  }
  return found;
}

async function type(text: string): Promise<void> {
  await act(async () => {
    Object.getOwnPropertyDescriptor(Object.getPrototypeOf(box()), "value")?.set?.call(box(), text);
    box().setSelectionRange(text.length, text.length);
    box().dispatchEvent(new Event("input", { bubbles: true }));
  });
}

async function key(name: string): Promise<void> {
  await act(async () => {
    box().dispatchEvent(new KeyboardEvent("keydown", { key: name, bubbles: true, cancelable: true }));
  });
}

async function press(name: string): Promise<void> {
  const button = [...document.querySelectorAll("button")].find(({ textContent }) => textContent === name);
  await act(async () => button?.click());
}

const listed = (): (string | null)[] =>
  [...document.querySelectorAll(".kp-comment-body")].map((each) => each.textContent);

describe("the comments beside a record", () => {
  it("say what the place is for while there are none", async () => {
    await open();
    expect(document.body.textContent).toContain("まだコメントはありません");
  });

  it("are shown with author and time, ten first and older ones when asked for", async () => {
    stored = Array.from({ length: 12 }, (_, index) => ({
      id: `${12 - index}`,
      text: `c${12 - index}`,
      author: "kachou",
    }));
    await open();
    expect(listed()).toHaveLength(10);
    expect(document.querySelector(".kp-comment-head")?.textContent).toBe("12kachou5分前2026/04/01 09:25");
    await press("前のコメントを読み込む");
    expect(listed().slice(-2)).toEqual(["c2", "c1"]);
    expect(document.body.textContent).not.toContain("前のコメントを読み込む");
  });

  it("offer a way to delete one's own only", async () => {
    stored = [
      { id: "2", text: "a", author: "tantou" },
      { id: "1", text: "b", author: "kachou" },
    ];
    await open();
    const buttons = [...document.querySelectorAll(".kp-comment-remove")];
    expect(buttons.map((button) => button.getAttribute("aria-label"))).toEqual(["コメント2を削除"]);
  });

  it("notify whom the arrow keys chose after the sign", async () => {
    await open();
    expect(calls.some(({ path }) => path === "/v1/users.json")).toBe(false);
    await type("確認 @");
    await expect.poll(() => document.querySelectorAll('[role="option"]').length).toBe(4);
    await key("ArrowDown");
    await key("ArrowDown");
    expect(box().getAttribute("aria-activedescendant")).toBe(
      document.querySelector('[aria-selected="true"]')?.id ?? "none",
    );
    await key("Enter");
    expect([box().value, document.querySelector(".kp-mention-marks")?.textContent]).toEqual(["確認 ", "総務課×"]);
    await press("書き込む");
    expect(calls.find(({ method }) => method === "POST")?.params["comment"]).toEqual({
      text: "確認",
      mentions: [{ type: "ORGANIZATION", code: "soumu" }],
    });
    expect([box().value, listed()]).toEqual(["", ["書いた"]]);
    expect(document.activeElement).toBe(box());
  });

  it("keep what was typed when it could not be posted", async () => {
    await open();
    refused = true;
    await type("消えては困る");
    await press("書き込む");
    expect(document.querySelector('[role="alert"]')?.textContent).toContain("入力した内容は残っています");
    expect(box().value).toBe("消えては困る");
  });
});
