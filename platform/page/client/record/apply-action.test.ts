import { describe, expect, it } from "vitest";
import type { StoredField } from "../../../store/app-settings.ts";
import { applyAction } from "./apply-action.ts";

const field = (code: string, type: string): StoredField => ({ id: 1, code, type, property: {} });
const start = { id: null, revision: null, values: { 名: "初期値", 選: [], 元: "" }, lookups: {} };
const source = { id: "7", revision: "1", values: { 題: "件名", 数: "12", 印: ["甲"] }, lookups: {} };
const fields = [field("名", "SINGLE_LINE_TEXT"), field("選", "CHECK_BOX"), field("元", "LINK")];
const run = (mappings: readonly (readonly [string, string])[]) =>
  applyAction(start, {
    fields,
    source,
    origin: "http://localhost",
    action: {
      sourceApp: 3,
      sourceRecord: 7,
      fields: [field("題", "SINGLE_LINE_TEXT"), field("数", "NUMBER"), field("印", "CHECK_BOX")],
      mappings: mappings.map(([srcField, destField]) =>
        srcField === "" ? { srcType: "RECORD_URL", destField } : { srcType: "FIELD", srcField, destField },
      ),
    },
  }).values;

describe("a new record of an app action", () => {
  it("has the mapped values and the address of the record it came from", () => {
    expect(
      run([
        ["題", "名"],
        ["印", "選"],
        ["", "元"],
      ]),
    ).toEqual({
      名: "件名",
      選: ["甲"],
      元: "http://localhost/k/3/show#record=7",
    });
  });

  it("takes a number as text, and leaves a field alone whose kind does not fit or that is hidden or gone", () => {
    expect(run([["数", "名"]])).toMatchObject({ 名: "12" });
    expect(
      run([
        ["印", "名"],
        ["題", "選"],
        ["隠", "元"],
        ["題", "無い"],
      ]),
    ).toEqual(start.values);
  });
});
