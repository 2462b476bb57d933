import { PlatformError } from "./platform-error.ts";
import { createPlatform } from "./server.ts";
import { DataFolderInUse, lockDataFolder } from "./store/data-lock.ts";
import { openDatabase } from "./store/database.ts";
import { SeedRefused } from "./tool/seed/apply-seed.ts";
import { toDataFile, writeDatabaseCopy } from "./tool/snapshots.ts";
import { existsSync, readFileSync } from "node:fs";
import { parseArgs, type ParseArgsConfig } from "node:util";

/** What whoever starts the server can mend; no stack is of use to them. */
class StartRefused extends Error {}

/**
 * `node --import tsx platform/main.ts --port N --data DIR --deploy-delay MS --seed FILE --restore FILE --domains N
 * --movable-clock --allow-proxy HOST` (again for each host), or
 * `--data DIR --snapshot FILE`, which writes a copy of the data folder and ends.
 */
const values = readFlags();

function readFlags() {
  const options = {
    port: { type: "string", default: "8400" },
    data: { type: "string", default: ".data/platform" },
    "deploy-delay": { type: "string", default: "0" },
    seed: { type: "string" },
    restore: { type: "string" },
    snapshot: { type: "string" },
    domains: { type: "string", default: "0" },
    "allow-proxy": { type: "string", multiple: true, default: [] },
    "movable-clock": { type: "boolean", default: false },
  } satisfies ParseArgsConfig["options"];
  try {
    return parseArgs({ options }).values;
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error);
    const flags = Object.keys(options).map((name) => `--${name}`);
    console.error(
      `指定を読めませんでした: ${reason} / The flags could not be read. 使えるもの / There are: ${flags.join(" ")}`,
    );
    return process.exit(1);
  }
}

try {
  if (values.snapshot === undefined) {
    await run();
  } else {
    writeSnapshot(values.snapshot);
  }
} catch (error) {
  console.error(explain(error));
  process.exit(1);
}

async function run(): Promise<void> {
  const seed = values.seed === undefined ? undefined : readJsonFile(values.seed);
  const platform = await createPlatform({
    dataDir: values.data,
    port: toNumber(values.port, "--port", 65_535),
    deployDelayMs: toNumber(values["deploy-delay"], "--deploy-delay", 600_000),
    movableClock: values["movable-clock"],
    proxyHosts: values["allow-proxy"],
    patienceMs: 3000,
    ...(seed !== undefined && { seed }),
    ...(values.restore !== undefined && { restoreFrom: values.restore }),
    log: (line) => {
      console.error(line);
    },
  });
  const count = toNumber(values.domains, "--domains", 64);
  for (let index = 0; index < count; index += 1) {
    const { id, url } = await platform.openDomain(seed);
    console.log(`domain ${id} ${url}`);
  }
  console.log(`ready ${platform.url}`);
  for (const signal of ["SIGINT", "SIGTERM"] as const) {
    process.once(signal, () => {
      platform.close().then(
        () => process.exit(0),
        (error: unknown) => {
          console.error(error);
          process.exit(1);
        },
      );
    });
  }
}

/** Only over a folder that no process works on: a running platform takes `POST /k/platform/snapshot.json`. */
function writeSnapshot(file: string): void {
  if (!existsSync(toDataFile(values.data))) {
    throw new StartRefused(`「${values.data}」にデータがありません。 / There is no data in "${values.data}".`);
  }
  const unlock = lockDataFolder(values.data);
  try {
    const db = openDatabase(toDataFile(values.data));
    writeDatabaseCopy(db, file);
    db.close();
    console.log(`snapshot ${file}`);
  } finally {
    unlock();
  }
}

function readJsonFile(file: string): unknown {
  try {
    return JSON.parse(readFileSync(file, "utf8"));
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error);
    throw new StartRefused(
      `「${file}」をJSONとして読めませんでした。 / "${file}" could not be read as JSON. (${reason})`,
      {
        cause: error,
      },
    );
  }
}

function toNumber(text: string, option: string, maximum: number): number {
  const number = Number(text);
  if (!/^\d+$/u.test(text) || number > maximum) {
    throw new StartRefused(
      `${option} には 0 から ${maximum} の整数を指定してください。 / ${option} must be 0 to ${maximum}.`,
    );
  }
  return number;
}

function explain(error: unknown): unknown {
  if (error instanceof DataFolderInUse || error instanceof SeedRefused || error instanceof StartRefused) {
    return error.message;
  }
  if (error instanceof PlatformError) {
    return error.faults === null ? error.message : `${error.message}\n${JSON.stringify(error.faults, null, 2)}`;
  }
  if (error instanceof Error && "code" in error && error.code === "EADDRINUSE") {
    return `ポート ${values.port} は使用中です。--port で別の番号を指定してください。 / Port ${values.port} is in use. Give another one with --port.`;
  }
  return error;
}
