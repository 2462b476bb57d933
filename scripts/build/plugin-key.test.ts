import { existsSync, mkdtempSync, readFileSync, rmSync, statSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { inRepository } from "../cli/repository-root.ts";
import { loadPluginKey, makePluginKeys } from "./plugin-key.ts";

let folder = "";

beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), "machi-dx-keys-"));
});

afterAll(() => {
  rmSync(folder, { recursive: true, force: true });
});

describe("loadPluginKey", () => {
  it("makes a development key on first use, outside of the repository and for nobody else, and keeps it", () => {
    const first = loadPluginKey("new-plugin", { XDG_DATA_HOME: folder });
    expect(first).toMatchObject({ isDevelopment: true, pem: expect.stringMatching(/^-----BEGIN RSA PRIVATE KEY/u) });
    expect(loadPluginKey("new-plugin", { XDG_DATA_HOME: folder })).toEqual(first);
    expect(statSync(join(folder, "machi-dx/development-keys/new-plugin.ppk")).mode & 0o077).toBe(0);
    expect(existsSync(inRepository(".keys/new-plugin.ppk"))).toBe(false);
  });

  it("makes no key in the town's folder, because another key is another plugin", () => {
    const empty = join(folder, "empty");
    expect(() => loadPluginKey("new-plugin", { MACHI_DX_KEYS: empty })).toThrow("--make-keys");
    expect(existsSync(empty)).toBe(false);
    expect(() => loadPluginKey("new-plugin", { MACHI_DX_KEYS: inRepository(".keys") })).toThrow("リポジトリの外");
  });
});

describe("makePluginKeys", () => {
  it("makes the keys that a town's environments share, once", () => {
    const town = join(folder, "town");
    const [file = ""] = makePluginKeys(town, ["one", "two"]);
    expect(loadPluginKey("one", { MACHI_DX_KEYS: town })).toEqual({
      pem: readFileSync(file, "utf8"),
      isDevelopment: false,
    });
    expect(() => makePluginKeys(town, ["two", "three"])).toThrow("上書きしません");
    expect(existsSync(join(town, "three.ppk"))).toBe(false);
    expect(() => makePluginKeys(inRepository(".data/keys"), ["one"])).toThrow("リポジトリの外");
  });
});
