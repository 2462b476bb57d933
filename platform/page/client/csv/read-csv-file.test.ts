import { describe, expect, it } from "vitest";
import { readCsvTable } from "./read-csv-file.ts";

const bytes = (...values: readonly number[]): ArrayBuffer => Uint8Array.from(values).buffer;
const utf8 = (text: string): ArrayBuffer => new TextEncoder().encode(text).slice().buffer;
/** 件名,値 and 安,10 in Shift_JIS. */
const shiftJis = bytes(0x8c, 0x8f, 0x96, 0xbc, 0x2c, 0x92, 0x6c, 0x0a, 0x88, 0xc0, 0x2c, 0x31, 0x30, 0x0a);
const plain = { headings: ["件名", "値"], rows: [{ line: 2, cells: ["安", "10"] }] };

describe("readCsvTable", () => {
  it("recognises UTF-8 with and without its mark, and Shift_JIS", () => {
    expect(readCsvTable(utf8("件名,値\r\n安,10\r\n"), "auto")).toEqual({ ...plain, encoding: "utf-8" });
    expect(readCsvTable(utf8("\uFEFF件名,値\n安,10"), "auto")).toEqual({ ...plain, encoding: "utf-8" });
    expect(readCsvTable(shiftJis, "auto")).toEqual({ ...plain, encoding: "shift_jis" });
  });

  it("reads what Excel calls Unicode text: UTF-16 with tabs", () => {
    const text = "\uFEFF件名\t値\n安\t10\n";
    const units = Uint16Array.from({ length: text.length }, (_, index) => text.charCodeAt(index));
    const file = bytes(...Array.from(units).flatMap((unit) => [unit & 0xff, unit >> 8]));
    expect(readCsvTable(file, "auto")).toEqual({ ...plain, encoding: "utf-16le" });
  });

  it("says of the wrong encoding and of a workbook what to do", () => {
    expect(readCsvTable(shiftJis, "utf-8")).toHaveProperty("problem");
    expect(readCsvTable(bytes(0x50, 0x4b, 0x03, 0x04, 0x14), "auto")).toMatchObject({
      problem: expect.stringContaining("CSV UTF-8"),
    });
  });
});
