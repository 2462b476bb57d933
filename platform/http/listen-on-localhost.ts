import { createAdaptorServer } from "@hono/node-server";
import { once } from "node:events";
import type { Server } from "node:http";

type FetchCallback = Parameters<typeof createAdaptorServer>[0]["fetch"];

export type Listener = { readonly port: number; readonly close: () => Promise<void> };

/**
 * Answers on 127.0.0.1 and, where the machine has it, on ::1: `localhost` may resolve to either. Nothing listens on an
 * address that other machines reach.
 */
export async function listenOnLocalhost(fetch: FetchCallback, port: number): Promise<Listener> {
  const first = createServer(fetch);
  await listen(first, port, "127.0.0.1");
  const chosen = portOf(first);
  const second = createServer(fetch);
  const servers = [first];
  try {
    await listen(second, chosen, "::1");
    servers.push(second);
  } catch (error) {
    if (!isUnavailable(error)) {
      await close(first);
      throw error;
    }
  }
  return {
    port: chosen,
    close: async () => {
      await Promise.all(servers.map(close));
    },
  };
}

function createServer(fetch: FetchCallback): Server {
  const server = createAdaptorServer({ fetch, overrideGlobalObjects: false });
  if (!("closeIdleConnections" in server)) {
    throw new TypeError("the adaptor gave no HTTP/1 server");
  }
  return server;
}

async function listen(server: Server, port: number, host: string): Promise<void> {
  server.listen(port, host);
  await once(server, "listening");
}

/** Lets running calls finish for a moment, then cuts what is left (a browser keeps connections open without end). */
async function close(server: Server): Promise<void> {
  const closed = once(server, "close");
  server.close();
  server.closeIdleConnections();
  const cut = setTimeout(() => {
    server.closeAllConnections();
  }, 2000);
  await closed;
  clearTimeout(cut);
}

function portOf(server: Server): number {
  const address = server.address();
  if (typeof address !== "object" || address === null) {
    throw new Error("the server has no port");
  }
  return address.port;
}

/** A machine without IPv6. */
function isUnavailable(error: unknown): boolean {
  return error instanceof Error && "code" in error && (error.code === "EADDRNOTAVAIL" || error.code === "EAFNOSUPPORT");
}
