import { parseArgs } from "node:util";
import { defineMessages } from "../../domain/message.ts";
import { createFailure } from "./failure.ts";

const messages = defineMessages({
  badFlag: {
    ja: "指定「{flag}」が分かりません。使えるのは {known} です。",
    en: "The option “{flag}” is not known. Known are {known}.",
  },
  missingValue: {
    ja: "指定「--{flag}」には値が必要です。",
    en: "The option “--{flag}” needs a value.",
  },
});

export type FlagKinds = Readonly<Record<string, "text" | "switch" | "list">>;

export type Flags = {
  readonly words: readonly string[];
  readonly text: (name: string) => string | undefined;
  readonly isOn: (name: string) => boolean;
  /** Of a flag that may be given several times, or once with commas. */
  readonly list: (name: string) => readonly string[];
};

/** Splits a command line into words and the declared flags; an unknown flag is a failure that names the known ones. */
export function parseFlags(args: readonly string[], kinds: FlagKinds): Flags {
  const options = Object.fromEntries(
    Object.entries(kinds).map(([name, kind]) => [
      name,
      kind === "switch" ? { type: "boolean" as const } : { type: "string" as const, multiple: kind === "list" },
    ]),
  );
  const parsed = parseArgs({ args: [...args], options, allowPositionals: true, strict: false });
  const known = Object.keys(kinds)
    .map((name) => `--${name}`)
    .join(" ");
  for (const [name, values] of Object.entries(parsed.values)) {
    const value = Array.isArray(values) ? values[0] : values;
    const kind = kinds[name];
    if (kind === undefined || (kind === "switch" && typeof value === "string")) {
      throw createFailure("invalid", messages.badFlag, { flag: `--${name}`, known });
    }
    if (kind !== "switch" && (typeof value !== "string" || value === "")) {
      throw createFailure("invalid", messages.missingValue, { flag: name });
    }
  }
  return {
    words: parsed.positionals,
    text: (name) => {
      const value = parsed.values[name];
      return typeof value === "string" ? value : undefined;
    },
    isOn: (name) => parsed.values[name] === true,
    list: (name) => {
      const value = parsed.values[name];
      const texts = Array.isArray(value) ? value : [value];
      return texts.flatMap((text) => (typeof text === "string" ? text.split(",") : [])).filter((text) => text !== "");
    },
  };
}
