import { describe, expect, it } from "vitest";
import { refuseUnusableProxy } from "./proxy.ts";

const url = "https://goka.cybozu.com";
const proxy = { HTTPS_PROXY: "http://user:geheim@proxy.example:8080" };

describe("refuseUnusableProxy", () => {
  it("refuses where a proxy is set and this Node.js would go past it, without its password", () => {
    expect(() => refuseUnusableProxy(url, proxy, "20.19.0")).toThrow(/HTTPS_PROXY.*NODE_USE_ENV_PROXY=1/u);
    expect(() => refuseUnusableProxy(url, { https_proxy: "x" }, "20.19.0")).toThrow("https_proxy");
    expect(() => refuseUnusableProxy(url, proxy, "20.19.0")).not.toThrow(/geheim/u);
    expect(() => refuseUnusableProxy(url, { ...proxy, NODE_USE_ENV_PROXY: "1" }, "22.9.0")).toThrow("22.9.0");
  });

  it.each([
    ["no proxy", {}, "20.19.0"],
    ["a Node.js that uses it", { ...proxy, NODE_USE_ENV_PROXY: "1" }, "24.1.0"],
    ["the host in NO_PROXY", { ...proxy, NO_PROXY: "localhost, goka.cybozu.com" }, "20.19.0"],
    ["its domain in NO_PROXY", { ...proxy, NO_PROXY: ".cybozu.com:443" }, "20.19.0"],
    ["everything in NO_PROXY", { ...proxy, no_proxy: "*" }, "20.19.0"],
  ])("goes on with %s", (_, variables, version) => {
    expect(() => refuseUnusableProxy(url, variables, version)).not.toThrow();
  });

  it.each(["example.com", "cybozu.com:8443", "oka.cybozu.com"])("is not fooled by NO_PROXY=%s", (name) => {
    expect(() => refuseUnusableProxy(url, { ...proxy, NO_PROXY: name }, "20.19.0")).toThrow("HTTPS_PROXY");
  });

  it("leaves the platform of this machine alone", () => {
    expect(() => refuseUnusableProxy("http://localhost:8400", { HTTP_PROXY: "x" }, "20.19.0")).not.toThrow();
  });
});
