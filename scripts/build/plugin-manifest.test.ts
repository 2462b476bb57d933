import { describe, expect, it } from "vitest";
import type { PluginManifest } from "./plugin-manifest.ts";
import { listManifestFiles, parseBuildMark, stampManifest } from "./plugin-manifest.ts";

const manifest: PluginManifest = {
  version: "0.1.0",
  name: { en: "Road map", ja: "工程表" },
  description: { en: "Draws the plan", ja: "あ".repeat(200) },
  icon: "icon.png",
  desktop: { js: ["https://example.com/a.js", "desktop.js"], css: ["desktop.css"] },
  mobile: { js: ["desktop.js"], css: [] },
  config: { html: "config.html", js: [], css: [] },
};

describe("stampManifest", () => {
  it("puts the build into every description within kintone's 200 characters", () => {
    const { description } = stampManifest(manifest, "0123abcd");
    expect(description?.["en"]).toBe("Draws the plan [build 0123abcd]");
    expect(description?.["ja"]).toHaveLength(200);
    expect(parseBuildMark(description?.["ja"] ?? "")).toBe("0123abcd");
  });

  it("finds no build in what another tool packed", () => {
    expect(parseBuildMark("Draws the plan")).toBeNull();
  });
});

describe("listManifestFiles", () => {
  it("names each local file once, web addresses left out", () => {
    expect(listManifestFiles(manifest)).toEqual(["config.html", "desktop.css", "desktop.js", "icon.png"]);
  });
});
