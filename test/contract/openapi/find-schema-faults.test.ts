import { describe, expect, it } from "vitest";
import { findSchemaFaults } from "./find-schema-faults.ts";

const document = {
  components: { schemas: { Person: { type: "object", properties: { code: { type: "string" } }, required: ["code"] } } },
};
const person = { $ref: "#/components/schemas/Person" };
const list = { type: "array", items: person };
const problemsOf = (value: unknown, schema: unknown) =>
  findSchemaFaults(value, schema, { document }).map(({ path, problem }) => `${path} ${problem}`);

describe("the comparison with the official description", () => {
  it("takes decimal strings for integers and null anywhere, as kintone answers them", () => {
    expect(problemsOf({ id: "12", space: null }, { properties: { id: { type: "integer" }, space: person } })).toEqual(
      [],
    );
  });

  it("follows references into lists and maps", () => {
    expect(problemsOf([{ code: 1 }], list)).toEqual(["[0].code is 1, not string"]);
    expect(problemsOf({ a: [{ code: "x" }, "y"] }, { additionalProperties: list })).toEqual([
      '.a[1] is "y", not object',
    ]);
  });

  it("tells keys that are missing and words that are not allowed", () => {
    const schema = { properties: { type: { type: "string", enum: ["A", "B"] }, extra: {} } };
    expect(problemsOf({ type: "C" }, schema)).toEqual([
      '.type "C" is not one of A, B',
      ".extra is described and missing",
    ]);
    expect(problemsOf({}, person)).toEqual([".code is required and missing", ".code is described and missing"]);
  });

  it("judges a choice by the shape that comes closest", () => {
    const schema = { anyOf: [{ properties: { a: {}, b: {} } }, { properties: { a: {} } }] };
    expect(problemsOf({ a: 1 }, schema)).toEqual([]);
    expect(problemsOf({}, schema)).toEqual([".a is described and missing"]);
  });
});
