import { describe, expect, it } from "vitest";
import { addFields } from "./add-fields.ts";
import { createPlace, placeOf } from "./fault.ts";
import { createTestApp } from "./test-settings.ts";
import { toProperties } from "./to-properties.ts";

const text = (code: string) => ({ type: "SINGLE_LINE_TEXT", code, label: code });

describe("addFields", () => {
  it("keeps unique only outside tables and for the five types, silently, as kintone does", () => {
    const { settings } = createTestApp({
      a: { ...text("a"), unique: true },
      m: { type: "MULTI_LINE_TEXT", code: "m", label: "m", unique: true },
      t: { type: "SUBTABLE", code: "t", label: "t", fields: { b: { ...text("b"), unique: true } } },
    });
    expect(toProperties(settings)).toMatchObject({ a: { unique: true }, t: { fields: { b: { unique: false } } } });
    expect(toProperties(settings)["m"]).not.toHaveProperty("unique");
  });

  it("adds a column to a table that is there, also in the layout", () => {
    const app = createTestApp({ t: { type: "SUBTABLE", code: "t", label: "t", fields: { b: text("b") } } });
    const place = createPlace();
    const sent = { t: { type: "SUBTABLE", code: "t", fields: { c: text("c") } } };
    const grown = addFields(placeOf(place, "properties"), sent, app);
    expect(place.faults).toEqual([]);
    expect(grown.layout).toMatchObject([{ type: "SUBTABLE", code: "t", fields: [{ code: "b" }, { code: "c" }] }]);
  });

  it("refuses tables in tables, tables without fields and more fields than an app can have", () => {
    const inner = { type: "SUBTABLE", code: "u", label: "u", fields: { x: text("x") } };
    const nested = createTestApp({
      t: { type: "SUBTABLE", code: "t", label: "t", fields: { u: inner, x: text("x") } },
    });
    expect(nested.faults.map(({ path }) => path)).toEqual(["properties[t].fields[u].type"]);
    const empty = createTestApp({ t: { type: "SUBTABLE", code: "t", label: "t", fields: {} } });
    expect(empty.faults.map(({ path }) => path)).toEqual(["properties[t].fields"]);
    const many = Object.fromEntries(Array.from({ length: 493 }, (_, index) => [`f${index}`, text(`f${index}`)]));
    expect(createTestApp(many).faults.map(({ path }) => path)).toEqual(["properties"]);
  });

  it.each(["1a", "a b", "a-b", "a.b", "a(b)", "", "あ！", "$id", "レコード番号"])("refuses the code %j", (code) => {
    expect(createTestApp({ [code]: text(code) }).faults.map(({ path }) => path)).toContain(`properties[${code}].code`);
  });

  it.each(["a", "項目_1", "数値（％）".slice(0, 2), "ＡＢ＿", "売上・原価", "ｶﾀｶﾅ", "a1", "￥金額"])(
    "takes the code %j",
    (code) => {
      expect(createTestApp({ [code]: text(code) }).faults).toEqual([]);
    },
  );
});
