import type { Operation } from "../operation.ts";
import { knownKintoneOperations, knownUserOperations } from "./known-operations.ts";

/** Operations that are no JSON and therefore stand in `http/file-transfer.ts` instead of the route table. */
const transferred = new Set(["GET /k/v1/file.json", "POST /k/v1/file.json"]);

type Line = { readonly path: string; readonly method: string; readonly state: "yes" | "no" };

/** The page `docs/kintone/coverage.md`: every operation that kintone publishes, and whether this platform answers it. */
export function buildCoverage(operations: readonly Operation[]): string {
  const answered = new Set(operations.flatMap(namesOf));
  const kintone = toLines(knownKintoneOperations, answered);
  const user = toLines(knownUserOperations, answered);
  const published = new Set([...kintone, ...user].map(({ method, path }) => `${method} ${path}`));
  const own = [...answered].filter((name) => !published.has(name)).toSorted();
  return [
    "# kintone REST API: what is answered",
    "",
    "Written by `node --import tsx platform/api/published/write-coverage.ts` from the route table `platform/api/routes.ts`;",
    "a test holds that this page is current. “not yet” answers HTTP 501 with a JSON error and writes a line to the log, never an empty success.",
    "",
    "| | implemented | not yet | published |",
    "|---|---|---|---|",
    summary("kintone REST API (`/k/v1/`)", kintone),
    summary("User API (`/v1/`)", user),
    "",
    "Every path below `/k/v1/` has a twin below `/k/guest/{space}/v1/`, answered by the same code for the apps of that guest space (GAIA_IL23 and CB_NO02 elsewhere).",
    "",
    "## kintone REST API",
    "",
    ...table(kintone),
    "",
    "## User API",
    "",
    ...table(user),
    "",
    "## Beside what kintone publishes",
    "",
    "Paths of this platform that kintone does not have, or has only inside its own pages.",
    "",
    ...own.map((name) => `- \`${name}\``),
    "",
  ].join("\n");
}

function namesOf({ method, path, reach }: Operation): readonly string[] {
  const preview = path.replace("/k/v1/", "/k/v1/preview/");
  const paths = { live: [path], preview: [preview], both: [path, preview] }[reach];
  return paths.map((name) => `${method} ${name}`);
}

function toLines(known: Readonly<Record<string, string>>, answered: ReadonlySet<string>): readonly Line[] {
  return Object.entries(known).flatMap(([path, methods]) =>
    methods.split(" ").map((method) => ({ path, method, state: stateOf(`${method} ${path}`, answered) })),
  );
}

function stateOf(name: string, answered: ReadonlySet<string>): Line["state"] {
  return answered.has(name) || transferred.has(name) ? "yes" : "no";
}

const words = { yes: "implemented", no: "**not yet** (501)" } as const;

function summary(name: string, lines: readonly Line[]): string {
  const count = (state: Line["state"]): number => lines.filter((line) => line.state === state).length;
  return `| ${name} | ${count("yes")} | ${count("no")} | ${lines.length} |`;
}

function table(lines: readonly Line[]): readonly string[] {
  return [
    "| Method | Path | State |",
    "|---|---|---|",
    ...lines.map(({ method, path, state }) => `| ${method} | \`${path}\` | ${words[state]} |`),
  ];
}
