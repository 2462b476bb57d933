import { describe, expect, it } from "vitest";
import type { CustomizeSettings } from "../store/app-settings.ts";
import { listOrigins, listPageFiles } from "./list-page-files.ts";

const customize: CustomizeSettings = {
  scope: "ALL",
  desktop: {
    js: [
      { type: "URL", url: "https://cdn.example/a.js" },
      { type: "FILE", file: { fileKey: "key 1", name: "設定.js", contentType: "text/javascript", size: "1" } },
    ],
    css: [{ type: "URL", url: "https://cdn.example/a.css" }],
  },
  mobile: { js: [{ type: "URL", url: "https://cdn.example/m.js" }], css: [] },
};
const plugins = [
  { id: "new", version: "2", js: ["desktop.js", "./lib/b c.js"], css: ["desktop.css"] },
  { id: "styles", version: "1", js: [], css: ["only.css"] },
  { id: "old", version: "1", js: ["https://cdn.example/p.js"], css: [] },
];
const page = { appId: 7, customize, device: "desktop" as const, isAppAdmin: false, plugins };

describe("listPageFiles", () => {
  it("loads the app's scripts, then each plugin's after its id, in the order given", () => {
    expect(listPageFiles(page).scripts).toEqual([
      { kind: "file", url: "https://cdn.example/a.js" },
      { kind: "file", url: "/k/platform/customize/7/key%201/%E8%A8%AD%E5%AE%9A.js" },
      { kind: "plugin", pluginId: "new" },
      { kind: "file", url: "/k/platform/plugin/new/2/desktop.js" },
      { kind: "file", url: "/k/platform/plugin/new/2/lib/b%20c.js" },
      { kind: "plugin", pluginId: "old" },
      { kind: "file", url: "https://cdn.example/p.js" },
    ]);
  });

  it("loads the styles in the same order", () => {
    expect(listPageFiles(page).styles).toEqual([
      "https://cdn.example/a.css",
      "/k/platform/plugin/new/2/desktop.css",
      "/k/platform/plugin/styles/1/only.css",
    ]);
  });

  it("takes the mobile files on mobile pages", () => {
    expect(listPageFiles({ ...page, device: "mobile", plugins: [] }).scripts).toEqual([
      { kind: "file", url: "https://cdn.example/m.js" },
    ]);
  });

  it.each([
    ["ADMIN", false, 0],
    ["ADMIN", true, 2],
    ["NONE", true, 0],
    ["ALL", false, 2],
  ] as const)("with scope %s and administrator %s loads %i files of the app", (scope, isAppAdmin, count) => {
    const files = listPageFiles({ ...page, customize: { ...customize, scope }, isAppAdmin, plugins: [] });
    expect(files.scripts).toHaveLength(count);
  });

  it("names the other origins once, for the page's security policy", () => {
    expect(listOrigins(listPageFiles(page))).toEqual(["https://cdn.example"]);
  });
});
