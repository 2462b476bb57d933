import { describe, expect, it } from "vitest";
import { suiteApps } from "../../../apps-schema/suite.ts";
import { buildEventRecord } from "../testing/build-event-record.ts";
import { findAppOfRecord, judgedSchemas, listChangingCodes, listPossibleApps } from "./judged-app.ts";

describe("which app", () => {
  it("is the one of the settings file, or one of three without a file, or none", () => {
    expect(listPossibleApps("kpi")).toEqual(["kpi"]);
    expect(listPossibleApps("dept")).toEqual([]);
    expect(listPossibleApps(null)).toEqual(["action", "kpi", "kpi_value"]);
  });

  it("is called, known by its key and made of fields as it is declared", () => {
    for (const app of listPossibleApps(null)) {
      const { name, keyField, fields } = suiteApps[app];
      expect(judgedSchemas[app]).toEqual({ name, keyField, fields });
    }
  });

  it("is told by the key field where there is no settings file", () => {
    const possible = listPossibleApps(null);
    for (const app of possible) {
      expect(findAppOfRecord(possible, buildEventRecord(app))).toBe(app);
    }
    expect(findAppOfRecord(possible, { title: { type: "SINGLE_LINE_TEXT", value: "" } })).toBeNull();
  });
});

describe("listChangingCodes", () => {
  it("names fields and cells that have change events, and no others", () => {
    const codes = listChangingCodes(["action"]);
    expect(codes).toEqual(expect.arrayContaining(["target_who", "phases", "ph_from", "c_budget"]));
    expect(codes).not.toEqual(expect.arrayContaining(["ideal_state"]));
    expect(codes).not.toEqual(expect.arrayContaining(["sub_item_id"]));
  });
});
