import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { createHash } from "node:crypto";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { dept } from "../../../apps-schema/apps/dept.ts";
import type { Release } from "./release-store.ts";
import { checkTag, listReleases, loadRelease, saveRelease } from "./release-store.ts";

let folder = "";
let release: Release;

beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), "machi-dx-release-"));
  const zip = join(folder, "built.zip");
  writeFileSync(zip, "signed");
  const sha256 = createHash("sha256").update("signed").digest("hex");
  const names = { ja: "工程表", en: "Road map" };
  const plugin = {
    plugin: "roadmap",
    id: "a",
    version: "1",
    name: names,
    build: "b",
    zip,
    sha256,
    key: "town",
  } as const;
  release = { tag: "令和8年12月", at: "2026-12-01", by: "admin", declared: "h", apps: [dept], plugins: [plugin] };
});

afterAll(() => {
  rmSync(folder, { recursive: true, force: true });
});

describe("a release", () => {
  it("is kept whole, with the plugin file as it was signed, and refused when it was touched", () => {
    saveRelease(folder, release);
    saveRelease(folder, { ...release, tag: "later", at: "2026-12-02" });
    rmSync(join(folder, "built.zip"));
    const loaded = loadRelease(folder, "令和8年12月");
    expect(loaded.apps).toEqual(JSON.parse(JSON.stringify([dept])));
    expect(readFileSync(loaded.plugins[0]?.zip ?? "", "utf8")).toBe("signed");
    expect(listReleases(folder).map(({ tag }) => tag)).toEqual(["later", "令和8年12月"]);

    const file = join(folder, "releases/later.json");
    writeFileSync(file, readFileSync(file, "utf8").replace("課名", "別名"));
    expect(() => loadRelease(folder, "later")).toThrow("壊れています");
    expect(listReleases(folder).map(({ tag }) => tag)).toEqual(["令和8年12月"]);
  });

  it("is asked for by a name that there is, and given one that there is not", () => {
    expect(() => loadRelease(folder, "gone")).toThrow("あるのは 令和8年12月");
    expect(() => loadRelease(folder, "../honban")).toThrow("../honban");
    expect(() => checkTag(folder, "../x")).toThrow("使えません");
    expect(() => checkTag(folder, "令和8年12月")).toThrow("もうあります");
    expect(() => checkTag(folder, "v1.2+3")).not.toThrow();
  });
});
