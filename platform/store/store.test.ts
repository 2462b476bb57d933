import { describe, expect, it } from "vitest";
import { insertRecord } from "../record/insert-record.ts";
import { createTestApp, createTestScope, createTestStore, testNow } from "../record/testing/test-app.ts";

describe("transactions", () => {
  it("leave nothing of what was rolled back, neither in the file nor in memory", () => {
    const store = createTestStore();
    const app = createTestApp(store, [{ code: "名", type: "SINGLE_LINE_TEXT", property: { unique: true } }]);
    const scope = createTestScope(store, app);
    insertRecord(scope, { 名: { value: "a" } }, "record");
    const work = (): never => {
      insertRecord(scope, { 名: { value: "b" } }, "record");
      store.users.add({ code: "neu", name: "新", passwordHash: "x" }, testNow);
      store.files.upload({ name: "x", contentType: "text/plain", bytes: new Uint8Array(), uploader: "admin" }, testNow);
      throw new Error("stop");
    };
    expect(() => store.transaction(work)).toThrow("stop");
    expect([...store.records.all(app.id).keys()]).toEqual([1]);
    expect(store.users.find("neu")).toBeNull();
    expect(store.db.all("SELECT * FROM files")).toEqual([]);
    expect(store.db.all("SELECT value FROM unique_values")).toHaveLength(1);
  });

  it("join the one that is open", () => {
    const store = createTestStore();
    const work = (): void => {
      store.transaction(() => store.groups.add({ code: "a", name: "a", description: "" }));
      throw new Error("stop");
    };
    expect(() => store.transaction(work)).toThrow("stop");
    expect(store.groups.find("a")).toBeNull();
  });
});

describe("users, groups and organizations", () => {
  it("count as administrators as soon as they are in the group", () => {
    const store = createTestStore();
    expect(store.users.find("tantou")?.isAdmin).toBe(false);
    store.groups.saveOfUser("tantou", ["Administrators"]);
    expect(store.users.find("tantou")?.isAdmin).toBe(true);
  });

  it("find the members of organizations below, in whatever order those were made", () => {
    const store = createTestStore();
    store.organizations.add({ code: "kakari", name: "係", description: "", parentCode: "ka" });
    store.organizations.add({ code: "ka", name: "課", description: "", parentCode: "bu" });
    store.organizations.add({ code: "bu", name: "部", description: "", parentCode: null });
    store.organizations.saveOfUser("tantou", ["kakari", "bu"]);
    expect(store.organizations.members("ka")).toEqual([]);
    expect(store.organizations.members("ka", true)).toEqual(["tantou"]);
    expect(store.organizations.members("bu", true)).toEqual(["tantou"]);
    expect(store.organizations.ofUser("tantou").map(({ code }) => code)).toEqual(["kakari", "bu"]);
  });
});

describe("uploads", () => {
  it("are gone after three days unless something holds them", () => {
    const store = createTestStore();
    const file = { name: "x", contentType: "text/plain", bytes: new Uint8Array([1]), uploader: "admin" };
    const [kept, lost] = [store.files.upload(file, testNow), store.files.upload(file, testNow)];
    const attached = store.files.attach(kept, testNow);
    const later = new Date(testNow.getTime() + 3 * 86_400_000 + 1);
    expect(store.files.attach(lost, later)).toBeNull();
    expect(store.files.take(lost, later)).toBeNull();
    store.files.removeExpired(later);
    expect(store.files.read(attached?.fileKey ?? "")?.bytes).toHaveLength(1);
    expect(store.db.all("SELECT * FROM file_bytes")).toHaveLength(1);
  });

  it("are used up by being taken", () => {
    const store = createTestStore();
    const file = { name: "x", contentType: "text/plain", bytes: new Uint8Array([1]), uploader: "admin" };
    const key = store.files.upload(file, testNow);
    expect(store.files.take(key, testNow)?.name).toBe("x");
    expect(store.files.take(key, testNow)).toBeNull();
  });
});

describe("cursors", () => {
  it("end ten minutes after the last read", () => {
    const { cursors } = createTestStore();
    const cursor = { appId: 1, owner: "admin", recordIds: [1], fields: null, size: 1 };
    const id = cursors.open(cursor, testNow) ?? "";
    const nine = new Date(testNow.getTime() + 9 * 60_000);
    cursors.advance(id, cursor, nine);
    expect(cursors.find(id, new Date(nine.getTime() + 9 * 60_000))).toEqual(cursor);
    expect(cursors.find(id, new Date(nine.getTime() + 10 * 60_000))).toBeNull();
  });
});
