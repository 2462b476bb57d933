import { appendFileSync, existsSync, mkdirSync, readFileSync, readdirSync, rmSync, writeFileSync } from "node:fs";
import { resolve } from "node:path";
import { createHash, randomBytes } from "node:crypto";
import { isJsonObject, listOf, memberOf, objectOf, textOf, toJsonObject } from "../client/json.ts";
import type { Json, JsonObject } from "../client/json.ts";
import type { SettingsWrite } from "../observe/find-write.ts";

/** A draft that runs of ours wrote: the revision their last answered write left, and the write that may have arrived after it. */
type OwnDraft = { readonly revision: string; readonly pending: SettingsWrite | null };

type OwnDrafts = ReadonlyMap<string, OwnDraft>;

/** What one run did so far, line by line on disk before and after each write; settings as they are sent, no records and no secrets. */
export type Run = {
  /** Before a write leaves; `app` where it is about the settings of one. */
  readonly send: (line: { readonly step: number; readonly app: string | null; readonly write: SettingsWrite }) => void;
  readonly answer: (line: {
    readonly step: number;
    readonly app: string | null;
    readonly after: string;
    readonly body: Json;
  }) => void;
  /** kintone said no: nothing of it arrived. */
  readonly refuse: (line: { readonly step: number; readonly app: string | null }) => void;
  readonly deploying: (apps: readonly string[]) => void;
  readonly deployed: (apps: readonly string[]) => void;
  readonly end: (result: "done" | "failed", reason: string) => void;
};

export type Journal = {
  /** What runs of ours left prepared of an app. */
  readonly ownDraft: (app: string) => OwnDraft | undefined;
  /** Apps whose deploy was asked for and whose end no run has seen. */
  readonly pendingDeploy: () => readonly string[];
  readonly start: (environment: string) => Run;
};

const kept = 20;

/** The journals of one environment: a file a run, the newest of which begins with what the ones before it left open. */
export function openJournal(stateFolder: string): Journal {
  const folder = resolve(stateFolder, "journal");
  const files = existsSync(folder)
    ? readdirSync(folder)
        .filter((name) => name.endsWith(".jsonl"))
        .toSorted()
    : [];
  // A file without a whole first line was killed at birth and says nothing.
  const newest =
    files
      .toReversed()
      .map((name) => readLines(resolve(folder, name)))
      .find((lines) => lines.length > 0) ?? [];
  const { own, deploying } = replay(newest);
  return {
    ownDraft: (app) => own.get(app),
    pendingDeploy: () => deploying,
    start: (environment) => {
      mkdirSync(folder, { recursive: true });
      files.slice(0, -kept).forEach((name) => rmSync(resolve(folder, name), { force: true }));
      const at = new Date().toISOString();
      const file = resolve(folder, `${at.replaceAll(/[:.]/gu, "-")}-${randomBytes(3).toString("hex")}.jsonl`);
      const write = (line: JsonObject): void => appendFileSync(file, `${JSON.stringify(line)}\n`);
      const open = Object.fromEntries([...own].map(([app, draft]) => [app, { ...draft }]));
      writeFileSync(file, `${JSON.stringify({ type: "start", at, environment, own: open, deploying })}\n`);
      return createRun(write);
    },
  };
}

function createRun(write: (line: JsonObject) => void): Run {
  return {
    send: ({ step, app, write: { method, path, body } }) =>
      write({ type: "send", step, app, method, path, ...(app === null ? {} : { body }) }),
    answer: ({ body, ...line }) => write({ type: "answer", ...line, hash: hashAnswer(body) }),
    refuse: (line) => write({ type: "refused", ...line }),
    deploying: (apps) => write({ type: "deploying", apps: [...apps] }),
    deployed: (apps) => write({ type: "deployed", apps: [...apps] }),
    end: (result, reason) => write({ type: "end", at: new Date().toISOString(), result, reason }),
  };
}

function parseWrite(line: Json): SettingsWrite | null {
  const method = (["POST", "PUT", "DELETE"] as const).find((each) => each === memberOf(line, "method"));
  return method === undefined
    ? null
    : { method, path: textOf(memberOf(line, "path")), body: objectOf(memberOf(line, "body")) };
}

function hashAnswer(body: Json): string {
  return createHash("sha256").update(JSON.stringify(body)).digest("hex").slice(0, 16);
}

/** The whole lines of a journal; a kill may have torn the last one. */
function readLines(file: string): JsonObject[] {
  return readFileSync(file, "utf8")
    .split("\n")
    .flatMap((text) => {
      try {
        const line: unknown = JSON.parse(text);
        return isJsonObject(line) ? [line] : [];
      } catch {
        return [];
      }
    });
}

function replay(lines: readonly JsonObject[]): { own: OwnDrafts; deploying: readonly string[] } {
  const own = new Map<string, OwnDraft>();
  let deploying: readonly string[] = [];
  for (const line of lines) {
    const app = textOf(line["app"]);
    switch (textOf(line["type"])) {
      case "start":
        for (const [id, draft] of Object.entries(toJsonObject(line["own"]))) {
          own.set(id, {
            revision: textOf(memberOf(draft, "revision")),
            pending: parseWrite(memberOf(draft, "pending")),
          });
        }
        deploying = listOf(line["deploying"]).map(textOf);
        break;
      case "send":
        if (app !== "") {
          own.set(app, { revision: textOf(memberOf(line["body"], "revision")), pending: parseWrite(line) });
        }
        break;
      case "refused":
        own.set(app, { revision: own.get(app)?.revision ?? "", pending: null });
        break;
      case "answer":
        if (app !== "") {
          own.set(app, { revision: textOf(line["after"]), pending: null });
        }
        break;
      case "deploying":
        deploying = listOf(line["apps"]).map(textOf);
        break;
      case "deployed":
        listOf(line["apps"]).forEach((id) => own.delete(textOf(id)));
        deploying = [];
        break;
      default:
        break;
    }
  }
  return { own, deploying };
}
