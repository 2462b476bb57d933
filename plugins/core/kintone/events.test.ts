import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { createFakeKintone, type FakeKintone } from "../testing/fake-kintone.ts";
import { onKintone } from "./events.ts";

const type = "app.record.edit.show";
let fake: FakeKintone;

beforeEach(() => {
  fake = createFakeKintone();
  vi.stubGlobal("kintone", fake.kintone);
});
afterEach(() => {
  vi.unstubAllGlobals();
  vi.restoreAllMocks();
});

describe("onKintone", () => {
  it("passes the event on when the handler returns nothing, at once and later", async () => {
    onKintone(type, () => {});
    onKintone(type, async () => {});
    expect(await fake.fire(type, { appId: 7 })).toMatchObject({ type, appId: 7 });
  });

  it("answers synchronously to a synchronous handler, as change events need it", () => {
    onKintone("app.record.edit.change.fy", (event) => event);
    expect(fake.fire("app.record.edit.change.fy", {})).not.toBeInstanceOf(Promise);
  });

  it("waits for another plugin's promise and respects its cancel", async () => {
    const seen: unknown[] = [];
    fake.kintone.events.on(type, (event) => Promise.resolve(event));
    onKintone(type, (event) => void seen.push(event.type));
    fake.kintone.events.on("x", () => false);
    onKintone("x", (event) => void seen.push(event.type));
    await fake.fire(type, {});
    expect(fake.fire("x", {})).toBe(false);
    expect(seen).toEqual([type]);
  });

  it("tells the user in words and logs the cause under the plugin's name when a handler fails", async () => {
    const log = vi.spyOn(console, "error").mockImplementation(() => {});
    const cause = new Error("boom");
    onKintone(
      type,
      () => {
        throw cause;
      },
      "入力チェック",
    );
    expect(await fake.fire(type, { appId: 7 })).toMatchObject({
      appId: 7,
      error: expect.stringContaining("「入力チェック」"),
    });
    expect(log).toHaveBeenCalledWith(`[入力チェック] ${type}`, cause);
  });

  it("does the same for a handler that rejects", async () => {
    vi.spyOn(console, "error").mockImplementation(() => {});
    onKintone(type, () => Promise.reject({ code: "CB_NO02" }));
    expect(await fake.fire(type, {})).toMatchObject({ error: expect.stringContaining("権限がありません") });
  });
});
