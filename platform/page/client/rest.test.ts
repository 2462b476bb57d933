// @vitest-environment happy-dom
import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { pageState } from "./kintone/page-state.ts";
import { callRest, toApiUrl, toGetUrl } from "./rest.ts";
import { testBootstrap } from "./kintone/testing-bootstrap.ts";

type Call = { url: string; init: RequestInit };

/** The JSON body of a request. */
function readBody(init: RequestInit | undefined): unknown {
  return typeof init?.body === "string" ? JSON.parse(init.body) : null;
}

let calls: Call[];

function answer(...bodies: readonly [status: number, body: string][]): void {
  const left = [...bodies];
  vi.stubGlobal("fetch", async (url: string, init: RequestInit = {}) => {
    calls.push({ url, init });
    const [status, body] = left.shift() ?? [200, "{}"];
    return new Response(body, { status });
  });
}

beforeEach(() => {
  calls = [];
  pageState.bootstrap = testBootstrap("APP_DETAIL");
});
afterEach(() => {
  vi.unstubAllGlobals();
  pageState.bootstrap = null;
});

function page(code: string): string {
  return `<script type="application/json" id="kp-bootstrap">${JSON.stringify({ requestToken: "new", loginUser: { code } })}</script>`;
}

describe("addresses", () => {
  it("get .json and the parameters in kintone's form", () => {
    expect(toApiUrl("/k/v1/records")).toBe(`${location.origin}/k/v1/records.json`);
    expect(toApiUrl(`${location.origin}/k/v1/records.json`)).toBe(`${location.origin}/k/v1/records.json`);
    expect(toGetUrl("/k/v1/records", { app: 4, fields: ["a", "項"], query: 'a = "b"', gone: undefined })).toBe(
      `${location.origin}/k/v1/records.json?app=4&fields[0]=a&fields[1]=%E9%A0%85&query=a%20%3D%20%22b%22`,
    );
  });
});

describe("callRest", () => {
  it("sends parameters of GET in the address, without a token", async () => {
    answer([200, '{"records":[]}']);
    expect(await callRest("GET", "/k/v1/records", { app: 1 })).toEqual({ records: [] });
    expect(calls[0]?.url).toContain("?app=1");
    expect(calls[0]?.init.body).toBeUndefined();
  });

  it("sends everything else as JSON with the token", async () => {
    answer([200, "{}"]);
    await callRest("DELETE", "/k/v1/records", { app: 1, ids: [2] });
    expect(readBody(calls[0]?.init)).toEqual({ app: 1, ids: [2], __REQUEST_TOKEN__: "token" });
  });

  it("sends a GET that is too long as POST", async () => {
    answer([200, "{}"]);
    await callRest("GET", "/k/v1/records", { query: "x".repeat(5000) });
    expect(calls[0]?.init).toMatchObject({ method: "POST", headers: { "X-HTTP-Method-Override": "GET" } });
  });

  it("rejects with kintone's own object, and with the text when there is none", async () => {
    answer([409, '{"code":"GAIA_CO02","id":"i","message":"m"}'], [502, "<html>"]);
    await expect(callRest("PUT", "/k/v1/record")).rejects.toEqual({ code: "GAIA_CO02", id: "i", message: "m" });
    await expect(callRest("PUT", "/k/v1/record")).rejects.toBe("<html>");
  });

  it("says that the server does not answer", async () => {
    vi.stubGlobal("fetch", () => Promise.reject(new TypeError("failed")));
    await expect(callRest("GET", "/k/v1/record")).rejects.toMatchObject({ code: "KP_OFFLINE" });
  });

  it("takes the new token after a sign-in of the same user in another tab and tries once more", async () => {
    answer([403, '{"code":"CB_JH01"}'], [200, page("someone")]);
    await expect(callRest("PUT", "/k/v1/record")).rejects.toMatchObject({ code: "CB_JH01" });
    answer([403, '{"code":"CB_JH01"}'], [200, page("tantou")], [200, '{"revision":"2"}']);
    expect(await callRest("PUT", "/k/v1/record")).toEqual({ revision: "2" });
    expect(readBody(calls.at(-1)?.init)).toMatchObject({ __REQUEST_TOKEN__: "new" });
  });
});
