import * as v from "valibot";
import { textOf } from "../../cli/say.ts";
import { defineMessages } from "../../../domain/message.ts";
import { overlaySchema } from "../overlay/overlay.ts";

const messages = defineMessages({
  noMember: { ja: "この名前の項目はありません", en: "there is no such member" },
  twice: { ja: "{path}(「{name}」が2つあります)", en: "{path} (“{name}” is there twice)" },
  noTown: { ja: "{path}(「{name}」は municipalities にありません)", en: "{path} (“{name}” is not in municipalities)" },
  noWave: {
    ja: "municipalities.{name}(どの waves にも入っていません)",
    en: "municipalities.{name} (is in none of the waves)",
  },
  needsBase: {
    ja: "municipalities.{name}.{member}(base を書いたときだけ使えます。environment の内容は、そのファイルを直します)",
    en: "municipalities.{name}.{member} (only together with base; mend the file of an environment itself)",
  },
  both: {
    ja: "municipalities.{name}(base と environment は、どちらか一方だけです)",
    en: "municipalities.{name} (either base or environment, not both)",
  },
  absent: { ja: "ありません", en: "is missing" },
});

const plainName = v.pipe(
  v.string("名前が必要"),
  v.regex(/^[a-z0-9][a-z0-9-]*$/u, "名前は半角の英小文字・数字・ハイフン"),
);
const count = (least: number, most: number, otherwise: string) =>
  v.pipe(v.number(otherwise), v.integer(otherwise), v.minValue(least, otherwise), v.maxValue(most, otherwise));

/** What a municipality may say instead of its base; all of it is judged as part of the environment that comes out. */
const patchMembers = [
  "kind",
  "baseUrl",
  "guestSpace",
  "space",
  "apps",
  "credentials",
  "principals",
  "overlay",
  "ruleLevels",
  "labels",
] as const;

const townSchema = v.strictObject(
  {
    name: plainName,
    label: v.optional(v.pipe(v.string("文字列が必要"), v.minLength(1, "空"))),
    environment: v.optional(plainName),
    base: v.optional(plainName),
    ...v.entriesFromList(patchMembers, v.optional(v.unknown())),
  },
  textOf(messages.noMember),
);

const waveSchema = v.strictObject(
  { name: plainName, municipalities: v.pipe(v.array(plainName, "名前の一覧が必要"), v.minLength(1, "空")) },
  textOf(messages.noMember),
);

// Strict, as environments are: a password that somebody writes here is refused instead of being overlooked.
const fleetSchema = v.strictObject(
  {
    format: v.literal(1, "「1」が必要"),
    name: plainName,
    label: v.pipe(v.string("文字列が必要"), v.minLength(1, "空")),
    parallel: v.optional(count(1, 32, "1から32の整数が必要"), 4),
    stopAfter: v.optional(count(1, 1000, "1以上の整数が必要"), 1),
    dailyCalls: v.optional(count(1, 1_000_000, "1以上の整数が必要"), 10_000),
    overlay: v.optional(overlaySchema, {}),
    waves: v.pipe(v.array(waveSchema, "組の一覧が必要"), v.minLength(1, "空")),
    municipalities: v.pipe(v.array(townSchema, "市町村の一覧が必要"), v.minLength(1, "空")),
  },
  textOf(messages.noMember),
);

export type FleetFile = v.InferOutput<typeof fleetSchema>;

export type FleetTown = FleetFile["municipalities"][number];

/** The file as it says itself, or everything that is wrong in it. */
export function parseFleetFile(raw: unknown): { readonly fleet: FleetFile } | { readonly faults: readonly string[] } {
  const parsed = v.safeParse(fleetSchema, raw);
  if (!parsed.success) {
    return {
      faults: parsed.issues.map((issue) => {
        const reason = issue.received === "undefined" ? textOf(messages.absent) : issue.message;
        return `${v.getDotPath(issue) ?? "JSON"}(${reason})`;
      }),
    };
  }
  const faults = findContradictions(parsed.output);
  return faults.length > 0 ? { faults } : { fleet: parsed.output };
}

function findContradictions({ waves, municipalities }: FleetFile): string[] {
  const names = municipalities.map(({ name }) => name);
  const placed = waves.flatMap((wave) => wave.municipalities);
  return [
    ...findTwice(names).map((name) => textOf(messages.twice, { path: "municipalities", name })),
    ...findTwice(waves.map(({ name }) => name)).map((name) => textOf(messages.twice, { path: "waves", name })),
    ...findTwice(placed).map((name) => textOf(messages.twice, { path: "waves.municipalities", name })),
    ...waves.flatMap((wave) =>
      wave.municipalities
        .filter((name) => !names.includes(name))
        .map((name) => textOf(messages.noTown, { path: `waves.${wave.name}`, name })),
    ),
    ...names.filter((name) => !placed.includes(name)).map((name) => textOf(messages.noWave, { name })),
    ...municipalities.flatMap((town) => findMisplaced(town)),
  ];
}

function findMisplaced(town: FleetTown): string[] {
  const { name, base, environment } = town;
  if (base !== undefined) {
    return environment === undefined ? [] : [textOf(messages.both, { name })];
  }
  return patchMembers
    .filter((member) => town[member] !== undefined)
    .map((member) => textOf(messages.needsBase, { name, member }));
}

function findTwice(names: readonly string[]): string[] {
  return [...new Set(names.filter((name, index) => names.indexOf(name) !== index))];
}
