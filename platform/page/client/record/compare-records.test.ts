import { describe, expect, it } from "vitest";
import { compareRecords, mergeRecords } from "./compare-records.ts";
import { writeAt } from "./form-record.ts";
import { readRestRecord } from "./read-rest-record.ts";
import { sampleFields, sampleRecord } from "./testing-fields.ts";

const loaded = readRestRecord(sampleFields, sampleRecord);
const mine = writeAt(writeAt(loaded, { code: "title" }, "私の"), { code: "memo" }, "私だけ");
const theirs = {
  ...writeAt(writeAt(loaded, { code: "title" }, "相手の"), { code: "cost" }, "99"),
  revision: "4",
};

describe("two versions of a record", () => {
  it("tell what differs and what both changed", () => {
    const differences = compareRecords(sampleFields, { loaded, mine, theirs });
    expect(differences.map(({ field, clash }) => [field.code, clash])).toEqual([
      ["title", true],
      ["cost", false],
      ["memo", false],
    ]);
  });

  it("merge into the newest revision with only my changes over it", () => {
    const merged = mergeRecords(sampleFields, { loaded, mine, theirs });
    expect(merged.revision).toBe("4");
    expect(merged.values).toMatchObject({ title: "私の", memo: "私だけ", cost: "99" });
  });

  it("do not differ when both say the same", () => {
    expect(compareRecords(sampleFields, { loaded, mine, theirs: mine })).toEqual([]);
  });
});
