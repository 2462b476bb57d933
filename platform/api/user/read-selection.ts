import { inputMessages } from "../../messages.ts";
import { invalidParameter } from "../../platform-error.ts";
import { readInteger, readTexts } from "../params.ts";
import type { Params } from "../params.ts";

const largestPage = 100;

/** Applies the User API's parameters `ids[]`, `codes[]`, `offset`, `size` (≤ 100) to a list. */
export function readSelection<T extends { readonly id: number; readonly code: string }>(
  params: Params,
  entities: readonly T[],
): readonly T[] {
  const ids = new Set(readTexts(params, "ids"));
  const codes = new Set(readTexts(params, "codes"));
  const offset = readInteger(params, "offset") ?? 0;
  const size = readInteger(params, "size") ?? largestPage;
  if (size < 1 || offset < 0) {
    throw invalidParameter(size < 1 ? "size" : "offset", inputMessages.atLeast, { limit: size < 1 ? 1 : 0 });
  }
  if (size > largestPage) {
    throw invalidParameter("size", inputMessages.atMost, { limit: largestPage });
  }
  return entities
    .filter(({ id }) => ids.size === 0 || ids.has(String(id)))
    .filter(({ code }) => codes.size === 0 || codes.has(code))
    .slice(offset, offset + size);
}
