import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import { action } from "../apps/action.ts";
import { kpi } from "../apps/kpi.ts";
import { kpiValue } from "../apps/kpi-value.ts";
import { appKeys } from "../schema/app-key.ts";
import type { AppSchema } from "../schema/app-schema.ts";
import type { FieldDeclaration } from "../schema/field-declaration.ts";
import type { RecordOf } from "../schema/record-of.ts";
import { suiteApps } from "../suite.ts";
import { parseRecord } from "./parse-record.ts";
import { toRestRecord } from "./to-rest-record.ts";

describe("toRestRecord", () => {
  it("writes only what is given", () => {
    expect(toRestRecord(action, { action_name: "事業（見本）", $id: "3", $revision: "1", status: "下書き" })).toEqual({
      action_name: { value: "事業（見本）" },
    });
  });

  it("clears a choice and a day with null, a number and a text with nothing", () => {
    expect(toRestRecord(action, { group_kind: "", hours_before: "", activity: "" })).toEqual({
      group_kind: { value: null },
      hours_before: { value: "" },
      activity: { value: "" },
    });
    expect(toRestRecord(kpi, { base_on: "" })).toEqual({ base_on: { value: null } });
  });

  it("leaves an empty radio button out, because kintone cannot clear one", () => {
    expect(toRestRecord(kpi, { is_public: "" })).toEqual({});
    expect(toRestRecord(kpi, { is_public: "公開" })).toEqual({ is_public: { value: "公開" } });
  });

  it("keeps the row id when a row has one", () => {
    const costs = { c_fy: "2026", c_kind: "初期", c_budget: "1", c_settled: "", c_fund: "", c_fund_name: "" } as const;
    const rest = toRestRecord(action, {
      costs: [
        { id: "9", ...costs },
        { id: null, ...costs },
      ],
    });
    expect(rest["costs"]?.value).toMatchObject([
      { id: "9", value: { c_fy: { value: "2026" }, c_fund: { value: null } } },
      {},
    ]);
    expect(rest["costs"]?.value).not.toHaveProperty("1.id");
  });

  it("names people by code and files by key only", () => {
    expect(toRestRecord(action, { owner: [{ code: "tantou", name: "担当者" }] })).toEqual({
      owner: { value: [{ code: "tantou" }] },
    });
    const file = { fileKey: "k", name: "a.pdf", contentType: "application/pdf", size: "1" };
    expect(toRestRecord(kpiValue, { evidence_file: [file] })).toEqual({ evidence_file: { value: [{ fileKey: "k" }] } });
  });

  it.each(appKeys.map((key) => [key]))("comes back the same through parseRecord, for every record of %s", (key) => {
    const schema: AppSchema = suiteApps[key];
    fc.assert(
      fc.property(recordOf(schema), (record) => {
        expect(parseRecord(schema, toRestRecord(schema, record))).toEqual({ record, issues: [] });
      }),
      { numRuns: 30 },
    );
  });
});

/** Any record of the app as kintone could hold it; names of people and of files are not sent back, so they are empty. */
function recordOf(schema: AppSchema): fc.Arbitrary<RecordOf<AppSchema>> {
  return fc.record(valuesOf(schema.fields)).map(trustAsRecord);
}

/** `valuesOf` gives each field a value of its type; TypeScript cannot follow it. */
function trustAsRecord(values: Record<string, unknown>): RecordOf<AppSchema> {
  // oxlint-disable-next-line typescript/no-unsafe-type-assertion
  return values as RecordOf<AppSchema>;
}

function valuesOf(fields: Readonly<Record<string, FieldDeclaration>>): Record<string, fc.Arbitrary<unknown>> {
  const held = Object.entries(fields).filter(([, field]) => field.type !== "REFERENCE_TABLE");
  return Object.fromEntries(held.map(([code, field]) => [code, valueOf(field)]));
}

function valueOf(field: FieldDeclaration): fc.Arbitrary<unknown> {
  switch (field.type) {
    case "SUBTABLE":
      return fc.array(
        fc.record({
          id: fc.option(
            fc.nat().map((id) => String(id + 1)),
            { nil: null },
          ),
          ...valuesOf(field.fields),
        }),
        { maxLength: 3 },
      );
    case "DROP_DOWN":
    case "RADIO_BUTTON":
      return fc.constantFrom(...field.options, "");
    case "CHECK_BOX":
    case "MULTI_SELECT":
      return fc.subarray([...field.options]);
    case "USER_SELECT":
    case "ORGANIZATION_SELECT":
    case "GROUP_SELECT":
      return fc.array(fc.record({ code: fc.string({ minLength: 1 }), name: fc.constant("") }), { maxLength: 2 });
    case "FILE":
      return fc.array(
        fc.record({
          fileKey: fc.uuid(),
          name: fc.constant(""),
          contentType: fc.constant(""),
          size: fc.constant(""),
        }),
        { maxLength: 2 },
      );
    case "DATE":
      return fc.oneof(
        fc.constant(""),
        fc
          .date({ min: new Date("2000-01-01"), max: new Date("2100-12-31"), noInvalidDate: true })
          .map((date) => date.toISOString().slice(0, 10)),
      );
    case "NUMBER":
      return fc.oneof(fc.constant(""), fc.integer().map(String));
    case "LINK":
    case "LOOKUP":
    case "MULTI_LINE_TEXT":
    case "SINGLE_LINE_TEXT":
    case "REFERENCE_TABLE":
      break;
  }
  return fc.string();
}
