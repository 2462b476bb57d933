import { inputMessages } from "../../messages.ts";
import { invalidParameter } from "../../platform-error.ts";
import { textTooLong, textTooMany } from "../../settings/text.ts";
import {
  type Params,
  readIds,
  readInteger,
  readList,
  readOptionalText,
  readText,
  readTexts,
  toParams,
} from "../params.ts";

const hitTypes = [
  "RECORD",
  "RECORD_COMMENT",
  "SPACE",
  "THREAD",
  "THREAD_COMMENT",
  "PEOPLE_COMMENT",
  "MESSAGE_COMMENT",
  "ATTACHMENT",
] as const;
const scopeKinds = ["APP", "SPACE", "PEOPLE", "MESSAGE"] as const;
const operators = ["AND", "OR", "NOT"] as const;

export type HitType = (typeof hitTypes)[number];

export type SearchTerm = { readonly operator: (typeof operators)[number]; readonly keywords: readonly string[] };

/** A part of the domain; no ids = all apps or all spaces. */
export type SearchScope = { readonly kind: (typeof scopeKinds)[number]; readonly ids: readonly number[] };

/** A search as it was asked for, checked. Lists that are empty ask for everything. */
export type Search = {
  readonly terms: readonly SearchTerm[];
  readonly types: readonly HitType[];
  readonly scopes: readonly SearchScope[];
  readonly excluded: readonly SearchScope[];
  readonly createdAfter: number | null;
  readonly createdBefore: number | null;
  readonly creators: readonly string[];
  readonly by: "RELEVANCE" | "CREATED_AT";
  readonly order: "ASC" | "DESC";
  readonly limit: number;
  readonly offset: number;
};

/** Everything that can be counted here is at most this (page 「kintone全体を検索する」 of the official site). */
const most = 20;
const longestKeyword = 50;

/** Reads the parameters of a search; limits and words are those of the official page. */
export function readSearch(params: Params): Search {
  const terms = readTerms(params);
  const [createdAfter, createdBefore] = [readMoment(params, "createdAfter"), readMoment(params, "createdBefore")];
  if (createdAfter !== null && createdBefore !== null && createdBefore < createdAfter) {
    throw invalidParameter("createdBefore", inputMessages.atLeast, { limit: String(params["createdAfter"]) });
  }
  const sort = params["sort"] === undefined || params["sort"] === null ? {} : toParams(params["sort"]);
  const by = readOneOf(sort, "by", ["RELEVANCE", "CREATED_AT"], "sort.by") ?? "RELEVANCE";
  const order = readOneOf(sort, "order", ["ASC", "DESC"], "sort.order") ?? "DESC";
  if (by === "RELEVANCE" && order === "ASC") {
    throw invalidParameter("sort.order", inputMessages.enumeration);
  }
  return {
    terms,
    types: readFew(params, "types").map((value, index) => toOneOf(value, hitTypes, `types[${index}]`)),
    scopes: readScopes(params, "scopes"),
    excluded: readScopes(params, "excludeScopes"),
    createdAfter,
    createdBefore,
    creators: readFew(params, "creators").map((value, index) => readText({ value }, "value", `creators[${index}]`)),
    by,
    order,
    limit: readLimit(params),
    offset: readPageToken(params),
  };
}

function readTerms(params: Params): readonly SearchTerm[] {
  const entries = readFew(params, "query");
  if (entries.length === 0) {
    throw invalidParameter("query", inputMessages.parameterRequired);
  }
  const terms = entries.map((entry, index): SearchTerm => {
    const path = `query[${index}]`;
    const term = toParams(entry);
    const keywords = readTexts(term, "keywords");
    if (keywords.length === 0) {
      throw invalidParameter(`${path}.keywords`, inputMessages.parameterRequired);
    }
    const long = keywords.findIndex((keyword) => keyword.length > longestKeyword);
    if (long !== -1) {
      throw invalidParameter(`${path}.keywords[${long}]`, textTooLong(longestKeyword));
    }
    const operator = toOneOf(term["operator"], operators, `${path}.operator`);
    return { operator, keywords };
  });
  if (terms.reduce((count, { keywords }) => count + keywords.length, 0) > most) {
    throw invalidParameter("query", textTooMany(most));
  }
  return terms;
}

function readScopes(params: Params, name: string): readonly SearchScope[] {
  return readFew(params, name).map((entry, index) => {
    const path = `${name}[${index}]`;
    const scope = toParams(entry);
    const kind = toOneOf(scope["scope"], scopeKinds, `${path}.scope`);
    const [ids, codes] = [readIds(scope, "ids"), readTexts(scope, "codes")];
    const isPlace = kind === "APP" || kind === "SPACE";
    if (isPlace ? codes.length > 0 : ids.length > 0) {
      throw invalidParameter(`${path}.${isPlace ? "codes" : "ids"}`, inputMessages.wrongKind);
    }
    if (ids.length > most || codes.length > most) {
      throw invalidParameter(`${path}.${isPlace ? "ids" : "codes"}`, textTooMany(most));
    }
    return { kind, ids };
  });
}

function readFew(params: Params, name: string): readonly unknown[] {
  const list = readList(params, name);
  if (list.length > most) {
    throw invalidParameter(name, textTooMany(most));
  }
  return list;
}

function readOneOf<const T extends string>(params: Params, name: string, words: readonly T[], path: string): T | null {
  return params[name] === undefined || params[name] === null ? null : toOneOf(params[name], words, path);
}

function toOneOf<const T extends string>(value: unknown, words: readonly T[], path: string): T {
  if (value === undefined || value === null || value === "") {
    throw invalidParameter(path, inputMessages.parameterRequired);
  }
  const word = words.find((each) => each === value);
  if (word === undefined) {
    throw invalidParameter(path, inputMessages.enumeration);
  }
  return word;
}

function readMoment(params: Params, name: string): number | null {
  const text = readOptionalText(params, name);
  if (text === null || text === "") {
    return null;
  }
  const isDateTime = /^\d{4}-\d\d-\d\dT\d\d:\d\d(?::\d\d(?:\.\d+)?)?(?:Z|[+-]\d\d:?\d\d)$/u.test(text);
  const moment = isDateTime ? Date.parse(text) : Number.NaN;
  if (Number.isNaN(moment)) {
    throw invalidParameter(name, inputMessages.notDateTime);
  }
  return moment;
}

function readLimit(params: Params): number {
  const limit = readInteger(params, "limit") ?? most;
  if (limit < 1 || limit > most) {
    throw limit < 1
      ? invalidParameter("limit", inputMessages.atLeast, { limit: 1 })
      : invalidParameter("limit", inputMessages.atMost, { limit: most });
  }
  return limit;
}

const tokenStart = "hit ";

/** The mark of a page, as `nextPageToken` answers it. */
export function toPageToken(offset: number): string {
  return Buffer.from(`${tokenStart}${offset}`).toString("base64url");
}

function readPageToken(params: Params): number {
  const token = readOptionalText(params, "pageToken") ?? "";
  if (token === "") {
    return 0;
  }
  const text = Buffer.from(token, "base64url").toString();
  const offset = text.startsWith(tokenStart) ? Number(text.slice(tokenStart.length)) : Number.NaN;
  if (!Number.isSafeInteger(offset) || offset < 1) {
    throw invalidParameter("pageToken", inputMessages.wrongKind);
  }
  return offset;
}
