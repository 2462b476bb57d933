import { KintoneRestAPIClient } from "@kintone/rest-api-client";
import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { knownKintoneOperations, knownUserOperations } from "../../../platform/api/published/known-operations.ts";
import { createPlatform, type Platform } from "../../../platform/server.ts";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { isObject } from "./find-schema-faults.ts";

const dataDir = mkdtempSync(join(tmpdir(), "machi-dx-paths-"));
let platform: Platform;
let space = "";

beforeAll(async () => {
  platform = await createPlatform({ port: 0, dataDir });
  const client = new KintoneRestAPIClient({ baseUrl: platform.url, auth: { username: "admin", password: "admin" } });
  const members = [{ entity: { type: "USER" as const, code: "admin" }, isAdmin: true }];
  space = String((await client.space.addSpaceFromTemplate({ id: 1, name: "共同", isGuest: true, members })).id);
});

afterAll(async () => {
  await platform.close();
  rmSync(dataDir, { recursive: true, force: true });
});

/** Asks for an operation with nothing in it: whatever is answered, it must not be that it is not there. */
async function ask(method: string, path: string): Promise<string> {
  const response = await fetch(platform.url + path, {
    method,
    headers: { "X-Cybozu-Authorization": Buffer.from("admin:admin").toString("base64") },
  });
  const text = await response.text();
  // Who belongs to a guest space is let in: a 403 there would hide that nothing is behind it.
  const isMissing = text.includes("PLATFORM_NOT_IMPLEMENTED") || response.status === 403;
  return `${method} ${path} ${isMissing ? "is missing" : "is there"}`;
}

const listed = Object.entries({ ...knownKintoneOperations, ...knownUserOperations }).flatMap(([path, methods]) =>
  methods.split(" ").map((method) => ({ method, path })),
);
const toTwin = (path: string): string => path.replace("/k/v1/", "/k/guest/{guestSpaceId}/v1/");

/** The operations of the official description, where the environment names it (see `watch-answers.ts`). */
function readDescribed(): readonly { readonly method: string; readonly path: string }[] {
  const file = process.env["KINTONE_OPENAPI"] ?? "";
  const document: unknown = file === "" ? {} : JSON.parse(readFileSync(file, "utf8"));
  const paths = isObject(document) && isObject(document["paths"]) ? document["paths"] : {};
  return Object.entries(paths).flatMap(([path, operations]) =>
    isObject(operations) ? Object.keys(operations).map((method) => ({ method: method.toUpperCase(), path })) : [],
  );
}

describe("the route table", () => {
  it("has every published operation, on its own path and on that of a guest space", async () => {
    const asked = listed.flatMap(({ method, path }) =>
      [...new Set([path, toTwin(path)])].map((at) => ({ method, path: at })),
    );
    const answers = await Promise.all(
      asked.map(({ method, path }) => ask(method, path.replace("{guestSpaceId}", space))),
    );
    expect(answers.filter((answer) => answer.endsWith("is missing"))).toEqual([]);
    expect(await ask("GET", "/k/v1/nothing.json")).toBe("GET /k/v1/nothing.json is missing");
  });

  it("names every operation of the official description", () => {
    const known = new Set(listed.flatMap(({ method, path }) => [`${method} ${path}`, `${method} ${toTwin(path)}`]));
    const described = readDescribed().map(({ method, path }) => `${method} ${path}`);
    expect(described.filter((name) => !known.has(name))).toEqual([]);
  });
});
