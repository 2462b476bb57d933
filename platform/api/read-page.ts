import { inputMessages } from "../messages.ts";
import { invalidParameter } from "../platform-error.ts";
import { readInteger, type Params } from "./params.ts";

/** Official description of the parameter. */
const largestOffset = 2_147_483_647;

/** `limit` (1 to `most`) and `offset` (from 0) of a list. */
export function readPage(
  params: Params,
  rule: { readonly limit: number; readonly most: number },
): { readonly limit: number; readonly offset: number } {
  const limit = readInteger(params, "limit") ?? rule.limit;
  const offset = readInteger(params, "offset") ?? 0;
  if (limit < 1) {
    throw invalidParameter("limit", inputMessages.atLeast, { limit: 1 });
  }
  if (limit > rule.most) {
    throw invalidParameter("limit", inputMessages.atMost, { limit: rule.most });
  }
  if (offset < 0) {
    throw invalidParameter("offset", inputMessages.atLeast, { limit: 0 });
  }
  if (offset > largestOffset) {
    throw invalidParameter("offset", inputMessages.atMost, { limit: largestOffset });
  }
  return { limit, offset };
}
