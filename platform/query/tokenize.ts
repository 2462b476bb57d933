import { invalidQuery } from "../platform-error.ts";

export type Token = {
  /** `word`: a field code, keyword or function name; `sign`: an operator, parenthesis or comma. */
  readonly kind: "word" | "text" | "number" | "sign" | "end";
  readonly text: string;
};

/** Between tokens space, tab, line ends and the full-width space are all fine (fact sheet §6.1). */
const space = /[ \t\r\n\u3000]+/uy;
const sign = /!=|>=|<=|[=<>(),]/uy;
const numeral = /[+-]?(?:\d+\.?\d*|\.\d+)(?:[eE][+-]?\d+)?(?![^\s\u3000=<>!(),"'])/uy;
// Double quotes only; a raw tab or line end inside is refused, \t and \n are written.
const quoted = /"((?:[^"\\\t\n\r]|\\["\\tn])*)"/uy;
const word = /[^\s\u3000=<>!(),"'`]+/uy;

const escapes: Readonly<Record<string, string>> = { '"': '"', "\\": "\\", t: "\t", n: "\n" };

/** Cuts a query into tokens, the last one being `end`; what fits nowhere is refused as kintone does (CB_VA01). */
export function tokenize(query: string): readonly Token[] {
  const tokens: Token[] = [];
  let position = 0;
  const take = (pattern: RegExp): RegExpExecArray | null => {
    pattern.lastIndex = position;
    const match = pattern.exec(query);
    if (match) {
      position = pattern.lastIndex;
    }
    return match;
  };
  for (take(space); position < query.length; take(space)) {
    tokens.push(takeToken(take));
  }
  return [...tokens, { kind: "end", text: "" }];
}

function takeToken(take: (pattern: RegExp) => RegExpExecArray | null): Token {
  const text = take(quoted);
  if (text) {
    return { kind: "text", text: (text[1] ?? "").replaceAll(/\\(.)/gu, (_, mark: string) => escapes[mark] ?? mark) };
  }
  for (const [kind, pattern] of [
    ["sign", sign],
    ["number", numeral],
    ["word", word],
  ] as const) {
    const match = take(pattern);
    if (match) {
      return { kind, text: match[0] };
    }
  }
  throw invalidQuery();
}
