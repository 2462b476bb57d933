import { describe, expect, it } from "vitest";
import { readFieldCodes } from "./read-field-codes.ts";

describe("readFieldCodes", () => {
  it("takes an empty code as one that no field has", () => {
    expect(readFieldCodes({ fields: ["件名", "", "日"] })).toEqual(["件名", "", "日"]);
    expect(readFieldCodes({})).toEqual([]);
  });

  it("refuses what is no text, by its place", () => {
    expect(() => readFieldCodes({ fields: ["件名", { code: "日" }] })).toThrow("CB_VA01");
  });
});
