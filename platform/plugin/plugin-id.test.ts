import { createHash, generateKeyPairSync } from "node:crypto";
import { describe, expect, it } from "vitest";
import { toPluginId } from "./plugin-id.ts";
import { verifySignature } from "./verify-signature.ts";

describe("toPluginId", () => {
  it("writes the first 32 hex digits of the key's SHA-256 with a to p", () => {
    const key = new TextEncoder().encode("key");
    const hex = createHash("sha256").update("key").digest("hex").slice(0, 32);
    const id = toPluginId(key);
    expect(id).toMatch(/^[a-p]{32}$/u);
    expect(id.replaceAll(/./gu, (letter) => "abcdefghijklmnop".indexOf(letter).toString(16))).toBe(hex);
  });
});

describe("verifySignature", () => {
  it("tells a key that is no RSA key from a signature that is wrong", () => {
    const contents = new Uint8Array([1, 2, 3]);
    const rsa = generateKeyPairSync("rsa", { modulusLength: 1024 }).publicKey.export({ type: "spki", format: "der" });
    const ec = generateKeyPairSync("ec", { namedCurve: "P-256" }).publicKey.export({ type: "spki", format: "der" });
    expect(verifySignature(contents, rsa, new Uint8Array(128))).toBe(false);
    expect(verifySignature(contents, ec, new Uint8Array(64))).toBeNull();
    expect(verifySignature(contents, new Uint8Array([0]), new Uint8Array(128))).toBeNull();
  });
});
