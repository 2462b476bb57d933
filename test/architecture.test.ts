import { resolve } from "node:path";
import { describe, expect, it } from "vitest";
import { findViolations } from "./architecture/find-violations.ts";
import { readSources } from "./architecture/read-imports.ts";

const sources = readSources(resolve(import.meta.dirname, ".."));

function countIn(folder: string): number {
  return sources.filter(({ path }) => path.startsWith(folder)).length;
}

describe("the house", () => {
  it("keeps every arrow of docs/architecture.md and has no import cycle", () => {
    expect(findViolations(sources)).toStrictEqual([]);
  });

  it("was read whole", () => {
    expect(countIn("apps-schema/")).toBeGreaterThan(25);
    expect(countIn("domain/")).toBeGreaterThan(25);
    expect(countIn("plugins/")).toBeGreaterThan(60);
    expect(countIn("platform/")).toBeGreaterThan(150);
    expect(countIn("scripts/")).toBeGreaterThan(25);
  });
});

describe("the canary", () => {
  const planted: [string, string, string][] = [
    ["domain/rules/a.ts", 'import { x } from "../../plugins/core/x.ts";', "must not import plugins/core/x.ts"],
    ["apps-schema/a.ts", 'import { x } from "../domain/x.ts";', "must not import domain/x.ts"],
    ["plugins/a/view/b.ts", 'import { x } from "../../b/model/x.ts";', "must not import plugins/b/model/x.ts"],
    ["plugins/core/ui/b.ts", 'import { x } from "../../roadmap/x.ts";', "must not import plugins/roadmap/x.ts"],
    ["plugins/a/model/b.ts", 'import { x } from "../view/x.tsx";', "a model must not import a view"],
    ["plugins/a/model/c.ts", 'import { useState } from "react";', "a model must not import React"],
    ["plugins/a/desktop.ts", "kintone.events.on([], show);", "only plugins/core/kintone names the kintone object"],
    ["platform/api/a.ts", 'import { x } from "../../apps-schema/x.ts";', "must not import apps-schema/x.ts"],
    ["scripts/deploy/a.ts", 'import { x } from "../../platform/server.ts";', "must not import platform/server.ts"],
    ["domain/b.ts", 'import { readFileSync } from "node:fs";', "node:fs is not for this folder"],
    ["domain/c.ts", 'export { x } from "../scripts/x.ts";', "must not import scripts/x.ts"],
  ];

  it.each(planted)("reports what is planted in %s", (path, text, message) => {
    expect(findViolations([{ path, text }])).toStrictEqual([expect.stringContaining(message)]);
  });

  it("reports a cycle and leaves type imports out of it", () => {
    const cycle = [
      { path: "domain/a.ts", text: 'import { b } from "./b.ts";' },
      { path: "domain/b.ts", text: 'import { a } from "./a.ts";' },
    ];
    expect(findViolations(cycle)).toStrictEqual(["import cycle: domain/a.ts → domain/b.ts → domain/a.ts"]);
    const typesOnly = [cycle[0], { path: "domain/b.ts", text: 'import type { A } from "./a.ts";' }].filter(
      (file) => file !== undefined,
    );
    expect(findViolations(typesOnly)).toStrictEqual([]);
  });
});
