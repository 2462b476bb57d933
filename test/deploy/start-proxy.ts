import { createServer, request as forward } from "node:http";
import type { IncomingMessage, ServerResponse } from "node:http";

type SeenRequest = { readonly method: string; readonly path: string };

/** What the proxy does with a request: passes it on, cuts it off before or after the platform got it, or answers itself. */
type Treatment = "pass" | "lose-request" | "lose-answer" | { readonly json: unknown };

export type Proxy = {
  readonly url: string;
  readonly seen: SeenRequest[];
  /** Requests that could have changed something. */
  readonly writes: () => SeenRequest[];
  readonly treat: (treatment: (request: SeenRequest) => Treatment) => void;
  /** Milliseconds that every answer is held back, as a line to a data centre does. */
  readonly delay: (milliseconds: number) => void;
  readonly close: () => Promise<void>;
};

/** Stands between the engine and the platform: counts, loses answers as a cut connection does, and lies when told to. */
export async function startProxy(target: string): Promise<Proxy> {
  const seen: SeenRequest[] = [];
  let treatment: (request: SeenRequest) => Treatment = passEverything;
  let latency = 0;
  const server = createServer((request, response) => {
    const each = { method: request.method ?? "", path: (request.url ?? "").split("?")[0] ?? "" };
    seen.push(each);
    const forwarded = { request, response, target: new URL(target) };
    if (latency === 0) {
      passOn(forwarded, treatment(each));
    } else {
      setTimeout(() => passOn(forwarded, treatment(each)), latency);
    }
  });
  await new Promise<void>((settle) => {
    server.listen(0, "localhost", settle);
  });
  const address = server.address();
  const port = typeof address === "object" && address !== null ? address.port : 0;
  return {
    url: `http://localhost:${port}`,
    seen,
    writes: () => seen.filter(({ method }) => method !== "GET"),
    treat: (next) => {
      treatment = next;
    },
    delay: (milliseconds) => {
      latency = milliseconds;
    },
    close: async () => {
      server.closeAllConnections();
      await new Promise((settle) => {
        server.close(settle);
      });
    },
  };
}

function passEverything(): Treatment {
  return "pass";
}

type Exchange = { readonly request: IncomingMessage; readonly response: ServerResponse; readonly target: URL };

function passOn({ request, response, target }: Exchange, treatment: Treatment): void {
  if (typeof treatment === "object") {
    request.resume();
    response.setHeader("Content-Type", "application/json;charset=utf-8");
    response.end(JSON.stringify(treatment.json));
    return;
  }
  if (treatment === "lose-request") {
    request.socket.destroy();
    return;
  }
  const options = {
    hostname: target.hostname,
    port: target.port,
    method: request.method,
    path: request.url,
    headers: { ...request.headers, host: target.host },
  };
  const outgoing = forward(options, (answer) => {
    if (treatment === "lose-answer") {
      answer.resume().once("end", () => request.socket.destroy());
      return;
    }
    response.writeHead(answer.statusCode ?? 502, answer.headers);
    answer.pipe(response);
  });
  outgoing.on("error", () => request.socket.destroy());
  request.pipe(outgoing);
}
