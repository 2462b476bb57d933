import { afterEach, describe, expect, it } from "vitest";
import { firstPreference } from "../../../store/user-preference.ts";
import { buildField } from "../record/testing-fields.ts";
import { formatValue } from "../field/format-value.ts";
import { domainFunctions } from "../kintone/domain-functions.ts";
import { pageState } from "../kintone/page-state.ts";
import { testBootstrap } from "../kintone/testing-bootstrap.ts";
import { formatClock } from "./format-clock.ts";

function readWith(timeFormat: "TWELVE" | "TWENTY_FOUR", language: "ja" | "en" = "ja"): void {
  pageState.bootstrap = {
    ...testBootstrap("APP_DETAIL"),
    language,
    preference: { ...firstPreference, timeFormat },
  };
}

afterEach(() => {
  pageState.bootstrap = null;
});

describe("the reader's clock", () => {
  it("has twelve hours where the reader chose them", () => {
    readWith("TWELVE");
    expect(["00:05", "09:30", "12:00", "23:59"].map(formatClock)).toEqual([
      "午前12:05",
      "午前9:30",
      "午後12:00",
      "午後11:59",
    ]);
    readWith("TWELVE", "en");
    expect(["00:05", "14:30"].map(formatClock)).toEqual(["12:05 AM", "2:30 PM"]);
    readWith("TWENTY_FOUR");
    expect(formatClock("14:30")).toBe("14:30");
    expect(formatClock("")).toBe("");
  });

  it("is that of every time on the pages, in the reader's time zone", () => {
    readWith("TWELVE");
    const moment = buildField("at", "DATETIME");
    expect(formatValue(moment, "2026-11-22T05:30:00Z")).toBe("2026/11/22 午後2:30");
    expect(formatValue(buildField("time", "TIME"), "14:30")).toBe("午後2:30");
    expect(formatValue(buildField("sum", "CALC", { format: "TIME" }), "14:30")).toBe("午後2:30");
    readWith("TWENTY_FOUR");
    expect(formatValue(moment, "2026-11-22T05:30:00Z")).toBe("2026/11/22 14:30");
  });

  it("is what getUserPreference tells", async () => {
    readWith("TWELVE");
    expect(await domainFunctions.getUserPreference()).toEqual({ ...firstPreference, timeFormat: "TWELVE" });
  });
});
