import { isWord, tokenizeCondition } from "./tokenize-condition.ts";

/** Parts of a query with `order by`, `limit` or `offset` from its condition; the last two belong to the page. */
export function splitQuery(query: string): { condition: string; sort: string } {
  const tokens = tokenizeCondition(query) ?? [];
  const order = tokens.findIndex((token, index) => isWord(token, "order") && isWord(tokens[index + 1], "by"));
  const paging = tokens.findIndex(
    (token, index) =>
      (isWord(token, "limit") || isWord(token, "offset")) &&
      /^\d+$/u.test(tokens[index + 1]?.text ?? "") &&
      index >= order,
  );
  const end = tokens[paging]?.start ?? query.length;
  const sortStart = tokens[order + 2]?.start;
  if (order === -1 || sortStart === undefined) {
    return { condition: query.slice(0, end).trim(), sort: "" };
  }
  return { condition: query.slice(0, tokens[order]?.start).trim(), sort: query.slice(sortStart, end).trim() };
}
