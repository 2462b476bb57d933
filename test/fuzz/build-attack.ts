import type { Operation } from "../../platform/api/operation.ts";
import { rightCalls, untouchedApp } from "./fuzz-seed.ts";
import type { Json } from "./hostile-value.ts";
import { mutate, toHostileText, toHostileValue } from "./hostile-value.ts";
import type { Random } from "./random.ts";
import { stringify } from "qs";

export type Attack = {
  readonly method: string;
  readonly path: string;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: string | Uint8Array | null;
};

const authorization = Buffer.from("admin:admin").toString("base64");

/** What stands on the platform under attack. */
export type World = {
  /** What GET answered about app 1, by path: the best start for a PUT. */
  readonly answers: ReadonlyMap<string, Json>;
  readonly guestSpace: string;
  readonly guestApp: string;
  /** An API token of app 1 with every right. */
  readonly token: string;
};

/** One spoiled call of an operation: on its own path or its guest twin, with the password or an API token. */
export function buildAttack(random: Random, operation: Operation, world: World): Attack {
  const usesPreview = operation.reach === "preview" || (operation.reach === "both" && random.chance(0.5));
  const plain = usesPreview ? operation.path.replace("/k/v1/", "/k/v1/preview/") : operation.path;
  const guest = random.chance(0.15);
  const path = guest ? plain.replace("/k/v1/", `/k/guest/${world.guestSpace}/v1/`) : plain;
  const right = rightCalls[`${operation.method} ${operation.path}`] ?? withApp(world.answers.get(operation.path) ?? {});
  const aimed = guest && random.chance(0.8) ? aimAt(right, world) : right;
  const params = spareUntouchedApp(random.chance(0.05) ? toHostileValue(random) : mutate(random, aimed));
  const headers: Record<string, string> = random.chance(0.15)
    ? { "X-Cybozu-API-Token": world.token }
    : { "X-Cybozu-Authorization": authorization };
  if (random.chance(0.1)) {
    headers["Accept-Language"] = toHeaderText(toHostileText(random));
  }
  if (random.chance(0.02)) {
    headers["X-Cybozu-Authorization"] = toHeaderText(toHostileText(random));
  }
  if (random.chance(0.02)) {
    headers["X-Cybozu-API-Token"] = toHeaderText(toHostileText(random));
  }
  if (operation.method === "GET" || (operation.method === "DELETE" && random.chance(0.5))) {
    const query = toQuery(params);
    if (query.length < 6000 && random.chance(0.8)) {
      return { method: operation.method, path: `${path}?${query}`, headers, body: null };
    }
    if (operation.method === "GET") {
      headers["X-HTTP-Method-Override"] = "GET";
      return {
        method: "POST",
        path,
        headers: { ...headers, "Content-Type": "application/json" },
        body: toJson(params),
      };
    }
  }
  headers["Content-Type"] = random.chance(0.97) ? "application/json" : toHeaderText(toHostileText(random));
  return { method: operation.method, path, headers, body: toBody(random, params) };
}

/** The same call for the app of the guest space; calls inside a bulk request go by its path as well. */
function aimAt(right: Json, { guestSpace, guestApp }: World): Json {
  const text = toJson(right)
    .replaceAll('"app":1,', `"app":${guestApp},`)
    .replaceAll('"/k/v1/', `"/k/guest/${guestSpace}/v1/`);
  const aimed: Json = JSON.parse(text);
  return aimed;
}

function withApp(answer: Json): Json {
  return typeof answer === "object" && answer !== null && !Array.isArray(answer)
    ? Object.assign({}, answer, { app: 1, revision: -1 })
    : { app: 1 };
}

/** Mostly JSON; now and then cut short, doubled keys, other bytes. */
function toBody(random: Random, params: Json): string | Uint8Array {
  const json = toJson(params);
  switch (random.below(40)) {
    case 0:
      return json.slice(0, random.below(json.length));
    case 1:
      return json.replace("{", '{"app":1,"app":{},');
    case 2:
      return Buffer.concat([Buffer.from(json.slice(0, 5)), Buffer.from([0xff, 0xfe, 0x00, 0xc3])]);
    case 3:
      return `\uFEFF${json}`;
    case 4:
      return json.replace("{", '{"__proto__":{"isAdmin":true},');
    default:
      return json;
  }
}

function toJson(params: Json): string {
  return JSON.stringify(params);
}

function toQuery(params: Json): string {
  try {
    return typeof params === "object" && params !== null
      ? stringify(params)
      : `app=${encodeURIComponent(String(params))}`;
  } catch {
    // A lone surrogate has no percent encoding.
    return "app=%F0%9F";
  }
}

/** A header carries Latin-1 without control characters; what HTTP itself forbids would never leave this process. */
function toHeaderText(text: string): string {
  return text.replaceAll(/[^\x20-\x7E]/gu, "?").slice(0, 500) || "x";
}

/** `app`: 2 anywhere would attack the app that must stay as it is. */
function spareUntouchedApp(value: Json): Json {
  if (typeof value !== "object" || value === null) {
    return value;
  }
  if (isList(value)) {
    return value.map(spareUntouchedApp);
  }
  return Object.fromEntries(
    Object.entries(value).map(([key, item]) => [
      key,
      key === "app" && typeof item !== "object" && Number(item) === untouchedApp ? 1 : spareUntouchedApp(item),
    ]),
  );
}

function isList(value: Json): value is readonly Json[] {
  return Array.isArray(value);
}
