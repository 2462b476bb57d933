import type { HttpBindings } from "@hono/node-server";
import { Hono } from "hono";
import type { Context } from "hono";
import * as v from "valibot";
import { describeClock, moveClock } from "../clock/move-clock.ts";
import { authenticate } from "../http/authenticate.ts";
import { toErrorResponse, toJsonResponse, toPlatformError } from "../http/error-response.ts";
import { pickLanguage } from "../http/language.ts";
import type { Services } from "../http/services.ts";
import { isSameToken } from "../http/session.ts";
import { deliverReminders } from "../notification/deliver-reminders.ts";
import { invalidParameter, PlatformError } from "../platform-error.ts";
import { parseFaults } from "./parse-faults.ts";
import { parseToolInput } from "./parse-tool-input.ts";
import { readToolBody } from "./read-tool-body.ts";
import { SeedRefused } from "./seed/apply-seed.ts";
import { parseSeed } from "./seed/parse-seed.ts";
import { listSnapshots, removeSnapshot, saveSnapshot, snapshotNamePattern, toSnapshotFile } from "./snapshots.ts";
import type { Tool } from "./tool.ts";

type Bindings = { Bindings: HttpBindings };
type Answer = (call: { readonly body: unknown; readonly query: URLSearchParams }) => unknown;

const name = v.pipe(v.string(), v.regex(snapshotNamePattern, "1–64: A–Z a–z 0–9 _ -"));
const snapshotSchema = v.strictObject({ name: v.optional(name, "snapshot") });
const restoreSchema = v.strictObject({ name: v.optional(name, "snapshot") });
const namedSchema = v.strictObject({ name });
const idSchema = v.strictObject({ id: v.pipe(v.string(), v.regex(/^\d{1,9}$/u)) });
const domainSchema = v.strictObject({ snapshot: v.optional(name), seed: v.optional(v.unknown()) });

/** The calls below `/k/platform/` that make the platform a tool: for administrators, answered like REST calls. */
export function createToolRoutes(services: Services, tool: Tool): Hono<Bindings> {
  const routes = new Hono<Bindings>();
  const add = (method: "GET" | "POST" | "DELETE", path: string, answer: Answer): void => {
    routes.on(method, path, (context) => answerTool(services, context, answer));
  };
  const { dataDir, faults, requests, domains } = tool;
  add("GET", "/k/platform/clock.json", () => describeClock(tool.clock));
  add("POST", "/k/platform/clock.json", ({ body }) => {
    const answer = moveClock(tool.clock, body);
    deliverReminders(services.store, services.now());
    return answer;
  });
  add("GET", "/k/platform/snapshots.json", () => ({ snapshots: listSnapshots(dataDir) }));
  add("POST", "/k/platform/snapshot.json", ({ body }) =>
    saveSnapshot(services.store.db, dataDir, parseToolInput(snapshotSchema, body ?? {}).name),
  );
  add("DELETE", "/k/platform/snapshot.json", ({ query }) => {
    removeSnapshot(dataDir, parseToolInput(namedSchema, Object.fromEntries(query)).name);
    return {};
  });
  add("POST", "/k/platform/restore.json", async ({ body }) => {
    await tool.restore(toSnapshotFile(dataDir, parseToolInput(restoreSchema, body ?? {}).name));
    return {};
  });
  add("GET", "/k/platform/faults.json", () => ({ faults: faults.list() }));
  add("POST", "/k/platform/faults.json", ({ body }) => ({ faults: faults.add(parseFaults(body)) }));
  add("DELETE", "/k/platform/faults.json", () => {
    faults.clear();
    return {};
  });
  add("GET", "/k/platform/requests.json", ({ query }) => ({
    requests: requests.list({
      method: query.get("method") ?? "",
      text: query.get("text") ?? "",
      status: query.get("status") ?? "",
    }),
  }));
  add("DELETE", "/k/platform/requests.json", () => {
    requests.clear();
    return {};
  });
  if (domains !== null) {
    add("GET", "/k/platform/domains.json", () => ({ domains: domains.list() }));
    add("POST", "/k/platform/domains.json", async ({ body }) => {
      const { snapshot, seed } = parseToolInput(domainSchema, body ?? {});
      try {
        return await domains.open({
          snapshotFile: snapshot === undefined ? null : toSnapshotFile(dataDir, snapshot),
          seed: seed === undefined ? undefined : parseSeed(seed),
        });
      } catch (error) {
        throw error instanceof SeedRefused ? invalidParameter("seed", error.reason) : error;
      }
    });
    add("DELETE", "/k/platform/domains.json", async ({ query }) => {
      const { id } = parseToolInput(idSchema, Object.fromEntries(query));
      if (!(await domains.close(id))) {
        throw new PlatformError("PLATFORM_NO_DOMAIN", { id });
      }
      return {};
    });
  }
  return routes;
}

async function answerTool(services: Services, context: Context<Bindings>, answer: Answer): Promise<Response> {
  const request = context.req.raw;
  let language = pickLanguage(null, request.headers.get("accept-language"));
  try {
    const caller = await authenticate(services, request);
    language = pickLanguage(caller.user, request.headers.get("accept-language"));
    if (!caller.user.isAdmin) {
      throw new PlatformError("CB_NO02");
    }
    const query = new URL(request.url).searchParams;
    const { body, token } = await readToolBody(request, context.env.incoming);
    if (request.method !== "GET" && caller.requestToken !== null) {
      if (!isSameToken(token ?? query.get("__REQUEST_TOKEN__"), caller.requestToken)) {
        throw new PlatformError("CB_JH01");
      }
    }
    query.delete("__REQUEST_TOKEN__");
    return toJsonResponse(await answer({ body, query }), 200, {});
  } catch (error) {
    return toErrorResponse(toPlatformError(error, services.log), language);
  }
}
