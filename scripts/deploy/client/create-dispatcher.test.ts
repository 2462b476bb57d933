import { once } from "node:events";
import { createServer } from "node:http";
import { connect } from "node:net";
import { afterEach, expect, it, vi } from "vitest";
import { createKintoneClient } from "./kintone-client.ts";

const closing: (() => void)[] = [];

afterEach(() => {
  vi.unstubAllEnvs();
  for (const close of closing.splice(0)) {
    close();
  }
});

/** A domain that answers everything, and a proxy that leads every name to it and remembers what it was asked for. */
async function startDomainBehindProxy(): Promise<{ proxyUrl: string; domainUrl: string; asked: string[] }> {
  const domain = createServer((_, response) =>
    response.setHeader("Content-Type", "application/json").end('{"apps":[]}'),
  );
  const domainPort = await listen(domain);
  const asked: string[] = [];
  const proxy = createServer().on("connect", (request, socket) => {
    asked.push(request.url ?? "");
    const tunnel = connect(domainPort, "127.0.0.1", () => {
      socket.write("HTTP/1.1 200 Connection Established\r\n\r\n");
      tunnel.pipe(socket).pipe(tunnel);
    });
    closing.push(() => tunnel.destroy());
  });
  const proxyPort = await listen(proxy);
  return { proxyUrl: `http://localhost:${proxyPort}`, domainUrl: `http://localhost:${domainPort}`, asked };
}

async function listen(server: ReturnType<typeof createServer>): Promise<number> {
  server.listen(0, "localhost");
  closing.push(() => {
    server.closeAllConnections();
    server.close();
  });
  await once(server, "listening");
  const address = server.address();
  return typeof address === "object" && address !== null ? address.port : 0;
}

function createClient(baseUrl: string): ReturnType<typeof createKintoneClient> {
  return createKintoneClient({ baseUrl, username: "u", password: "p" });
}

it("reaches a domain through the proxy that the environment names", async () => {
  const { proxyUrl, asked } = await startDomainBehindProxy();
  vi.stubEnv("HTTP_PROXY", proxyUrl);
  vi.stubEnv("NO_PROXY", "");
  expect(await createClient("http://goka.example").read("/k/v1/apps.json")).toStrictEqual({ apps: [] });
  expect(asked).toStrictEqual(["goka.example:80"]);
});

it("goes straight to a name in NO_PROXY", async () => {
  const { proxyUrl, asked } = await startDomainBehindProxy();
  vi.stubEnv("HTTP_PROXY", proxyUrl);
  vi.stubEnv("NO_PROXY", "localhost, .invalid");
  await expect(createClient("http://goka.invalid").write("POST", "/k/v1/app.json", {})).rejects.toThrow("goka.invalid");
  expect(asked).toStrictEqual([]);
});

it("goes straight to the platform of this machine", async () => {
  const { proxyUrl, domainUrl, asked } = await startDomainBehindProxy();
  vi.stubEnv("HTTP_PROXY", proxyUrl);
  vi.stubEnv("NO_PROXY", "");
  expect(await createClient(domainUrl).read("/k/v1/apps.json")).toStrictEqual({ apps: [] });
  expect(asked).toStrictEqual([]);
});
