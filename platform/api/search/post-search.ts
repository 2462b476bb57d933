import type { Operation } from "../operation.ts";
import { listAppDocuments } from "./list-app-documents.ts";
import { listSpaceDocuments } from "./list-space-documents.ts";
import { type DocumentMatch, matchDocument } from "./match-document.ts";
import { readSearch, type Search, toPageToken } from "./read-search.ts";

/**
 * `POST search.json`: query[{operator, keywords}], types?, scopes?, excludeScopes?, createdAfter?, createdBefore?, creators?, sort?,
 * limit?, pageToken? → {hits, nextPageToken}. Parameters and answers are those of the page 「kintone全体を検索する」 and of the client's
 * own description. Here nobody has people pages or messages, file contents are not read, and a space's scope is the space itself
 * without the apps in it (guess).
 */
export const postSearch: Operation = {
  method: "POST",
  path: "/k/v1/search.json",
  reach: "live",
  right: "user",
  run: (context) => {
    const search = readSearch(context.params);
    // Without a word that must occur there is nothing to look for (official page).
    const found = search.terms.every(({ operator }) => operator === "NOT")
      ? []
      : [...listAppDocuments(context), ...listSpaceDocuments(context)].flatMap(
          (document) => matchDocument(search, document) ?? [],
        );
    const sorted = found.toSorted((one, other) => compare(search, one, other));
    const end = search.offset + search.limit;
    return {
      hits: sorted.slice(search.offset, end).map((match) => toHit(match, context.origin ?? "")),
      nextPageToken: end < sorted.length ? toPageToken(end) : null,
    };
  },
};

/** The most matches first, of equals the newest; how kintone weighs relevance is not known. */
function compare({ by, order }: Search, one: DocumentMatch, other: DocumentMatch): number {
  const created = compareTexts(one.document.createdAt, other.document.createdAt) * (order === "ASC" ? 1 : -1);
  return by === "CREATED_AT" ? created : other.matches - one.matches || created;
}

function compareTexts(one: string, other: string): number {
  if (one === other) {
    return 0;
  }
  return one < other ? -1 : 1;
}

function toHit({ document, fields, snippets }: DocumentMatch, origin: string): unknown {
  const { type, path, describe } = document;
  return { type, url: `${origin}${path}`, snippets, ...describe(fields) };
}
