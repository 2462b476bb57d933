import { describe, expect, it } from "vitest";
import { buildStartRecord } from "./start-values.ts";
import { buildField, buildTable } from "./testing-fields.ts";

// 22 November, 08:30 in Japan, still the day before in UTC.
const context = {
  now: new Date("2026-11-21T23:30:45Z"),
  timeZone: "Asia/Tokyo",
  user: { code: "tantou", name: "担当" },
};

describe("a new record", () => {
  it("starts with today in the user's time zone where the field says so", () => {
    const fields = ["DATE", "TIME", "DATETIME"].map((type) => buildField(type, type, { defaultNowValue: true }));
    expect(buildStartRecord(fields, context).values).toEqual({
      DATE: "2026-11-22",
      TIME: "08:30",
      DATETIME: "2026-11-21T23:30:00Z",
    });
  });

  it("starts with the defaults of the settings, the signed-in user among them", () => {
    const fields = [
      buildField("a", "RADIO_BUTTON", { defaultValue: "重点" }),
      buildField("b", "CHECK_BOX", { defaultValue: ["甲"] }),
      buildField("c", "USER_SELECT", { defaultValue: [{ code: "LOGINUSER()", type: "FUNCTION" }] }),
      buildField("d", "NUMBER", { defaultValue: "" }),
    ];
    expect(buildStartRecord(fields, context).values).toEqual({
      a: "重点",
      b: ["甲"],
      c: [{ code: "tantou", name: "担当" }],
      d: "",
    });
  });

  it("has one row in each table and no system fields", () => {
    const fields = [
      buildTable("t", [buildField("x", "NUMBER", { defaultValue: "1" })]),
      buildField("n", "RECORD_NUMBER"),
    ];
    expect(buildStartRecord(fields, context).values).toMatchObject({ t: [{ id: null, values: { x: "1" } }] });
    expect(buildStartRecord(fields, context).values).not.toHaveProperty("n");
  });
});
