import { afterEach, describe, expect, it, vi } from "vitest";
import { buildSuiteSettings } from "../../../apps-schema/build-suite-settings.ts";
import { createFakeKintone } from "../testing/fake-kintone.ts";
import { loadSettings } from "./load-settings.ts";
import { toPluginConfig } from "./saved-settings.ts";

const file = buildSuiteSettings({ ruleLevels: { "V-C3-2": "hint", "V-C3-5": "hint" } });

function install(pluginConfig: Readonly<Record<string, string>> | null, settingsFile?: unknown) {
  vi.stubGlobal("kintone", createFakeKintone({ pluginConfig }).kintone);
  if (settingsFile !== undefined) {
    vi.stubGlobal("machiDxSettings", settingsFile);
  }
  return vi.spyOn(console, "warn").mockImplementation(() => {});
}

afterEach(() => {
  vi.unstubAllGlobals();
  vi.restoreAllMocks();
});

describe("loadSettings", () => {
  it("uses defaults without a word when nothing was saved or deployed", () => {
    for (const config of [{}, null]) {
      const warn = install(config);
      expect(loadSettings("p")).toEqual({
        environment: { name: "", label: "" },
        app: null,
        apps: {},
        ruleLevels: {},
        ruleNotes: {},
        labels: {},
      });
      expect(warn).not.toHaveBeenCalled();
    }
  });

  it("knows the apps from the settings file", () => {
    install({}, file);
    expect(loadSettings("p")).toMatchObject({ app: "action", apps: { kpi: "3" }, ruleLevels: { "V-C3-2": "hint" } });
  });

  it("puts what the settings page saved over the file", () => {
    const saved = { ruleLevels: { "V-C3-2": "off" as const }, ruleNotes: { "V-C3-2": "試行の間だけ" } };
    install(toPluginConfig(saved), file);
    expect(loadSettings("p")).toMatchObject({
      app: "action",
      ruleLevels: { "V-C3-2": "off", "V-C3-5": "hint" },
      ruleNotes: { "V-C3-2": "試行の間だけ" },
    });
  });

  it.each([
    [{ settings: "{" }, file],
    [{ settings: '{"ruleLevels":{"V-C3-2":"loud"},"ruleNotes":{}}' }, file],
  ])("names unreadable saved settings once and goes on: %j", (config, settingsFile) => {
    const warn = install(config, settingsFile);
    expect(loadSettings("p")).toMatchObject({ app: "action", ruleLevels: { "V-C3-2": "hint" } });
    expect(warn).toHaveBeenCalledTimes(1);
    expect(warn.mock.calls[0]?.[0]).toContain("saved plugin settings");
  });

  it("names an unreadable settings file once and goes on without it", () => {
    const warn = install({}, { ...file, app: "nothing" });
    expect(loadSettings("p").app).toBeNull();
    expect(warn).toHaveBeenCalledTimes(1);
    expect(warn.mock.calls[0]?.[0]).toContain("app");
  });
});
