import { describe, expect, it } from "vitest";
import { createCursorStore } from "./cursor-store.ts";

const at = (minutes: number): Date => new Date(Date.UTC(2026, 3, 1, 0, minutes));
const cursor = { appId: 1, owner: "admin", recordIds: [1, 2, 3], fields: null, size: 1 };

function open(store: ReturnType<typeof createCursorStore>, minutes: number): string {
  const id = store.open(cursor, at(minutes));
  if (id === null) {
    throw new Error("no place for a cursor");
  }
  return id;
}

describe("a cursor", () => {
  it("ends ten minutes after it was opened", () => {
    const store = createCursorStore();
    const id = open(store, 0);
    expect(store.find(id, at(9))).toEqual(cursor);
    expect(store.find(id, at(10))).toBeNull();
  });

  it("has ten more minutes after each page", () => {
    const store = createCursorStore();
    const id = open(store, 0);
    store.advance(id, { ...cursor, recordIds: [2, 3] }, at(9));
    expect(store.find(id, at(18))).toMatchObject({ recordIds: [2, 3] });
    expect(store.find(id, at(19))).toBeNull();
  });

  it("leaves its place to another when it is closed or over", () => {
    const store = createCursorStore();
    const ids = Array.from({ length: 10 }, () => open(store, 0));
    expect(store.open(cursor, at(1))).toBeNull();
    store.close(ids[0] ?? "");
    expect(store.open(cursor, at(1))).not.toBeNull();
    expect(store.open(cursor, at(1))).toBeNull();
    expect(store.open(cursor, at(10))).not.toBeNull();
  });
});
