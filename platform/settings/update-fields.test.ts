import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import { createPlace, placeOf } from "./fault.ts";
import { createTestApp } from "./test-settings.ts";
import { toProperties } from "./to-properties.ts";
import { renamedCodes, updateFields } from "./update-fields.ts";

const word = fc.stringMatching(/^[a-z]{1,8}$/u);
const options = fc
  .uniqueArray(fc.oneof(word, fc.constantFrom("constructor", "__proto__", "toString", "甲", "1")), {
    minLength: 1,
    maxLength: 5,
  })
  .map((names) => Object.fromEntries(names.map((name, index) => [name, { label: name, index }])));
const common = { label: word, noLabel: fc.boolean(), required: fc.boolean() };

const simpleField = fc.oneof(
  fc.record({
    type: fc.constant("SINGLE_LINE_TEXT"),
    ...common,
    unique: fc.boolean(),
    maxLength: fc.nat(64),
    defaultValue: word,
  }),
  fc.record({
    type: fc.constant("NUMBER"),
    ...common,
    maxValue: fc.integer(),
    unit: word,
    digit: fc.constantFrom("true", false),
  }),
  fc.record({ type: fc.constantFrom("DROP_DOWN", "RADIO_BUTTON", "CHECK_BOX", "MULTI_SELECT"), ...common, options }),
  fc.record({ type: fc.constantFrom("DATE", "TIME", "DATETIME"), ...common, defaultNowValue: fc.boolean() }),
  fc.record({ type: fc.constantFrom("FILE", "LINK", "RICH_TEXT", "MULTI_LINE_TEXT", "USER_SELECT"), ...common }),
);

const properties = fc.array(fc.tuple(simpleField, fc.boolean()), { minLength: 1, maxLength: 8 }).map((list) => {
  const fields = list.map(([field, inTable], index) => ({ ...field, code: `f${index}`, inTable }));
  const plain = fields.filter(({ inTable }) => !inTable).map((field) => [field.code, field] as const);
  const inner = fields.filter(({ inTable }) => inTable).map((field) => [field.code, field] as const);
  const table = { type: "SUBTABLE", code: "t", label: "t", fields: Object.fromEntries(inner) };
  return Object.fromEntries<object>(inner.length === 0 ? plain : [...plain, ["t", table]]);
});

describe("updateFields", () => {
  it("changes nothing when it is given what GET answers", () => {
    fc.assert(
      fc.property(properties, (sent) => {
        const app = createTestApp(sent);
        expect(app.faults).toEqual([]);
        const place = createPlace();
        // Through JSON, as a client sends it.
        const answered: unknown = JSON.parse(JSON.stringify(toProperties(app.settings)));
        const again = updateFields(placeOf(place, "properties"), answered, app);
        expect(place.faults).toEqual([]);
        expect(again).toEqual(app.settings);
      }),
    );
  });

  it("swaps two codes in one request and knows both moves", () => {
    const app = createTestApp({
      a: { type: "SINGLE_LINE_TEXT", code: "a", label: "A" },
      b: { type: "SINGLE_LINE_TEXT", code: "b", label: "B" },
    });
    const place = createPlace();
    const swapped = updateFields(placeOf(place, "properties"), { a: { code: "b" }, b: { code: "a" } }, app);
    expect(place.faults).toEqual([]);
    expect(toProperties(swapped)).toMatchObject({ a: { label: "B" }, b: { label: "A" } });
    expect([...renamedCodes(app.settings.fields, swapped.fields)]).toEqual([
      ["a", "b"],
      ["b", "a"],
    ]);
  });

  it("keeps the number of an option that gets another name and gives new options new numbers", () => {
    const app = createTestApp({
      c: {
        type: "DROP_DOWN",
        code: "c",
        label: "C",
        options: { x: { label: "x", index: 0 }, y: { label: "y", index: 1 } },
      },
    });
    const before = app.settings.fields.at(-1)?.optionIds;
    const sent = { c: { options: { x: { label: "z", index: 1 }, x2: { label: "x2", index: 0 } } } };
    const after = updateFields(createPlace("properties"), sent, app).fields.at(-1)?.optionIds;
    expect(after?.["z"]).toBe(before?.["x"]);
    expect(Object.values(before ?? {})).not.toContain(after?.["x2"]);
  });

  it("says which key is wrong and takes the rest as it was", () => {
    const app = createTestApp({ a: { type: "DATE", code: "a", label: "A", defaultValue: "2026-04-01" } });
    const place = createPlace();
    updateFields(placeOf(place, "properties"), { a: { defaultValue: "2026-02-30", required: "yes" } }, app);
    expect(place.faults.map(({ path }) => path).toSorted()).toEqual([
      "properties[a].defaultValue",
      "properties[a].required",
    ]);
  });
});
