import { createAdaptorServer } from "@hono/node-server";
import { once } from "node:events";
import type { Server } from "node:http";

type FetchCallback = Parameters<typeof createAdaptorServer>[0]["fetch"];

export type Listener = { readonly port: number; readonly close: () => Promise<void> };

/**
 * How long a connection without calls is kept, in milliseconds. Clients of Node give theirs up after 5 seconds; a server that does
 * so as well cuts off, on a busy machine, the call that is just coming (ECONNRESET).
 */
const idleTimeout = 65_000;

/** How many free ports are tried until one is free on both addresses. */
const mostTries = 5;

/**
 * Answers on 127.0.0.1 and, where the machine has it, on ::1: `localhost` may resolve to either. Nothing listens on an
 * address that other machines reach. Port 0 = any that is free.
 */
export async function listenOnLocalhost(fetch: FetchCallback, port: number): Promise<Listener> {
  for (let attempt = 1; ; attempt += 1) {
    const first = createServer(fetch);
    await listen(first, port, "127.0.0.1");
    const chosen = portOf(first);
    const second = createServer(fetch);
    try {
      await listen(second, chosen, "::1");
      return toListener(chosen, [first, second]);
    } catch (error) {
      if (isCode(error, "EADDRNOTAVAIL", "EAFNOSUPPORT")) {
        // A machine without IPv6.
        return toListener(chosen, [first]);
      }
      await close(first);
      // What is free on the one address need not be on the other.
      if (port !== 0 || attempt === mostTries || !isCode(error, "EADDRINUSE")) {
        throw error;
      }
    }
  }
}

function toListener(port: number, servers: readonly Server[]): Listener {
  return {
    port,
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
  server.keepAliveTimeout = idleTimeout;
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

function isCode(error: unknown, ...codes: readonly string[]): boolean {
  return error instanceof Error && "code" in error && codes.some((code) => code === error.code);
}
