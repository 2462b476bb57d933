import * as v from "valibot";
import { describe, expect, it } from "vitest";
import { buildSuiteSettings } from "./build-suite-settings.ts";
import { appKeys } from "./schema/app-key.ts";
import { suiteSettingsSchema } from "./suite-settings.ts";

const settings = buildSuiteSettings({ ruleLevels: { "V-C3-1": "hint" } });

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
