import { describe, expect, it } from "vitest";
import { createCredentialCache } from "./credential-cache.ts";
import { hashPassword, hashPasswordNow, verifyPassword } from "./password.ts";

describe("passwords", () => {
  it("are stored salted and recognised again", async () => {
    const hash = await hashPassword("ひみつ");
    expect(hash).toMatch(/^scrypt:16384:8:5:[\w-]+:[\w-]+$/u);
    expect(await hashPassword("ひみつ")).not.toBe(hash);
    expect(await verifyPassword("ひみつ", hash)).toBe(true);
    expect(await verifyPassword("ひみづ", hash)).toBe(false);
    expect(await verifyPassword("x", hashPasswordNow("x"))).toBe(true);
  });

  it("do not match a hash of another kind", async () => {
    expect(await verifyPassword("x", "x")).toBe(false);
    expect(await verifyPassword("", "")).toBe(false);
  });

  it("are remembered only for the hash they were verified against", () => {
    const cache = createCredentialCache();
    cache.remember("admin", "secret", "hash 1");
    expect(cache.isVerified("admin", "secret", "hash 1")).toBe(true);
    expect(cache.isVerified("admin", "secret", "hash 2")).toBe(false);
    expect(cache.isVerified("adminsecret", "", "hash 1")).toBe(false);
  });
});
