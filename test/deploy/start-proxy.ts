import { createServer, request as forward } from "node:http";
import type { IncomingMessage, ServerResponse } from "node:http";

type SeenRequest = { readonly method: string; readonly path: string };

type WholeRequest = SeenRequest & { readonly body: string };

type Fate = "pass" | "lose-request" | "lose-answer" | { readonly json: unknown };

/** What the proxy does with a request: passes it on, cuts it off before or after the platform got it, or answers itself; first something else may happen. */
type Treatment = Fate | { readonly before: () => Promise<void>; readonly fate: Fate };

export type Proxy = {
  readonly url: string;
  readonly seen: SeenRequest[];
  /** Requests that could have changed something. */
  readonly writes: () => SeenRequest[];
  readonly treat: (treatment: (request: WholeRequest) => Treatment) => void;
  /** Milliseconds that every answer is held back, as a line to a data centre does. */
  readonly delay: (milliseconds: number) => void;
  readonly close: () => Promise<void>;
};

/** Stands between the engine and the platform: counts, loses answers as a cut connection does, and lies when told to. */
export async function startProxy(target: string): Promise<Proxy> {
  const seen: SeenRequest[] = [];
  let treatment: (request: WholeRequest) => Treatment = passEverything;
  let latency = 0;
  const server = createServer((request, response) => {
    const each = { method: request.method ?? "", path: (request.url ?? "").split("?")[0] ?? "" };
    seen.push(each);
    const parts: Buffer[] = [];
    request.on("data", (part: Buffer) => parts.push(part));
    request.on("end", () => {
      const bytes = Buffer.concat(parts);
      const forwarded = { request, response, bytes, target: new URL(target) };
      const decide = () => void treat(forwarded, treatment({ ...each, body: bytes.toString() }));
      if (latency === 0) {
        decide();
      } else {
        setTimeout(decide, latency);
      }
    });
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

async function treat(exchange: Exchange, treatment: Treatment): Promise<void> {
  if (typeof treatment === "object" && "before" in treatment) {
    await treatment.before();
    passOn(exchange, treatment.fate);
  } else {
    passOn(exchange, treatment);
  }
}

type Exchange = {
  readonly request: IncomingMessage;
  readonly response: ServerResponse;
  readonly bytes: Buffer;
  readonly target: URL;
};

function passOn({ request, response, bytes, target }: Exchange, treatment: Fate): void {
  if (typeof treatment === "object") {
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
  outgoing.end(bytes);
}
