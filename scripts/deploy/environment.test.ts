import { describe, expect, it } from "vitest";
import { loadEnvironment, parseEnvironment } from "./environment.ts";

const principal = { type: "GROUP", code: "g" };
const complete = {
  format: 1,
  name: "honban",
  label: "本番",
  baseUrl: "https://example.cybozu.com/",
  isLocal: false,
  credentials: { username: "HONBAN_USERNAME", password: "HONBAN_PASSWORD" },
  principals: {
    jimukyoku: principal,
    tantou: principal,
    kachou: principal,
    koukai: principal,
    iin: principal,
    etsuran: principal,
  },
};
const variables = { HONBAN_USERNAME: "user", HONBAN_PASSWORD: "secret" };

describe("parseEnvironment", () => {
  it("reads the credentials from the named variables", () => {
    const result = parseEnvironment("honban", complete, variables);
    expect(result).toMatchObject({
      environment: { baseUrl: "https://example.cybozu.com", username: "user", password: "secret", isLocal: false },
    });
  });

  it("lets the KINTONE_ variables override address and credentials", () => {
    const override = { KINTONE_BASE_URL: "http://localhost:1", KINTONE_USERNAME: "a", KINTONE_PASSWORD: "b" };
    expect(parseEnvironment("honban", complete, { ...variables, ...override })).toMatchObject({
      environment: { baseUrl: "http://localhost:1", username: "a", password: "b" },
    });
  });

  it("names every missing principal and never the value of a secret", () => {
    const { jimukyoku, tantou } = complete.principals;
    const result = parseEnvironment("honban", { ...complete, principals: { jimukyoku, tantou } }, variables);
    expect(result).toEqual({
      missing: ["kachou", "koukai", "iin", "etsuran"].map((role) => `principals.${role}(ありません)`),
    });
  });

  it("takes a list behind a role, and names a mistake in it at its own place", () => {
    const list = [
      { type: "GROUP", code: "a" },
      { type: "USER", code: "b" },
    ];
    const principals = { ...complete.principals, iin: list };
    expect(parseEnvironment("honban", { ...complete, principals }, variables)).toMatchObject({
      environment: { principals: { iin: list } },
    });
    const wrong = { ...principals, iin: [list[0], { type: "TEAM", code: "b" }], koukai: [] };
    expect(parseEnvironment("honban", { ...complete, principals: wrong }, variables)).toEqual({
      missing: ["principals.koukai(1つ以上が必要)", "principals.iin.1.type(「GROUP」「ORGANIZATION」「USER」のどれか)"],
    });
  });

  it("names both variables when neither is set", () => {
    expect(parseEnvironment("honban", complete, {})).toEqual({
      missing: ["環境変数 HONBAN_USERNAME(ログイン名)", "環境変数 HONBAN_PASSWORD(パスワード)"],
    });
  });

  it("never treats a domain outside this machine as local, so the sample and admin/admin stay here", () => {
    const local = { ...complete, name: "local", isLocal: true };
    expect(parseEnvironment("local", local, {})).toMatchObject({ missing: expect.any(Array) });
    expect(parseEnvironment("local", { ...local, baseUrl: "http://localhost:8400" }, {})).toMatchObject({
      environment: { isLocal: true, username: "admin", password: "admin" },
    });
  });
});

describe("loadEnvironment", () => {
  it("reads the environment that comes with the repository", () => {
    expect(loadEnvironment("local", {}).baseUrl).toBe("http://localhost:8400");
  });

  it("says which environments exist when the name is unknown", () => {
    expect(() => loadEnvironment("nowhere", {})).toThrow("環境「nowhere」がありません(あるのは local");
    expect(() => loadEnvironment("../package", {})).toThrow("環境「../package」がありません");
  });
});
