import { mkdtempSync, rmSync, statSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { buildFixedZip, toFixedZip } from "./contents-zip.ts";
import { loadPluginKey, makePluginKeys } from "./plugin-key.ts";
import { signPlugin } from "./sign-plugin.ts";

const manifest = {
  manifest_version: 1,
  version: "0.1.0",
  type: "APP",
  name: { en: "Test" },
  icon: "icon.png",
  desktop: { js: ["desktop.js"] },
};

const files = {
  "manifest.json": Buffer.from(JSON.stringify(manifest)),
  "icon.png": Buffer.from([1, 2, 3]),
  "desktop.js": Buffer.from("(() => {})();"),
};

let keys = "";

beforeEach(() => {
  keys = mkdtempSync(join(tmpdir(), "machi-dx-keys-"));
  makePluginKeys(keys, ["test", "other"]);
  vi.stubEnv("MACHI_DX_KEYS", keys);
});

afterEach(() => {
  vi.useRealTimers();
  vi.unstubAllEnvs();
  rmSync(keys, { recursive: true, force: true });
});

describe("a packed plugin", () => {
  it("is the same bytes for the same contents and key, whatever the order of files and the time", async () => {
    const reversed = Object.fromEntries(Object.entries(files).toReversed());
    vi.useFakeTimers({ toFake: ["Date"] });
    const first = await pack(files);
    vi.setSystemTime(Date.now() + 86_400_000);
    expect(await pack(reversed)).toEqual(first);
  });

  it("keeps its id with its key", async () => {
    const first = await signPlugin(buildFixedZip(files), loadPluginKey("test").pem);
    const second = await signPlugin(buildFixedZip(files), loadPluginKey("test").pem);
    const other = await signPlugin(buildFixedZip(files), loadPluginKey("other").pem);
    expect(second.id).toBe(first.id);
    expect(other.id).not.toBe(first.id);
  });

  it.skipIf(process.platform === "win32")("is signed with a key that only its owner can read", () => {
    expect(statSync(join(keys, "test.ppk")).mode & 0o777).toBe(0o600);
  });
});

async function pack(contents: Readonly<Record<string, Uint8Array>>): Promise<Buffer> {
  const packed = await signPlugin(buildFixedZip(contents), loadPluginKey("test").pem);
  return Buffer.from(toFixedZip(packed.plugin));
}
