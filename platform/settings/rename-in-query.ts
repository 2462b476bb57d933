/** One piece of a query: a string in double quotes, a run of name characters, or one other character. */
const piecePattern = /"(?:[^"\\]|\\.)*"?|[^\s"()=!<>,]+|[\s\S]/gu;

/** The text of a condition or an order with the new codes of renamed fields; what stands in quotes is left alone. */
export function renameInQuery(query: string, codes: ReadonlyMap<string, string>): string {
  return query.replaceAll(piecePattern, (piece) => codes.get(piece) ?? piece);
}

/** Whether a condition or an order names one of these fields. */
export function queryNames(query: string, codes: ReadonlySet<string>): boolean {
  return [...query.matchAll(piecePattern)].some(([piece]) => codes.has(piece));
}

/** An order without the terms that name these fields. */
export function withoutSortTerms(sort: string, codes: ReadonlySet<string>): string {
  return sort
    .split(",")
    .map((term) => term.trim())
    .filter((term) => !queryNames(term, codes))
    .join(", ");
}
