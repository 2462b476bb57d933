import { describe, expect, it } from "vitest";
import { toLineFaults } from "./upload-batch.ts";

const fields = [
  { code: "name", label: "氏名", type: "SINGLE_LINE_TEXT", table: null, isUnique: false, isRequired: false },
  { code: "qty", label: "数量", type: "NUMBER", table: "lines", isUnique: false, isRequired: false },
];
const uploads = [
  { lines: [2], key: "", record: {} },
  { lines: [3, 4, 5], key: "", record: {} },
];

describe("toLineFaults", () => {
  it("names the line of the file and the field's label, also inside a table and with the code in brackets", () => {
    const errors = {
      "records[0].name.value": { messages: ["必須です。"] },
      "records[1].lines.value[2].value[qty].value": { messages: ["数字でなければなりません。"] },
    };
    expect(toLineFaults({ code: "CB_VA01", id: "x", message: "", errors }, uploads, fields)).toEqual([
      { line: 2, field: "氏名", reason: "必須です。" },
      { line: 5, field: "数量", reason: "数字でなければなりません。" },
    ]);
  });

  it("gives the refusal itself when it names no place", () => {
    const refusal = { code: "GAIA_RE01", id: "x", message: "見つかりません。" };
    expect(toLineFaults(refusal, uploads, fields)).toEqual([{ line: 2, field: null, reason: "見つかりません。" }]);
  });
});
