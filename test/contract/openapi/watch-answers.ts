import { readFileSync } from "node:fs";
import { ServerResponse } from "node:http";
import { findSchemaFaults, isObject, type Description } from "./find-schema-faults.ts";

/** What the description names and this platform leaves out knowingly. */
const knownGaps: readonly RegExp[] = [
  // kintone fills in the size of a field that was placed without one; the figures by type were not measured.
  /form\/layout\.json .*\.size\.(?:width|height|innerHeight) is described and missing$/u,
];

type Judge = (call: { readonly method: string; readonly url: string }, body: string) => void;

const faults = new Set<string>();
compareAnswers();

/**
 * Throws when an answer of the platforms in this process did not fit the official description since this was last asked.
 *
 * The environment variable `KINTONE_OPENAPI` names the description as a JSON file (it is published as YAML: python3 -c
 * 'import json,sys,yaml; json.dump(yaml.safe_load(sys.stdin), sys.stdout, default=str)'); without it nothing is compared.
 */
export function refuseAnswerFaults(): void {
  const found = [...faults];
  faults.clear();
  if (found.length > 0) {
    throw new Error(`answers differ from the official description:\n${found.join("\n")}`);
  }
}

function compareAnswers(): void {
  const file = process.env["KINTONE_OPENAPI"];
  if (file === undefined || file === "") {
    return;
  }
  const document: unknown = JSON.parse(readFileSync(file, "utf8"));
  if (!isObject(document)) {
    throw new TypeError(`${file} holds no JSON object`);
  }
  listen(createJudge({ document }, (fault) => faults.add(fault)));
}

function createJudge(description: Description, report: (fault: string) => void): Judge {
  const { paths } = description.document;
  return ({ method, url }, body) => {
    const path = new URL(url, "http://localhost").pathname.replace(/^\/k\/guest\/\d+\//u, "/k/guest/{guestSpaceId}/");
    const schema = schemaOf(isObject(paths) ? paths[path] : undefined, method);
    if (schema === undefined) {
      return;
    }
    const value: unknown = JSON.parse(body);
    for (const { path: at, problem } of findSchemaFaults(value, schema, description)) {
      // Numbers and names given by people are left out, so that one fault is told once.
      const line = `${method} ${path} ${at.replaceAll(/\[\d+\]/gu, "[]")} ${problem}`;
      if (!knownGaps.some((pattern) => pattern.test(line))) {
        report(line);
      }
    }
  };
}

/** The schema of the 200 answer, if the description has one. */
function schemaOf(path: unknown, method: string): unknown {
  let found: unknown = path;
  for (const part of [method.toLowerCase(), "responses", "200", "content", "application/json", "schema"]) {
    found = isObject(found) ? found[part] : undefined;
  }
  return found;
}

/** Platforms under test run in this process: their answers pass through here whoever asked. */
function listen(judge: Judge): void {
  // Both are called with the response they were called on.
  // oxlint-disable-next-line typescript/unbound-method
  const { end, write } = ServerResponse.prototype;
  const bodies = new WeakMap<object, string[]>();
  const keep = (response: ServerResponse, chunk: unknown): void => {
    if (typeof chunk === "string" || chunk instanceof Uint8Array) {
      const parts = bodies.get(response) ?? [];
      parts.push(Buffer.from(chunk).toString("utf8"));
      bodies.set(response, parts);
    }
  };
  ServerResponse.prototype.write = function keepPart(this: ServerResponse, ...parts: unknown[]) {
    keep(this, parts[0]);
    return Reflect.apply(write, this, parts);
  };
  ServerResponse.prototype.end = function judgeWhole(this: ServerResponse, ...parts: unknown[]) {
    keep(this, parts[0]);
    const override = this.req.headers["x-http-method-override"];
    const method = typeof override === "string" ? override : (this.req.method ?? "GET");
    if (this.statusCode === 200) {
      judge({ method, url: this.req.url ?? "" }, (bodies.get(this) ?? []).join(""));
    }
    return Reflect.apply(end, this, parts);
  };
}
