import { mkdtempSync, rmSync } from "node:fs";
import { createServer, type IncomingMessage } from "node:http";
import type { AddressInfo } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { openSession, readSession } from "../http/session.ts";
import { createPlatform, type Platform } from "../server.ts";
import { mergeProxy } from "./merge-proxy.ts";
import { toProxyTarget } from "./proxy-target.ts";

describe("where a proxy call may go", () => {
  it.each([
    ["http://localhost:9000/x", true],
    ["http://127.0.0.1/x", true],
    ["https://api.example.jp/x", true],
    ["https://API.example.jp/x", true],
    ["https://example.jp/x", false],
    ["http://localhost.example.jp/", false],
    ["http://localhost@example.com/", false],
    ["http://169.254.169.254/latest", false],
    ["file:///etc/passwd", false],
    ["nothing", false],
  ])("%s: %s", (url, open) => {
    expect(toProxyTarget(url, ["api.example.jp"]) !== null).toBe(open);
  });
});

describe("what a plugin stored", () => {
  const stored = [
    { url: "http://localhost/a", method: "POST", headers: { Key: "short" }, data: {} },
    { url: "http://localhost/a/b", method: "POST", headers: { Key: "long" }, data: { id: "stored" } },
    { url: "http://localhost/a/b", method: "GET", headers: { Key: "get" }, data: {} },
  ];

  it("goes with a call of its method whose address begins with its own, the longest of them, over what the page sends", () => {
    const call = {
      url: "http://localhost/a/b/c",
      method: "POST",
      headers: { key: "page", Other: "1" },
      data: { id: 1, x: 2 },
    };
    expect(mergeProxy(call, stored)).toEqual({
      ...call,
      headers: { Other: "1", Key: "long" },
      data: { id: "stored", x: 2 },
    });
    expect(mergeProxy({ ...call, url: "http://localhost/A/b" }, stored).headers).toEqual(call.headers);
  });
});

describe("POST /k/platform/proxy.json", () => {
  let platform: Platform;
  const dataDir = mkdtempSync(join(tmpdir(), "machi-dx-proxy-"));
  const heard: { method: string | undefined; headers: IncomingMessage["headers"]; body: string }[] = [];
  const other = createServer((request, response) => {
    let body = "";
    request.on("data", (part: Buffer) => (body += part.toString("utf8")));
    request.on("end", () => {
      heard.push({ method: request.method, headers: request.headers, body });
      response.writeHead(request.url === "/away" ? 302 : 201, { Location: "http://example.com/", "X-Own": "1" });
      response.end("答え");
    });
  });
  let url = "";
  let session = { cookie: "", token: "" };

  beforeAll(async () => {
    platform = await createPlatform({ dataDir, port: 0 });
    await new Promise<void>((resolve) => other.listen(0, "127.0.0.1", resolve));
    url = `http://127.0.0.1:${portOf(other.address())}/`;
    const admin = platform.store.users.find("admin");
    const cookie = admin === null ? "" : openSession(platform.store, admin, new Date());
    const request = new Request("http://localhost/", { headers: { cookie } });
    session = { cookie, token: readSession(platform.store, request, new Date())?.requestToken ?? "" };
  });

  afterAll(async () => {
    await platform.close();
    await new Promise((resolve) => other.close(resolve));
    rmSync(dataDir, { recursive: true, force: true });
  });

  const call = async (body: object, token = session.token): Promise<{ status: number; body: unknown }> => {
    const response = await fetch(`${platform.url}/k/platform/proxy.json`, {
      method: "POST",
      headers: { "Content-Type": "application/json", "X-Requested-With": "XMLHttpRequest", Cookie: session.cookie },
      body: JSON.stringify({ ...body, __REQUEST_TOKEN__: token }),
    });
    return { status: response.status, body: await response.json() };
  };

  it("calls this machine without the reader's cookie and hands the answer over", async () => {
    const { status, body } = await call({ url, method: "POST", headers: { "X-A": "b" }, data: { c: 1 } });
    expect(status).toBe(200);
    expect(body).toMatchObject({ body: "答え", status: 201, headers: { "x-own": "1" } });
    expect(heard.at(-1)).toMatchObject({ method: "POST", body: '{"c":1}', headers: { "x-a": "b" } });
    expect(heard.at(-1)?.headers.cookie).toBeUndefined();
  });

  it("sends the bytes of an upload and follows no redirect", async () => {
    const { body } = await call({ url: `${url}away`, method: "PUT", headers: {}, raw: btoa("bytes") });
    expect(body).toMatchObject({ status: 302 });
    expect(heard.at(-1)).toMatchObject({ method: "PUT", body: "bytes" });
  });

  it("goes nowhere else, and nowhere at all without the page's token", async () => {
    const before = heard.length;
    expect(await call({ url: "https://example.com/", method: "GET", headers: {}, data: {} })).toMatchObject({
      status: 400,
      body: { code: "PLATFORM_PROXY_CLOSED" },
    });
    expect(await call({ url, method: "GET", headers: {}, data: {} }, "wrong")).toMatchObject({
      body: { code: "CB_JH01" },
    });
    expect(await call({ url, method: "PATCH", headers: {}, data: {} })).toMatchObject({ body: { code: "CB_VA01" } });
    expect(heard).toHaveLength(before);
  });
});

function portOf(address: AddressInfo | string | null): number {
  return typeof address === "object" && address !== null ? address.port : 0;
}
