// @vitest-environment happy-dom
import { afterEach, describe, expect, it, vi } from "vitest";
import { fireEvent, fireEventSync, hasHandlers, isInsideHandler, offEvent, onEvent } from "./event-bus.ts";

const type = "app.record.edit.submit";

afterEach(() => {
  offEvent();
  document.body.replaceChildren();
  vi.restoreAllMocks();
});

const one = (): void => {};

describe("events.on and off", () => {
  it("accepts lists of types and types that never fire", () => {
    onEvent([type, "mobile.app.record.index.edit.show", "no.such.event"], () => undefined);
    expect([type, "no.such.event", "other"].map(hasHandlers)).toEqual([true, true, false]);
  });

  it("removes one handler, a type, or everything, and says whether there was one", () => {
    onEvent(type, one);
    onEvent(type, () => undefined);
    expect(offEvent(type, one)).toBe(true);
    expect(offEvent(type, one)).toBe(false);
    expect(hasHandlers(type)).toBe(true);
    expect(offEvent()).toBe(true);
    expect(hasHandlers(type)).toBe(false);
  });
});

describe("fireEvent", () => {
  it("runs handlers in the order of registration, each with what the one before returned", async () => {
    const seen: unknown[] = [];
    onEvent(type, () => false);
    onEvent(type, (event: unknown) => {
      seen.push(event);
      return "last";
    });
    expect(await fireEvent(type, { type })).toBe("last");
    expect(seen).toEqual([false]);
  });

  it("keeps the event for the next handler when one returns nothing", async () => {
    const event = { type };
    const seen: unknown[] = [];
    onEvent(type, () => undefined);
    onEvent(type, (given: unknown) => {
      seen.push(given);
      return given;
    });
    expect(await fireEvent(type, event)).toBe(event);
    expect(seen).toEqual([event]);
  });

  it("awaits promises before the next handler runs", async () => {
    const order: string[] = [];
    onEvent(type, async (event: unknown) => {
      await Promise.resolve();
      order.push("first");
      return event;
    });
    onEvent(type, (event: unknown) => {
      order.push("second");
      return event;
    });
    await fireEvent(type, { type });
    expect(order).toEqual(["first", "second"]);
  });

  it("resolves to undefined when the last handler returns nothing, so that its changes are not applied", async () => {
    onEvent(type, (event: unknown) => event);
    onEvent(type, () => undefined);
    expect(await fireEvent(type, { type })).toBeUndefined();
  });

  it("refuses the act and tells it when a handler throws or rejects", async () => {
    vi.spyOn(console, "error").mockImplementation(() => {});
    onEvent(type, () => Promise.reject(new Error("boom")));
    expect(await fireEvent(type, { type })).toBe(false);
    await expect.poll(() => document.body.textContent).toContain("boom");
  });
});

describe("fireEventSync", () => {
  it("ignores a promise, as change events await nothing", () => {
    onEvent(type, () => Promise.resolve({ late: true }));
    expect(fireEventSync(type, { type })).toBeUndefined();
  });

  it("knows that a handler is running", () => {
    const inside: boolean[] = [];
    onEvent(type, () => {
      inside.push(isInsideHandler());
    });
    fireEventSync(type, { type });
    expect([...inside, isInsideHandler()]).toEqual([true, false]);
  });
});

it("a show handler that comes after its event is warned of, and called the next time", async () => {
  const warn = vi.spyOn(console, "warn").mockImplementation(() => {});
  const heard: unknown[] = [];
  onEvent("app.record.detail.show", () => heard.push("early"));
  expect(warn).not.toHaveBeenCalled();
  await fireEvent("app.record.detail.show", {});
  onEvent("app.record.detail.show", () => heard.push("late"));
  onEvent("app.record.edit.show", () => heard.push("other"));
  expect(warn.mock.calls.map(String)).toEqual([expect.stringContaining("app.record.detail.show")]);
  await fireEvent("app.record.detail.show", {});
  expect(heard).toEqual(["early", "early", "late"]);
});
