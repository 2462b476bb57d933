import { describe, expect, it } from "vitest";
import { buildEventRecord } from "../testing/build-event-record.ts";
import { readStoredReasons, storeReasons } from "./stored-reasons.ts";

describe("stored reasons", () => {
  it("uses up the empty row of a new form and counts only rows with a rule and a choice", () => {
    const record = buildEventRecord("action", { check_reasons: [{}, { cr_rule: "V-G2" }] });
    expect(readStoredReasons(record)).toEqual([]);
    storeReasons(record, [{ rule: "V-C3-2", reason: "あとで直す", note: "" }]);
    expect(record["check_reasons"]?.value).toHaveLength(2);
    expect(readStoredReasons(record)).toEqual([{ rule: "V-C3-2", reason: "あとで直す", note: "" }]);
  });

  it("keeps one row a rule: a new reason replaces the old one", () => {
    const stored = [
      { cr_rule: "V-C3-2", cr_reason: "あとで直す" },
      { cr_rule: "V-C3-5", cr_reason: "その他" },
    ];
    const record = buildEventRecord("action", { check_reasons: stored });
    storeReasons(record, [{ rule: "V-C3-2", reason: "例外として妥当", note: "国の指定" }]);
    expect(readStoredReasons(record)).toEqual([
      { rule: "V-C3-5", reason: "その他", note: "" },
      { rule: "V-C3-2", reason: "例外として妥当", note: "国の指定" },
    ]);
  });
});
