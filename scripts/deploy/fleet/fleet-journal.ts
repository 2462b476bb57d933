import { appendFileSync, existsSync, mkdirSync, readFileSync, readdirSync, rmSync } from "node:fs";
import { resolve } from "node:path";
import * as v from "valibot";

const lineSchema = v.variant("type", [
  v.object({ type: v.literal("town"), town: v.string(), declared: v.string(), outcome: v.string(), at: v.string() }),
  v.object({ type: v.literal("round"), at: v.string() }),
]);

/** Which municipalities have this suite already; one round ends when all have it, and the next looks at all again. */
export type FleetJournal = {
  readonly isFinished: (town: string) => boolean;
  /** Written when a municipality ends, so that a run that is killed loses none that was served. */
  readonly note: (line: { readonly town: string; readonly declared: string; readonly outcome: string }) => void;
};

const kept = 20;

/** `declared`: each municipality's hash, so that one whose own words changed is served again and no other. */
export function openFleetJournal(
  stateFolder: string,
  names: { readonly fleet: string; readonly suite: string },
  declared: ReadonlyMap<string, string>,
): FleetJournal {
  const folder = resolve(stateFolder, "fleets", names.fleet);
  const file = resolve(folder, `${names.suite.slice(0, 16)}.jsonl`);
  endCutLine(file);
  let finished = new Set<string>();
  for (const line of readLines(file)) {
    if (line.type === "round") {
      finished = new Set();
    } else if (line.outcome === "done" && declared.get(line.town) === line.declared) {
      finished.add(line.town);
    } else {
      finished.delete(line.town);
    }
  }
  function write(line: v.InferOutput<typeof lineSchema>): void {
    mkdirSync(folder, { recursive: true });
    appendFileSync(file, `${JSON.stringify(line)}\n`);
  }
  if ([...declared.keys()].every((town) => finished.has(town))) {
    finished = new Set();
    if (existsSync(file)) {
      write({ type: "round", at: new Date().toISOString() });
    }
  }
  dropOld(folder, file);
  return {
    isFinished: (town) => finished.has(town),
    note: (line) => write({ type: "town", ...line, at: new Date().toISOString() }),
  };
}

/** A line that a kill cut short says nothing. */
function readLines(file: string): v.InferOutput<typeof lineSchema>[] {
  const text = existsSync(file) ? readFileSync(file, "utf8") : "";
  return text.split("\n").flatMap((line) => {
    try {
      return [v.parse(lineSchema, JSON.parse(line))];
    } catch {
      return [];
    }
  });
}

/** What a kill left half written must not swallow the line that comes after it. */
function endCutLine(file: string): void {
  if (existsSync(file) && !readFileSync(file, "utf8").endsWith("\n")) {
    appendFileSync(file, "\n");
  }
}

/** Each suite has a journal of its own; those of long ago are of no use. */
function dropOld(folder: string, current: string): void {
  const files = existsSync(folder) ? readdirSync(folder).filter((name) => name.endsWith(".jsonl")) : [];
  const others = files.map((name) => resolve(folder, name)).filter((file) => file !== current);
  others.slice(0, Math.max(0, others.length - kept)).forEach((file) => rmSync(file, { force: true }));
}
