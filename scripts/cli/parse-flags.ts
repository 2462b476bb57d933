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

export type FlagKinds = Readonly<Record<string, "text" | "switch">>;

export type Flags = {
  readonly words: readonly string[];
  readonly text: (name: string) => string | undefined;
  readonly isOn: (name: string) => boolean;
};

/** Splits a command line into words and the declared flags; an unknown flag is a failure that names the known ones. */
export function parseFlags(args: readonly string[], kinds: FlagKinds): Flags {
  const options = Object.fromEntries(
    Object.entries(kinds).map(([name, kind]) => [
      name,
      { type: kind === "text" ? ("string" as const) : ("boolean" as const) },
    ]),
  );
  const parsed = parseArgs({ args: [...args], options, allowPositionals: true, strict: false });
  const known = Object.keys(kinds)
    .map((name) => `--${name}`)
    .join(" ");
  for (const [name, value] of Object.entries(parsed.values)) {
    const kind = kinds[name];
    if (kind === undefined || (kind === "switch" && typeof value === "string")) {
      throw createFailure("invalid", messages.badFlag, { flag: `--${name}`, known });
    }
    if (kind === "text" && (typeof value !== "string" || value === "")) {
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
  };
}
