import { describe, expect, it } from "vitest";
import { createPlace } from "./fault.ts";
import { parsePluginConfig } from "./plugin-config.ts";

const faultsOf = (config: unknown): number => {
  const place = createPlace("config");
  parsePluginConfig(place, config);
  return place.faults.length;
};

describe("parsePluginConfig", () => {
  it("takes values of 65,535 characters and no longer ones", () => {
    expect(faultsOf({ key: "x".repeat(65_535) })).toBe(0);
    expect(faultsOf({ key: "x".repeat(65_536) })).toBe(1);
  });

  it("takes 256 KB in all, keys included, and no more", () => {
    const four = Object.fromEntries(["a", "b", "c", "d"].map((key) => [key, "x".repeat(60_000)]));
    const rest = 256 * 1024 - 4 * 60_001 - 1;
    expect(faultsOf({ ...four, e: "x".repeat(rest) })).toBe(0);
    expect(faultsOf({ ...four, e: "x".repeat(rest + 1) })).toBe(1);
  });

  it("keeps any ASCII key, __proto__ too, and refuses other keys and values that are no text", () => {
    const config: unknown = JSON.parse('{"__proto__":"p","a b":"c"}');
    expect(Object.entries(parsePluginConfig(createPlace(), config))).toEqual([
      ["__proto__", "p"],
      ["a b", "c"],
    ]);
    expect(faultsOf({ 鍵: "x", b: null, c: 1 })).toBe(3);
    expect(faultsOf([])).toBe(1);
  });
});
