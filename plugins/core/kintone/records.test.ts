import { afterEach, describe, expect, it, vi } from "vitest";
import { createFakeKintone, type FakeRequest } from "../testing/fake-kintone.ts";
import { addRecord, loadRecord, loadRecords, saveRecord } from "./records.ts";

afterEach(() => vi.unstubAllGlobals());

function record(id: number) {
  return { $id: { type: "__ID__", value: String(id) } };
}

function install(answer: (request: FakeRequest) => unknown) {
  const fake = createFakeKintone({ answer });
  vi.stubGlobal("kintone", fake.kintone);
  return fake;
}

describe("loadRecords", () => {
  it("asks for the next 500 behind the last id until a page is not full", async () => {
    const pages = [Array.from({ length: 500 }, (_, index) => record(index + 1)), [record(900)]];
    const fake = install(() => ({ records: pages.shift() ?? [] }));
    const counts: number[] = [];
    const records = await loadRecords("7", 'dept_code = "A"', ["action_name"], (count) => counts.push(count));
    expect(records).toHaveLength(501);
    expect(counts).toEqual([500, 501]);
    expect(fake.requests.map(({ params }) => params)).toEqual([
      { app: "7", query: '(dept_code = "A") and $id > 0 order by $id asc limit 500', fields: ["$id", "action_name"] },
      { app: "7", query: '(dept_code = "A") and $id > 500 order by $id asc limit 500', fields: ["$id", "action_name"] },
    ]);
  });

  it("takes all fields and no condition when none are named", async () => {
    const fake = install(() => ({ records: [] }));
    await loadRecords("7", "");
    expect(fake.requests[0]?.params).toEqual({ app: "7", query: "$id > 0 order by $id asc limit 500" });
  });

  it("says what to do when the session has ended", async () => {
    install(() => Promise.reject({ code: "CB_AU01", id: "x", message: "ログインしてください。" }));
    await expect(loadRecords("7", "")).rejects.toMatchObject({
      code: "unauthenticated",
      message: expect.stringContaining("別のタブでサインイン"),
    });
  });

  it("does not take an answer of another shape for records", async () => {
    install(() => ({ rows: [] }));
    await expect(loadRecords("7", "")).rejects.toMatchObject({ code: "unexpected" });
  });
});

describe("one record", () => {
  it("is loaded, added and saved through the REST API", async () => {
    const fake = install(({ method }) =>
      method === "GET" ? { record: record(1) } : method === "POST" ? { id: "2", revision: "1" } : { revision: "5" },
    );
    expect(await loadRecord("7", "1")).toEqual(record(1));
    expect(await addRecord({ app: "7", record: {} })).toEqual({ id: "2", revision: "1" });
    expect(await saveRecord({ app: "7", id: "1", revision: "4", record: {} })).toEqual({ revision: "5" });
    expect(fake.requests.map(({ path, method }) => `${method} ${path}`)).toEqual([
      "GET /k/v1/record.json",
      "POST /k/v1/record.json",
      "PUT /k/v1/record.json",
    ]);
  });

  it("is not overwritten when someone else saved first", async () => {
    install(() => Promise.reject({ code: "GAIA_CO02", id: "x", message: "指定したrevisionは最新ではありません。" }));
    await expect(saveRecord({ app: "7", id: "1", revision: "4", record: {} })).rejects.toMatchObject({
      code: "conflict",
    });
  });
});
