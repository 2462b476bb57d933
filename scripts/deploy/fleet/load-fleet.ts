import { existsSync, readFileSync, readdirSync } from "node:fs";
import { dirname, resolve } from "node:path";
import { defineMessages } from "../../../domain/message.ts";
import { SuiteError } from "../../../domain/suite-error.ts";
import { createFailure } from "../../cli/failure.ts";
import { inRepository } from "../../cli/repository-root.ts";
import { textOf } from "../../cli/say.ts";
import { declaredApps } from "../desired/build-desired-suite.ts";
import { isJsonObject, parseJson } from "../client/json.ts";
import type { Environment } from "../environment.ts";
import { parseEnvironment } from "../environment.ts";
import { applyOverlay } from "../overlay/apply-overlay.ts";
import type { FleetFile, FleetTown } from "./fleet-file.ts";
import { parseFleetFile } from "./fleet-file.ts";
import { mergeJson } from "./merge-json.ts";

const messages = defineMessages({
  absent: {
    ja: "取りまとめのファイル {file} がありません。--fleet のあとの場所を確かめてください。",
    en: "There is no fleet file {file}. Check what --fleet says.",
  },
  faults: {
    ja: "取りまとめのファイル {file} に直す所が{count}か所あります: {faults}。何も変えていません。直してから、もう一度実行してください。",
    en: "{count} things are wrong in the fleet file {file}: {faults}. Nothing was changed. Mend them, then run again.",
  },
  unreadable: { ja: "JSONとして読めません", en: "is not JSON" },
  noFile: { ja: "{name}: {file} がありません", en: "{name}: there is no {file}" },
  sameDomain: {
    ja: "{name}: 「{other}」と同じアドレス・スペースです({baseUrl})",
    en: "{name}: is at the same address and space as “{other}” ({baseUrl})",
  },
  unknownTown: {
    ja: "{file} に「{name}」という市町村はありません(あるのは {known})。",
    en: "There is no municipality “{name}” in {file} (there are: {known}).",
  },
});

/** One municipality with its environment as it comes out of base, common overlay and its own. */
export type Town = {
  readonly name: string;
  readonly label: string;
  readonly wave: string;
  readonly environment: Environment;
};

/** Municipalities in the order in which they are served: wave by wave, the canary first. */
export type Fleet = Pick<FleetFile, "name" | "label" | "parallel" | "stopAfter" | "dailyCalls"> & {
  readonly file: string;
  readonly waves: readonly string[];
  readonly towns: readonly Town[];
};

type Variables = Readonly<Record<string, string | undefined>>;

/** Reads the fleet file and every environment it names; all that is wrong anywhere is listed in one failure. */
export function loadFleet(file: string, variables: Variables = process.env): Fleet {
  if (!existsSync(file)) {
    throw createFailure("configuration", messages.absent, { file });
  }
  const parsed = parseFleetFile(readJson(file));
  if ("faults" in parsed) {
    throw toFailure(file, parsed.faults);
  }
  const { municipalities, waves, overlay, ...rest } = parsed.fleet;
  const faults: string[] = [];
  const common = readMisfit(() => applyOverlay(rest.name, declaredApps, overlay));
  if (common !== null) {
    throw toFailure(file, [common]);
  }
  const towns = waves.flatMap((wave) =>
    wave.municipalities.flatMap((name): Town[] => {
      const town = municipalities.find((each) => each.name === name);
      const environment = town === undefined ? null : toEnvironment(town, { file, variables, overlay, faults });
      return environment === null
        ? []
        : [{ name, label: town?.label ?? environment.label, wave: wave.name, environment }];
    }),
  );
  faults.push(...findSameDomain(towns));
  if (faults.length > 0) {
    throw toFailure(file, faults);
  }
  return { ...rest, file, waves: waves.map(({ name }) => name), towns };
}

/** One municipality of a fleet as an environment of its own, for every other command. */
export function loadTownEnvironment(file: string, name: string): Environment {
  const { towns } = loadFleet(file);
  const town = towns.find((each) => each.name === name || each.environment.name === name);
  if (town === undefined) {
    const known = towns.map((each) => each.name).join("、");
    throw createFailure("configuration", messages.unknownTown, { file, name, known });
  }
  return town.environment;
}

/** The fleet file that declares this municipality, so that `--env` finds it without a file of its own; null = none does. */
export function findFleetOf(name: string, folder: string = inRepository("environments")): string | null {
  const files = readdirSync(folder)
    .filter((file) => file.endsWith(".json"))
    .map((file) => resolve(folder, file))
    .filter((file) => {
      const parsed = parseFleetFile(readJson(file));
      return "fleet" in parsed && parsed.fleet.municipalities.some((town) => town.name === name);
    });
  return files.length === 1 ? (files[0] ?? null) : null;
}

type Reading = {
  readonly file: string;
  readonly variables: Variables;
  readonly overlay: FleetFile["overlay"];
  readonly faults: string[];
};

function toEnvironment(town: FleetTown, { file, variables, overlay, faults }: Reading): Environment | null {
  const source = town.base ?? town.environment ?? town.name;
  const path = resolve(dirname(file), `${source}.json`);
  if (!existsSync(path)) {
    faults.push(textOf(messages.noFile, { name: town.name, file: path }));
    return null;
  }
  const raw = readJson(path);
  if (!isJsonObject(raw)) {
    faults.push(`${town.name}: ${path}(${textOf(messages.unreadable)})`);
    return null;
  }
  const own = town.base === undefined ? raw : patchBase(raw, town);
  const common = Object.keys(overlay).length === 0 ? {} : { overlay };
  const merged = mergeJson(common, own);
  const name = town.base === undefined ? source : town.name;
  const result = parseEnvironment(name, merged, withoutOverrides(variables));
  if ("missing" in result) {
    faults.push(...result.missing.map((each) => `${town.name}: ${each}`));
    return null;
  }
  const { environment } = result;
  const misfit = readMisfit(() => applyOverlay(environment.name, declaredApps, environment.overlay));
  if (misfit !== null) {
    faults.push(misfit);
  }
  return environment;
}

/** Ids of apps and spaces belong to the base's own domain; everything else is handed on. */
function patchBase(raw: Readonly<Record<string, unknown>>, town: FleetTown): unknown {
  const { apps: _apps, space: _space, guestSpace: _guestSpace, ...inherited } = raw;
  const { base: _base, environment: _environment, label, ...patch } = town;
  return mergeJson(inherited, { ...patch, label: label ?? town.name });
}

/** KINTONE_… name one domain and one account: they would lead every municipality to the same place. */
function withoutOverrides(variables: Variables): Variables {
  return Object.fromEntries(Object.entries(variables).filter(([name]) => !name.startsWith("KINTONE_")));
}

function readMisfit(work: () => unknown): string | null {
  try {
    work();
    return null;
  } catch (error) {
    if (error instanceof SuiteError) {
      return error.message;
    }
    throw error;
  }
}

function findSameDomain(towns: readonly Town[]): string[] {
  const placeOf = ({ environment }: Town): string => `${environment.baseUrl} ${environment.guestSpace ?? ""}`;
  return towns.flatMap((town, index) => {
    const other = towns.slice(0, index).find((each) => placeOf(each) === placeOf(town));
    const { baseUrl } = town.environment;
    return other === undefined ? [] : [textOf(messages.sameDomain, { name: town.name, other: other.name, baseUrl })];
  });
}

function toFailure(file: string, faults: readonly string[]): SuiteError {
  return createFailure("configuration", messages.faults, { file, count: faults.length, faults: faults.join("、") });
}

function readJson(file: string): unknown {
  return parseJson(readFileSync(file, "utf8"));
}
