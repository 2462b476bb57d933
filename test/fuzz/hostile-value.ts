import type { Random } from "./random.ts";

/** Texts that have broken parsers, queries, paths, numbers or clocks somewhere. */
const texts: readonly [string, ...string[]] = [
  "",
  " ",
  "0",
  "-1",
  "1",
  "3",
  "999999999999999999999",
  "1e999",
  "1e-999",
  "0x10",
  "NaN",
  "Infinity",
  "-0",
  "１２３",
  "null",
  "true",
  "undefined",
  "__proto__",
  "constructor",
  "toString",
  "hasOwnProperty",
  "$id",
  "$revision",
  "'; DROP TABLE records; --",
  '" or 1=1',
  '$id > 0 and ("',
  "order by",
  "order by $id asc limit 500 offset 10001",
  'a in ("x", LOGINUSER())',
  'text like "%_\\"',
  '((((((((((text = ""))))))))))',
  "day = FROM_TODAY(999999999999, DAYS)",
  "day >= THIS_WEEK(SUNDAY) and number != 1e400",
  'lines.item in ("") order by lines.item desc',
  "../../../../etc/passwd",
  "a\u0000b",
  "\u0000",
  "\uD800",
  "\uFFFE",
  "\u202E\u200B",
  "<script>alert(1)</script>",
  "javascript:alert(1)",
  "{{7*7}}",
  "${7*7}",
  "2026-02-30",
  "2026-13-45T99:99:99Z",
  "9999-12-31T23:59:59Z",
  "+275760-09-13T00:00:00.001Z",
  "-000001-01-01",
  "24:00",
  "2026-11-22T00:00:00+99:99",
  "data:text/html,x",
  "http://[::1",
  "SUM(amount)+",
  "a".repeat(129),
  "あ".repeat(5000),
  "9".repeat(400),
  `1${"0".repeat(60)}.${"1".repeat(60)}`,
  "(".repeat(3000),
  "not ".repeat(500),
];

export type Json = null | boolean | number | string | readonly Json[] | { readonly [key: string]: Json };

/** One value that nobody expects at this place. */
export function toHostileValue(random: Random, depth = 0): Json {
  switch (random.below(depth > 3 ? 7 : 12)) {
    case 0:
      return null;
    case 1:
      return random.chance(0.5);
    case 2:
      return random.pick([0, -1, 1, 3, 1.5, 1e21, 1e308, -1e308, 2 ** 53, 2 ** 31, -0, 1e-320]);
    case 3:
    case 4:
    case 5:
    case 6:
      return random.pick(texts);
    case 7:
      return Array.from({ length: random.pick([0, 1, 2, 101, 501]) }, () =>
        depth > 1 ? 1 : toHostileValue(random, 4),
      );
    case 8:
      return nest(random.pick([20, 200, 2000]), random.chance(0.5));
    case 9:
      return [];
    case 10:
      return {};
    default:
      return Object.fromEntries(
        Array.from({ length: 1 + random.below(4) }, () => [random.pick(texts), toHostileValue(random, depth + 1)]),
      );
  }
}

export function toHostileText(random: Random): string {
  return random.pick(texts);
}

function nest(levels: number, inArrays: boolean): Json {
  let value: Json = 1;
  for (let level = 0; level < levels; level += 1) {
    value = inArrays ? [value] : { value };
  }
  return value;
}

/** A copy with one to three places changed: replaced, taken out, doubled, renamed, or something added. */
export function mutate(random: Random, value: Json): Json {
  let changed = value;
  for (let count = 1 + random.below(3); count > 0; count -= 1) {
    changed = mutateOnce(random, changed, 0);
  }
  return changed;
}

function mutateOnce(random: Random, value: Json, depth: number): Json {
  if (typeof value !== "object" || value === null || random.chance(depth === 0 ? 0.02 : 0.15)) {
    return toHostileValue(random);
  }
  if (isList(value)) {
    const at = random.below(value.length);
    if (value.length === 0 || random.chance(0.1)) {
      return [...value, toHostileValue(random)];
    }
    if (random.chance(0.1)) {
      return [...value, ...value];
    }
    return value.map((item, index) => (index === at ? mutateOnce(random, item, depth + 1) : item));
  }
  const entries = Object.entries(value);
  const chosen = random.below(entries.length);
  if (entries.length === 0 || random.chance(0.1)) {
    return Object.fromEntries([...entries, [toHostileText(random), toHostileValue(random)]]);
  }
  if (random.chance(0.08)) {
    return Object.fromEntries(entries.filter((_, index) => index !== chosen));
  }
  if (random.chance(0.05)) {
    return Object.fromEntries(
      entries.map(([key, item], index) => (index === chosen ? [toHostileText(random), item] : [key, item])),
    );
  }
  return Object.fromEntries(
    entries.map(([key, item], index) => [key, index === chosen ? mutateOnce(random, item, depth + 1) : item]),
  );
}

function isList(value: Json): value is readonly Json[] {
  return Array.isArray(value);
}
