import { describe, expect, it } from "vitest";
import { listenOnLocalhost } from "./listen-on-localhost.ts";

const answer = (): Response => new Response("here");

describe("the listener", () => {
  it("answers to localhost until it is closed, and leaves its port free", async () => {
    const listener = await listenOnLocalhost(answer, 0);
    const url = `http://localhost:${listener.port}/`;
    expect(await (await fetch(url)).text()).toBe("here");
    await expect(listenOnLocalhost(answer, listener.port)).rejects.toMatchObject({ code: "EADDRINUSE" });
    await listener.close();
    await expect(fetch(url)).rejects.toThrow("fetch failed");
    await (await listenOnLocalhost(answer, listener.port)).close();
  });

  it("keeps a connection longer than clients do, so that none of their calls meets one that is just being closed", async () => {
    const listener = await listenOnLocalhost(answer, 0);
    const { headers } = await fetch(`http://localhost:${listener.port}/`);
    expect(headers.get("keep-alive")).toBe("timeout=65");
    await listener.close();
  });
});
