import { describe, expect, it } from "vitest";
import { readLookup } from "../field/field-settings.ts";
import { fieldsByCode } from "./form-record.ts";
import { buildKeyQuery, buildPickerQuery, clearLookup, copyFromSource, quote } from "./lookup.ts";
import { readRestRecord } from "./read-rest-record.ts";
import { buildField, deptLookup, sampleFields, sampleRecord } from "./testing-fields.ts";

const found = readLookup(deptLookup);
if (found === null) {
  throw new Error("no lookup");
}
const lookup = found;
const form = readRestRecord(sampleFields, sampleRecord);
const fields = fieldsByCode(sampleFields);
const path = { code: "dept" };

describe("a lookup", () => {
  it("asks for exactly one key, within its filter", () => {
    expect(buildKeyQuery(lookup, 'D"1')).toBe(String.raw`code = "D\"1" limit 2`);
    const filtered = { ...lookup, filterCond: 'live in ("はい") or size > 3' };
    expect(buildKeyQuery(filtered, "D1")).toBe('(live in ("はい") or size > 3) and code = "D1" limit 2');
  });

  it("lists candidates in its order, narrowed by words", () => {
    expect(buildPickerQuery(lookup, "")).toBe("order by code asc limit 500");
    expect(buildPickerQuery(lookup, "総")).toBe('code like "総" order by code asc limit 500');
  });

  it("escapes what would end a query's text", () => {
    expect(quote(String.raw`a"b\c`)).toBe(String.raw`"a\"b\\c"`);
  });

  it("copies its fields and remembers where from", () => {
    const source = { $id: { value: "3" }, code: { value: "D9" }, name: { value: "税務課" } };
    const { record, filled } = copyFromSource(form, { path, lookup, fields }, source);
    expect(record.values).toMatchObject({ dept: "D9", dept_name: "税務課" });
    expect(record.lookups["dept"]).toEqual({ confirmed: true, recordId: "3" });
    expect(filled).toEqual([{ code: "dept_name" }]);
  });

  it("copies a calculated number into a number field, but no date", () => {
    const target = fieldsByCode([...fields.values(), buildField("amount", "NUMBER")]);
    const mapped = { ...lookup, mappings: [{ field: "amount", relatedField: "total" }] };
    const copy = (value: string) =>
      copyFromSource(form, { path, lookup: mapped, fields: target }, { code: { value: "D9" }, total: { value } })
        .record;
    expect(copy("1234.5").values).toMatchObject({ amount: "1234.5" });
    expect(copy("2026-04-01").values).toMatchObject({ amount: "" });
  });

  it("empties its fields with its key", () => {
    const { record } = clearLookup(form, { path, lookup, fields });
    expect(record.values).toMatchObject({ dept: "", dept_name: "" });
    expect(record.lookups["dept"]?.confirmed).toBe(false);
  });
});
