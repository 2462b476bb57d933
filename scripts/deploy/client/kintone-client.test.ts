import { createServer, type IncomingMessage, type RequestListener, type Server } from "node:http";
import { afterEach, describe, expect, it } from "vitest";
import { createKintoneClient } from "./kintone-client.ts";

const servers: Server[] = [];

afterEach(async () => {
  await Promise.all(servers.splice(0).map((server) => new Promise((settle) => server.close(settle))));
});

async function serve(answer: RequestListener): Promise<string> {
  const server = createServer(answer);
  servers.push(server);
  await new Promise<void>((settle) => {
    server.listen(0, "localhost", settle);
  });
  const address = server.address();
  return `http://localhost:${typeof address === "object" && address !== null ? address.port : 0}`;
}

function connect(baseUrl: string) {
  return createKintoneClient({ baseUrl, username: "admin", password: "geheim" });
}

describe("the kintone client", () => {
  it("carries the password to no address but its own", async () => {
    const arrived: IncomingMessage[] = [];
    const elsewhere = await serve((request, response) => {
      arrived.push(request);
      response.end("{}");
    });
    const moved = await serve((_, response) => {
      response.writeHead(302, { Location: `${elsewhere}/k/v1/apps.json` }).end();
    });
    await expect(connect(moved).read("/k/v1/apps.json")).rejects.toMatchObject({ code: "offline" });
    expect(arrived).toEqual([]);
  });

  it("says what to check when something else than kintone answers", async () => {
    const gateway = await serve((_, response) => {
      response.end("<html>Please sign in to the network</html>");
    });
    await expect(connect(gateway).read("/k/v1/apps.json")).rejects.toMatchObject({
      code: "configuration",
      message: expect.stringContaining("アドレス"),
    });
  });
});
