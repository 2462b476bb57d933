import * as v from "valibot";
import { describe, expect, it } from "vitest";
import { appKeys } from "./schema/app-key.ts";
import { type SuiteSettings, suiteSettingsSchema } from "./suite-settings.ts";

const settings: SuiteSettings = {
  format: 1,
  environment: { name: "local", label: "手元" },
  app: "action",
  apps: {
    dept: "1",
    plan_version: "2",
    kpi: "3",
    issue: "4",
    initiative: "5",
    sub_item: "6",
    action: "7",
    kpi_value: "8",
    glossary: "9",
  },
  ruleLevels: { "V-C3-1": "hint" },
  labels: {},
};

describe("suiteSettingsSchema", () => {
  it("accepts the settings file of an app", () => {
    expect(v.parse(suiteSettingsSchema, settings)).toEqual(settings);
  });

  it("refuses another format, an unknown app, a missing app id and an unknown level", () => {
    const broken = [
      { ...settings, format: 2 },
      { ...settings, app: "budget" },
      { ...settings, apps: { ...settings.apps, kpi: "" } },
      { ...settings, apps: Object.fromEntries(appKeys.slice(1).map((key) => [key, "1"])) },
      { ...settings, ruleLevels: { "V-C3-1": "loud" } },
    ];
    expect(broken.filter((value) => v.is(suiteSettingsSchema, value))).toEqual([]);
  });
});
