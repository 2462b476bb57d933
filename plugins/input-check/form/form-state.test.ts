import { describe, expect, it } from "vitest";
import type { Finding } from "../../../domain/rules/judge-record.ts";
import { selectTimely, toFindingName } from "./form-state.ts";

const finding: Finding = {
  rule: "V-C4-6b",
  level: "stop",
  blocksSave: false,
  path: { field: "data_status" },
  message: { ja: "空らんと0はちがいます。", en: "" },
};

describe("selectTimely", () => {
  it("waits with an empty field of a new record until it was touched", () => {
    const untouched = { isNew: true, touched: new Set<string>() };
    expect(selectTimely([finding], untouched, () => true)).toEqual([]);
    expect(selectTimely([finding], untouched, () => false)).toEqual([finding]);
    expect(selectTimely([finding], { isNew: true, touched: new Set(["data_status"]) }, () => true)).toEqual([finding]);
  });

  it("says everything about a stored record", () => {
    expect(selectTimely([finding], { isNew: false, touched: new Set() }, () => true)).toEqual([finding]);
  });
});

describe("toFindingName", () => {
  it("tells the same rule in another row apart", () => {
    const path = { table: "phases", field: "ph_to" };
    const first = toFindingName({ ...finding, path: { ...path, row: 0 } });
    expect(toFindingName({ ...finding, path: { ...path, row: 1 } })).not.toBe(first);
    expect(toFindingName({ ...finding, path: { ...path, row: 0 } })).toBe(first);
  });
});
