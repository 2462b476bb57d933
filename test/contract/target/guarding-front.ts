import { once } from "node:events";
import { createServer, type IncomingMessage, request as requestPlain, type ServerResponse } from "node:http";
import { request as requestSecure } from "node:https";
import { setTimeout as wait } from "node:timers/promises";
import { appNamePrefix, findTrespass, listOf, read } from "./app-guard.ts";
import type { RealDomain } from "./real-domain.ts";

export type GuardingFront = {
  readonly url: string;
  /** The apps this run made, by id. */
  readonly madeApps: ReadonlyMap<string, string>;
  readonly close: () => Promise<void>;
};

type Answer = { readonly status: number; readonly headers: IncomingMessage["headers"]; readonly body: Buffer };
type Sent = { readonly method: string; readonly path: string; readonly headers: HeaderLines; readonly body: Buffer };
type HeaderLines = Readonly<Record<string, string | string[] | undefined>>;

/**
 * A door of this process to a real domain. What passes writes only to apps made through it; their names get the prefix on
 * the way in and lose it on the way out; `admin` becomes the given account; a deploy is answered when it has ended, as
 * the platform does. So the cases are the same on both targets.
 */
export async function openGuardingFront(domain: RealDomain): Promise<GuardingFront> {
  const madeApps = new Map<string, string>();
  const server = createServer((incoming, outgoing) => {
    passOn(incoming, { domain, madeApps })
      .then((answer) => respond(outgoing, answer))
      .catch((error: unknown) => respond(outgoing, refuse(502, String(error))));
  });
  server.listen(0, "127.0.0.1");
  await once(server, "listening");
  const address = server.address();
  const port = typeof address === "object" && address !== null ? address.port : 0;
  return {
    url: `http://localhost:${port}`,
    madeApps,
    close: async () => {
      server.closeAllConnections();
      server.close();
      await once(server, "close");
    },
  };
}

type Route = { readonly domain: RealDomain; readonly madeApps: Map<string, string> };

async function passOn(incoming: IncomingMessage, { domain, madeApps }: Route): Promise<Answer> {
  const chunks: Buffer[] = [];
  for await (const chunk of incoming) {
    chunks.push(Buffer.from(chunk));
  }
  const raw = Buffer.concat(chunks);
  const path = incoming.url ?? "/";
  const override = incoming.headers["x-http-method-override"];
  const method = (typeof override === "string" ? override : (incoming.method ?? "GET")).toUpperCase();
  const parsed = parseBody(incoming, raw);
  const trespass = findTrespass({ method, url: path, body: parsed }, new Set(madeApps.keys()));
  if (trespass !== null) {
    return refuse(403, trespass);
  }
  const named = renameApp({ method, path, body: parsed }, domain.space);
  const body = named === null ? raw : Buffer.from(JSON.stringify(named));
  const answer = await send(domain, {
    method: incoming.method ?? "GET",
    path,
    headers: toHeaders(incoming.headers, domain, body),
    body,
  });
  if (answer.status === 200) {
    rememberApp(madeApps, { path, method, body: named, answer });
    await waitForDeploy(domain, { path, method, body: parsed });
  }
  return withoutPrefix(answer);
}

type Parsed = { readonly method: string; readonly path: string; readonly body: unknown };

/** The body with the marked name (and the space) where the call names an app anew, otherwise null. */
function renameApp({ method, path, body }: Parsed, space: string | null): object | null {
  const isNew = method === "POST" && path.endsWith("/preview/app.json");
  const isRename = method === "PUT" && path.endsWith("/preview/app/settings.json");
  if ((!isNew && !isRename) || typeof body !== "object" || body === null || !("name" in body)) {
    return null;
  }
  const { name } = body;
  return typeof name === "string" && name.trim() !== ""
    ? { ...body, name: toMarkedName(name), ...(isNew && space !== null && { space }) }
    : null;
}

/** A name that is short enough stays so with the prefix; one that is too long stays too long. */
function toMarkedName(name: string): string {
  const marked = `${appNamePrefix}${name}`;
  return name.length <= 64 ? marked.slice(0, 64) : marked;
}

function rememberApp(
  madeApps: Map<string, string>,
  { path, method, body, answer }: Parsed & { readonly answer: Answer },
): void {
  if (method !== "POST" || !path.endsWith("/preview/app.json")) {
    return;
  }
  const made: unknown = JSON.parse(answer.body.toString("utf8"));
  if (typeof made === "object" && made !== null && "app" in made) {
    const name = typeof body === "object" && body !== null && "name" in body ? String(body.name) : "";
    madeApps.set(String(made.app), name);
  }
}

/** A deploy, and a permission put on the live path, which deploys by itself, are over before anything else is asked. */
async function waitForDeploy(domain: RealDomain, { path, method, body }: Parsed): Promise<void> {
  const isDeploy = method === "POST" && path.endsWith("/preview/app/deploy.json");
  const isLivePermission = method === "PUT" && /\/v1\/(?:app|record|field)\/acl\.json$/u.test(path);
  if (!isDeploy && !isLivePermission) {
    return;
  }
  const ids = isDeploy ? listOf(read(body, "apps")).map((each) => read(each, "app")) : [read(body, "app")];
  const query = ids.map((id, index) => `apps%5B${index}%5D=${encodeURIComponent(String(id))}`).join("&");
  const headers = toHeaders({}, domain, Buffer.alloc(0));
  for (let round = 0; round < 120; round += 1) {
    const status = await send(domain, {
      method: "GET",
      path: `/k/v1/preview/app/deploy.json?${query}`,
      headers,
      body: Buffer.alloc(0),
    });
    if (!status.body.includes("PROCESSING")) {
      return;
    }
    await wait(round < 10 ? 100 : 1000);
  }
}

function toHeaders(headers: IncomingMessage["headers"], domain: RealDomain, body: Buffer): HeaderLines {
  const { host: _host, connection: _connection, "transfer-encoding": _encoding, ...rest } = headers;
  const own = Buffer.from(`${domain.username}:${domain.password}`).toString("base64");
  const asked = headers["x-cybozu-authorization"];
  const isAdmin = asked === Buffer.from("admin:admin").toString("base64") || Object.keys(headers).length === 0;
  return {
    ...rest,
    ...(isAdmin && { "x-cybozu-authorization": own }),
    ...((body.length > 0 || "content-length" in rest) && { "content-length": String(body.length) }),
  };
}

async function send(domain: RealDomain, { method, path, headers, body }: Sent): Promise<Answer> {
  const open = domain.baseUrl.startsWith("https:") ? requestSecure : requestPlain;
  const outgoing = open(new URL(domain.baseUrl + path), { method, headers });
  outgoing.end(body);
  const incoming = await new Promise<IncomingMessage>((resolve, reject) => {
    outgoing.once("response", resolve);
    outgoing.once("error", reject);
  });
  const chunks: Buffer[] = [];
  for await (const chunk of incoming) {
    chunks.push(Buffer.from(chunk));
  }
  return { status: incoming.statusCode ?? 0, headers: incoming.headers, body: Buffer.concat(chunks) };
}

function withoutPrefix(answer: Answer): Answer {
  const isJson = answer.headers["content-type"]?.startsWith("application/json") === true;
  return isJson ? { ...answer, body: Buffer.from(answer.body.toString("utf8").replaceAll(appNamePrefix, "")) } : answer;
}

function parseBody(incoming: IncomingMessage, raw: Buffer): unknown {
  if (incoming.headers["content-type"]?.startsWith("application/json") !== true) {
    return null;
  }
  try {
    return JSON.parse(raw.toString("utf8"));
  } catch {
    return null;
  }
}

function refuse(status: number, message: string): Answer {
  const body = Buffer.from(JSON.stringify({ code: "CONTRACT_GUARD", id: "guard", message }));
  return { status, headers: { "content-type": "application/json" }, body };
}

function respond(outgoing: ServerResponse, { status, headers, body }: Answer): void {
  const { "content-length": _length, "transfer-encoding": _encoding, connection: _connection, ...rest } = headers;
  outgoing.writeHead(status, { ...rest, "content-length": String(body.length) });
  outgoing.end(body);
}
