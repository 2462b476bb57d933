/**
 * A number as people type it (１，２３４ or ▲5) as the query language takes it; `null` when it is none. Blank stays blank:
 * it asks for what was not entered.
 */
export function readTypedNumber(text: string): string | null {
  const plain = text
    .normalize("NFKC")
    .trim()
    .replaceAll(/(\d),(?=\d{3}(?!\d))/gu, "$1")
    .replace(/^[▲△−‐–—ー]/u, "-");
  return plain === "" || /^-?(?:\d+\.?\d*|\.\d+)$/u.test(plain) ? plain : null;
}
