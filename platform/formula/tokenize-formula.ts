import { FormulaFault } from "./formula-fault.ts";
import { formulaMessages } from "./formula-messages.ts";

export type FormulaToken = {
  /** `name` is a field's code, or a function's name when `(` follows. */
  readonly kind: "number" | "text" | "name" | "sign" | "end";
  /** What it stands for: of a text without its quotes, of `<>` the `!=`. */
  readonly text: string;
  readonly start: number;
  readonly end: number;
};

const patterns = [
  { kind: "space", pattern: /\s+/uy },
  // Without an exponent: measured, `1e3` is a syntax error.
  { kind: "number", pattern: /(?:\d+(?:\.\d*)?|\.\d+)/uy },
  // A backslash before a quote or a backslash, as in the query language (a guess for formulas).
  { kind: "text", pattern: /"(?:[^"\\]|\\[\s\S])*"/uy },
  { kind: "name", pattern: /[\p{L}\p{M}\p{N}\p{Extended_Pictographic}_＿・･＄￥$¥゛゜]+/uy },
  { kind: "mistake", pattern: /==|=<|=>|><|&&|\|\||\*\*|[×÷]/uy },
  { kind: "sign", pattern: /<>|!=|<=|>=|[=<>&+\-*/^(),]/uy },
] as const;

/** Signs that Japanese keyboards give while the input method is on. */
const halfWidth: Readonly<Record<string, string>> = {
  "＋": "+",
  "－": "-",
  "−": "-",
  "＊": "*",
  "／": "/",
  "＾": "^",
  "＆": "&",
  "＝": "=",
  "！": "!",
  "＜": "<",
  "＞": ">",
  "（": "(",
  "）": ")",
  "，": ",",
  "、": ",",
  "．": ".",
  "＂": '"',
  "“": '"',
  "”": '"',
};

/** Other languages' operators. kintone help says that such are recognised; which ones, and the words, are guesses. */
const mistakes: Readonly<Record<string, { readonly ja: string; readonly en: string; readonly right: string }>> = {
  "==": { ja: "等しい", en: "=", right: "=" },
  "=<": { ja: "以下", en: "<=", right: "<=" },
  "=>": { ja: "以上", en: ">=", right: ">=" },
  "><": { ja: "等しくない", en: "!=", right: "!=" },
  "&&": { ja: "かつ", en: "AND", right: "AND" },
  "||": { ja: "または", en: "OR", right: "OR" },
};
const mistakenSums: typeof mistakes = {
  "**": { ja: "べき乗", en: "power", right: "^" },
  "×": { ja: "掛け算", en: "product", right: "*" },
  "÷": { ja: "割り算", en: "quotient", right: "/" },
};

/** The tokens of a formula, an `end` last; throws a `FormulaFault` for a sign that has no meaning. */
export function tokenizeFormula(formula: string): readonly FormulaToken[] {
  const tokens: FormulaToken[] = [];
  let at = 0;
  while (at < formula.length) {
    const found = readToken(formula, at);
    if (found.kind === "mistake") {
      throw toMistake(found.raw);
    }
    const end = at + found.raw.length;
    if (found.kind !== "space") {
      tokens.push({ kind: found.kind, text: toText(found.kind, found.raw), start: at, end });
    }
    at = end;
  }
  return [...tokens, { kind: "end", text: "", start: at, end: at }];
}

function readToken(
  formula: string,
  at: number,
): { readonly kind: (typeof patterns)[number]["kind"]; readonly raw: string } {
  for (const { kind, pattern } of patterns) {
    pattern.lastIndex = at;
    const raw = pattern.exec(formula)?.[0];
    if (raw !== undefined) {
      return { kind, raw };
    }
  }
  const sign = String.fromCodePoint(formula.codePointAt(at) ?? 0);
  const half = Object.hasOwn(halfWidth, sign) ? halfWidth[sign] : undefined;
  throw half === undefined
    ? new FormulaFault(formulaMessages.syntax)
    : new FormulaFault(formulaMessages.fullWidth, { sign, half });
}

function toMistake(sign: string): FormulaFault {
  const compared = mistakes[sign];
  if (compared !== undefined) {
    return new FormulaFault(formulaMessages.mistyped, { sign, meant: compared, right: compared.right });
  }
  const computed = mistakenSums[sign];
  return computed === undefined
    ? new FormulaFault(formulaMessages.syntax)
    : new FormulaFault(formulaMessages.mistypedSum, { sign, meant: computed, right: computed.right });
}

function toText(kind: FormulaToken["kind"], raw: string): string {
  if (kind === "text") {
    return raw.slice(1, -1).replaceAll(/\\([\s\S])/gu, "$1");
  }
  return kind === "sign" && raw === "<>" ? "!=" : raw;
}
