import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { knownAppIds, openStateFile } from "./state-file.ts";

const local = { name: "local", baseUrl: "http://localhost:1", isLocal: true };
const remote = { name: "honban", baseUrl: "https://a.cybozu.com", isLocal: false };

let folder = "";

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), "machi-dx-state-"));
});

afterEach(() => {
  rmSync(folder, { recursive: true, force: true });
});

describe("the state file", () => {
  it("is there again after a restart, for the local platform also on another port", () => {
    const state = openStateFile(folder, local);
    state.saveApp("dept", { id: "5", hasDraft: true });
    state.saveSample("removed");
    const again = openStateFile(folder, { ...local, baseUrl: "http://localhost:2" });
    expect([...knownAppIds(again)]).toEqual([["dept", "5"]]);
    expect([again.hasDraft("dept", "5"), again.hasDraft("dept", "6"), again.sample()]).toEqual([
      true,
      false,
      "removed",
    ]);
  });

  it("forgets a domain that moved: ids of one domain mean nothing in another", () => {
    openStateFile(folder, remote).saveApp("dept", { id: "5", hasDraft: false });
    expect([...knownAppIds(openStateFile(folder, { ...remote, baseUrl: "https://b.cybozu.com" }))]).toEqual([]);
  });

  it("remembers which app was being created until its id is known", () => {
    const state = openStateFile(folder, remote);
    state.saveCreating("kpi");
    state.saveApp("dept", { id: "5", hasDraft: false });
    expect(openStateFile(folder, remote).creating()).toBe("kpi");
    state.saveApp("kpi", { id: "6", hasDraft: true });
    expect(openStateFile(folder, remote).creating()).toBeUndefined();
  });

  it("counts as empty when it cannot be read", () => {
    writeFileSync(join(folder, "local.json"), "{ half");
    expect([...knownAppIds(openStateFile(folder, local))]).toEqual([]);
  });
});
