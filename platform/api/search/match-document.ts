import { containsWords, normaliseForSearch } from "../../query/contains-words.ts";
import type { Search, SearchScope, SearchTerm } from "./read-search.ts";
import type { MatchedField, SearchDocument } from "./search-document.ts";

/** What a search found of a document; more matches are more relevant. */
export type DocumentMatch = {
  readonly document: SearchDocument;
  readonly matches: number;
  readonly fields: readonly MatchedField[];
  readonly snippets: readonly string[];
};

/** At most so many snippets and fields are told of a hit (official page). */
const mostTold = 3;

/** Whether and where a document has what is searched for; null = it is no hit. Words as with `like` (guess). */
export function matchDocument(search: Search, document: SearchDocument): DocumentMatch | null {
  if (!isAsked(search, document)) {
    return null;
  }
  const texts = document.texts.map(({ text, field }) => ({ text, field, searched: normaliseForSearch(text) }));
  const occurs = (keyword: string): boolean => texts.some(({ searched }) => contains(searched, keyword));
  if (!search.terms.every((term) => meets(term, occurs))) {
    return null;
  }
  const keywords = search.terms.flatMap(({ operator, keywords: words }) => (operator === "NOT" ? [] : words));
  const matching = texts.filter(({ searched }) => keywords.some((keyword) => contains(searched, keyword)));
  return {
    document,
    matches: matching.length,
    fields: matching.flatMap(({ field }) => field ?? []).slice(0, mostTold),
    snippets: matching.slice(0, mostTold).map(({ text }) => cutSnippet(text, keywords)),
  };
}

function contains(searched: string, keyword: string): boolean {
  const needle = normaliseForSearch(keyword);
  return needle !== "" && containsWords(searched, needle);
}

function meets({ operator, keywords }: SearchTerm, occurs: (keyword: string) => boolean): boolean {
  switch (operator) {
    case "AND":
      return keywords.every(occurs);
    case "OR":
      return keywords.some(occurs);
    case "NOT":
      break;
  }
  return !keywords.some(occurs);
}

function isAsked(search: Search, { type, place, createdAt, creator }: SearchDocument): boolean {
  const isIn = ({ kind, ids }: SearchScope): boolean =>
    kind === place.kind && (ids.length === 0 || ids.includes(place.id));
  const created = Date.parse(createdAt);
  return (
    (search.types.length === 0 || search.types.includes(type)) &&
    (search.scopes.length === 0 || search.scopes.some(isIn)) &&
    !search.excluded.some(isIn) &&
    (search.createdAfter === null || created >= search.createdAfter) &&
    (search.createdBefore === null || created <= search.createdBefore) &&
    (search.creators.length === 0 || search.creators.includes(creator))
  );
}

const snippetLength = 100;
const before = 30;

/** The part of a text around the first keyword in it. */
function cutSnippet(text: string, keywords: readonly string[]): string {
  const flat = text.normalize("NFKC").replaceAll(/\s+/gu, " ").trim();
  const small = flat.toLowerCase();
  const places = keywords.map((keyword) => small.indexOf(normaliseForSearch(keyword))).filter((at) => at !== -1);
  const start = Math.max(0, Math.min(...places, flat.length) - before);
  return flat.slice(start, start + snippetLength);
}
