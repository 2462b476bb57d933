import { describe, expect, it } from "vitest";
import type { Town } from "./load-fleet.ts";
import { parseFleetConsents } from "./parse-fleet-consents.ts";
import { loadEnvironment } from "../environment.ts";

const environment = loadEnvironment("local", {});

const towns = ["goka", "sakai"].map((name): Town => ({ name, label: name, wave: "canary", environment }));

describe("parseFleetConsents", () => {
  it("allows a loss in the municipality that is named, or in all", () => {
    const allowed = parseFleetConsents(["goka:dept.fax", "*:kpi.memo.時刻 9:00"], { towns });
    expect(Object.fromEntries(allowed)).toEqual({
      goka: ["dept.fax", "kpi.memo.時刻 9:00"],
      sakai: ["kpi.memo.時刻 9:00"],
    });
  });

  it("refuses a consent that does not say where", () => {
    expect(() => parseFleetConsents(["dept.fax"], { towns })).toThrow("「*:dept.fax」");
    expect(() => parseFleetConsents(["nowhere:dept.fax"], { towns })).toThrow("goka、sakai");
  });
});
