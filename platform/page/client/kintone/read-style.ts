import { toParams } from "./arguments.ts";

type Style = Readonly<Record<string, string>>;

/** The parts of a field's look that a customization may set, with the properties of each (fact sheet §4.4). */
const parts = {
  content: ["backgroundColor", "color", "fontWeight", "textDecoration", "borderColor"],
  background: ["backgroundColor"],
  label: ["color", "fontWeight", "textDecoration"],
} as const;

export type StylePart = keyof typeof parts;
export type FieldStyleSettings = Readonly<Partial<Record<StylePart, Style>>>;

/** What was set before with what is given now over it; `"DEFAULT"` takes back everything, or one part. */
export function mergeStyle(before: unknown, given: unknown): FieldStyleSettings {
  if (given === "DEFAULT") {
    return {};
  }
  const merged: Partial<Record<StylePart, Style>> = {};
  for (const part of listParts()) {
    const old = pickStyle(part, toParams(before)[part]);
    const fresh = toParams(given)[part];
    const style = fresh === "DEFAULT" ? {} : { ...old, ...pickStyle(part, fresh) };
    if (Object.keys(style).length > 0) {
      merged[part] = style;
    }
  }
  return merged;
}

function listParts(): readonly StylePart[] {
  return ["content", "background", "label"];
}

/** The properties of a part as they are drawn now, what was set over it. */
export function describeStyle(part: StylePart, set: Style | undefined, element: Element | null): Style {
  const drawn = element === null ? null : getComputedStyle(element);
  const read = (name: string): string => {
    const value = drawn?.getPropertyValue(toCssName(name)) ?? "";
    return name === "fontWeight" ? (Number(value) >= 600 || value === "bold" ? "bold" : "normal") : shorten(value);
  };
  return Object.fromEntries(parts[part].map((name) => [name, set?.[name] ?? read(name)]));
}

/** CSS declarations of a style that passed `mergeStyle`. */
export function toDeclarations(style: Style): string {
  return Object.entries(style)
    .map(([name, value]) =>
      name === "borderColor"
        ? `box-shadow:inset 0 0 0 2px ${value}!important`
        : `${toCssName(name)}:${value}!important`,
    )
    .join(";");
}

function pickStyle(part: StylePart, given: unknown): Style {
  return Object.fromEntries(
    Object.entries(toParams(given)).filter(
      (entry): entry is [string, string] => parts[part].some((name) => name === entry[0]) && isSafe(entry[0], entry[1]),
    ),
  );
}

function isSafe(name: string, value: unknown): boolean {
  if (name === "fontWeight") {
    return value === "normal" || value === "bold";
  }
  if (name === "textDecoration") {
    return value === "none" || value === "underline" || value === "line-through";
  }
  return typeof value === "string" && /^[#\w(),.% -]+$/u.test(value);
}

function toCssName(name: string): string {
  return name.replaceAll(/[A-Z]/gu, (letter) => `-${letter.toLowerCase()}`);
}

/** Browsers add the line's style and colour to `text-decoration`. */
function shorten(value: string): string {
  return value.replace(/^(none|underline|line-through) .*$/u, "$1");
}
