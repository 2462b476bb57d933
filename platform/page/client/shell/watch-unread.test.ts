// @vitest-environment happy-dom
import { afterEach, beforeEach, expect, it, vi } from "vitest";
import { stubServer } from "../record/testing-server.ts";
import type { SentCall } from "../record/testing-server.ts";
import { watchUnread } from "./watch-unread.ts";

let calls: SentCall[];
let visible: boolean;

beforeEach(() => {
  vi.useFakeTimers();
  visible = true;
  vi.spyOn(document, "visibilityState", "get").mockImplementation(() => (visible ? "visible" : "hidden"));
  calls = stubServer(() => ({ body: { unread: 120 } }));
  document.body.innerHTML =
    '<a id="kp-notifications"><span class="kp-header-badge" hidden></span><span class="kp-header-unread"></span></a>';
});

afterEach(() => {
  vi.useRealTimers();
  vi.restoreAllMocks();
  vi.unstubAllGlobals();
});

it("asks at most once a minute, not while hidden, and once when it is seen again", async () => {
  watchUnread();
  await vi.advanceTimersByTimeAsync(59_000);
  expect(calls).toHaveLength(0);
  await vi.advanceTimersByTimeAsync(10 * 60_000);
  expect(calls.length).toBeGreaterThanOrEqual(9);
  expect(calls.length).toBeLessThanOrEqual(11);
  expect(document.querySelector(".kp-header-badge")?.textContent).toBe("99+");
  expect(document.querySelector(".kp-header-unread")?.textContent).toBe("未読 120件");
  const before = calls.length;
  visible = false;
  await vi.advanceTimersByTimeAsync(10 * 60_000);
  expect(calls).toHaveLength(before);
  visible = true;
  document.dispatchEvent(new Event("visibilitychange"));
  document.dispatchEvent(new Event("visibilitychange"));
  await vi.advanceTimersByTimeAsync(0);
  expect(calls).toHaveLength(before + 1);
});
