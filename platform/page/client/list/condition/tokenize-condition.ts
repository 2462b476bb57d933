export type Token =
  | { readonly kind: "word"; readonly text: string; readonly start: number }
  | { readonly kind: "string"; readonly text: string; readonly start: number }
  | { readonly kind: "mark"; readonly text: string; readonly start: number };

const pattern = /[\s\u3000]+|"((?:[^"\\]|\\.)*)"|(!=|>=|<=|[=<>(),])|([^\s\u3000"=<>!(),]+)/gsuy;

/** The pieces of a query, or `null` where something is not part of the language. */
export function tokenizeCondition(query: string): Token[] | null {
  const tokens: Token[] = [];
  let end = 0;
  for (const match of query.matchAll(pattern)) {
    end = match.index + match[0].length;
    const [, text, mark, word] = match;
    if (text !== undefined) {
      tokens.push({ kind: "string", text: unescape(text), start: match.index });
    } else if (mark !== undefined) {
      tokens.push({ kind: "mark", text: mark, start: match.index });
    } else if (word !== undefined) {
      tokens.push({ kind: "word", text: word, start: match.index });
    }
  }
  return end === query.length ? tokens : null;
}

/** Whether a token is this word; keywords are written in any case. */
export function isWord(token: Token | undefined, word: string): boolean {
  return token?.kind === "word" && token.text.toLowerCase() === word;
}

function unescape(text: string): string {
  return text.replaceAll(/\\(.)/gsu, (_, character: string) => {
    if (character === "n") {
      return "\n";
    }
    return character === "t" ? "\t" : character;
  });
}
