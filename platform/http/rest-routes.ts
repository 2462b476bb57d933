import { checkRight } from "../api/check-right.ts";
import type { Language, OperationContext } from "../api/operation.ts";
import { operations } from "../api/routes.ts";
import {
  checkPlaces,
  joinedSearchPath,
  openBulkRequests,
  readSpacePath,
  requireGuestSpace,
  requirePlaces,
  type SpacePath,
} from "../api/space/check-guest-space.ts";
import { acceptsTokens } from "../api/token-operations.ts";
import { withTokenRefusal } from "../permission/refuse-token.ts";
import { PlatformError } from "../platform-error.ts";
import { authenticate } from "./authenticate.ts";
import type { Caller } from "./authenticate.ts";
import { countCalls } from "./count-calls.ts";
import { createConcurrencyGauge } from "./concurrency-gauge.ts";
import { toErrorResponse, toJsonResponse, toPlatformError } from "./error-response.ts";
import { downloadFile, uploadFile } from "./file-transfer.ts";
import { findOperation } from "./find-operation.ts";
import { pickLanguage } from "./language.ts";
import { bodyOf, readJsonBody } from "./read-body.ts";
import type { Services } from "./services.ts";
import { isSameToken } from "./session.ts";
import type { HttpBindings } from "@hono/node-server";
import { Hono } from "hono";
import { parse } from "qs";

type Params = Readonly<Record<string, unknown>>;

const tokenName = "__REQUEST_TOKEN__";
const filePath = "/k/v1/file.json";

/** kintone's advice is to switch to a method override above this length (fact sheet §1.2). */
const longestUrl = 8192;

/** Operations of this platform that kintone does not have; they are asked for by pages. */
const ownOperations = [
  ...new Set(operations.map(({ path }) => path).filter((path) => path.startsWith("/k/platform/"))),
];

/** Everything under `/k/v1/`, `/k/guest/{id}/v1/` and `/v1/`. */
export function createRestRoutes(services: Services): Hono<{ Bindings: HttpBindings }> {
  const routes = new Hono<{ Bindings: HttpBindings }>();
  const gauge = createConcurrencyGauge();
  for (const path of ["/k/v1/*", "/k/guest/:space/v1/*", joinedSearchPath, "/v1/*", ...ownOperations]) {
    routes.all(path, async (context) => {
      const request = context.req.raw;
      const running = gauge.enter();
      const withLimits = (response: Response): Response => {
        response.headers.set("X-ConcurrencyLimit-Limit", String(gauge.limit));
        response.headers.set("X-ConcurrencyLimit-Running", String(Math.min(running, gauge.limit)));
        return response;
      };
      let language = pickLanguage(null, request.headers.get("accept-language"));
      try {
        gauge.check();
        const caller = await authenticate(services, request);
        language = pickLanguage(caller.user, request.headers.get("accept-language"));
        return withLimits(await answer({ services, request, caller, language }, context.env));
      } catch (error) {
        return withLimits(toErrorResponse(toPlatformError(error, services.log), language));
      } finally {
        gauge.leave();
      }
    });
  }
  return routes;
}

type Call = {
  readonly services: Services;
  readonly request: Request;
  readonly caller: Caller;
  readonly language: Language;
};

async function answer(call: Call, { incoming }: HttpBindings): Promise<Response> {
  const { services, request, caller } = call;
  const url = new URL(request.url);
  if (request.url.length > longestUrl) {
    throw new PlatformError("PLATFORM_URL_TOO_LONG", { limit: longestUrl });
  }
  const at = readSpacePath(url.pathname);
  if (at.path.startsWith("/k/") && !caller.user.usesKintone) {
    throw new PlatformError("CB_NO02");
  }
  if (!at.path.startsWith("/k/platform/")) {
    requireGuestSpace(services.store, at.guestSpace, caller.user);
  }
  const query = parseQuery(url.search);
  const method = toMethod(request);
  if (at.path === filePath && method === "POST") {
    if (!isMultipart(request)) {
      throw new PlatformError("CB_IL02");
    }
    return uploadFile(services, request, caller);
  }
  const body = await readParams(request, incoming);
  const { [tokenName]: token, ...params } = { ...query, ...body };
  if (method !== "GET" && caller.requestToken !== null && !isSameToken(token, caller.requestToken)) {
    throw new PlatformError("CB_JH01");
  }
  if (at.path === filePath && method === "GET") {
    return withTokenRefusal(caller.user, () => downloadFile(services, params, caller.user));
  }
  return runOperation(call, { method, at, params });
}

function runOperation(
  { services, request, caller, language }: Call,
  target: { readonly method: string; readonly at: SpacePath; readonly params: Params },
): Response {
  const { store } = services;
  const { method, at } = target;
  if (at.path.startsWith("/k/v1/")) {
    countCalls(services, at.path, target.params);
  }
  const route = findOperation(method, at.path);
  if (!route) {
    services.log(`not implemented: ${method} ${at.path}`);
    throw new PlatformError("PLATFORM_NOT_IMPLEMENTED", { method, path: at.path });
  }
  if (caller.user.tokens !== undefined && !acceptsTokens(route.operation)) {
    throw new PlatformError("GAIA_NO01");
  }
  if (at.path.startsWith("/k/platform/")) {
    requirePlaces(store, caller.user, target.params);
  } else {
    checkPlaces(store, at, target.params);
  }
  const context: OperationContext = {
    params: openBulkRequests(store, caller.user, target.params),
    guestSpace: at.guestSpace,
    origin: new URL(request.url).origin,
    caller: caller.user,
    language,
    preview: route.preview,
    store,
    now: services.now(),
  };
  const run = (): unknown => {
    checkRight(route.operation, context);
    return route.operation.run(context);
  };
  // What only reads needs no transaction: it runs in one go, and nothing else writes to the file meanwhile.
  const result = withTokenRefusal(caller.user, () => (method === "GET" ? run() : store.transaction(run)));
  return toJsonResponse(result, 200, {});
}

/** Query strings as the official client writes them: `ids[0]=1&ids[1]=2`. */
function parseQuery(search: string): Params {
  return parse(search, { ignoreQueryPrefix: true, arrayLimit: 1000, parameterLimit: 5000, depth: 10 });
}

async function readParams(request: Request, incoming: HttpBindings["incoming"]): Promise<Params> {
  const type = request.headers.get("content-type") ?? "";
  const hasBody = request.headers.has("transfer-encoding") || Number(request.headers.get("content-length") ?? 0) > 0;
  if (!hasBody) {
    return {};
  }
  if (!/^application\/json\b/iu.test(type)) {
    throw new PlatformError("CB_IL02");
  }
  return (await readJsonBody(bodyOf(request, incoming))) ?? {};
}

function toMethod(request: Request): string {
  const override = request.headers.get("x-http-method-override");
  return request.method === "POST" && override !== null ? override.toUpperCase() : request.method;
}

function isMultipart(request: Request): boolean {
  return /^multipart\/form-data\b/iu.test(request.headers.get("content-type") ?? "");
}
