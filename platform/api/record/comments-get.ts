import { inputMessages } from "../../messages.ts";
import { invalidParameter } from "../../platform-error.ts";
import type { StoredComment } from "../../store/comment-store.ts";
import type { Store } from "../../store/store.ts";
import type { Operation } from "../operation.ts";
import { readInteger, readOptionalText } from "../params.ts";
import type { Params } from "../params.ts";
import { commentScopeOf } from "./comment-scope.ts";

const mostComments = 10;

/** `GET record/comments.json`: app, record, order? (desc), offset?, limit? (≤ 10) → {comments, older, newer}. */
export const getRecordComments: Operation = {
  method: "GET",
  path: "/k/v1/record/comments.json",
  reach: "live",
  right: "user",
  run: (context) => {
    const { params, store } = context;
    const { key } = commentScopeOf(context);
    const newestFirst = readOrder(params) === "desc";
    const offset = readCount(params, "offset", { initial: 0, min: 0, max: Number.MAX_SAFE_INTEGER });
    const limit = readCount(params, "limit", { initial: mostComments, min: 1, max: mostComments });
    const total = store.comments.count(key);
    const comments = store.comments.page(key, { newestFirst, offset, limit });
    const before = Math.min(offset, total) > 0;
    const after = offset + limit < total;
    return {
      comments: comments.map((comment) => toRestComment(store, comment)),
      older: newestFirst ? after : before,
      newer: newestFirst ? before : after,
    };
  },
};

function readOrder(params: Params): "asc" | "desc" {
  // The description lists capitals, the reference small letters; clients send the latter.
  const order = (readOptionalText(params, "order") ?? "desc").toLowerCase();
  if (order !== "asc" && order !== "desc") {
    throw invalidParameter("order", inputMessages.enumeration);
  }
  return order;
}

function readCount(
  params: Params,
  name: string,
  rule: { readonly initial: number; readonly min: number; readonly max: number },
): number {
  const count = readInteger(params, name) ?? rule.initial;
  if (count < rule.min) {
    throw invalidParameter(name, inputMessages.atLeast, { limit: rule.min });
  }
  if (count > rule.max) {
    throw invalidParameter(name, inputMessages.atMost, { limit: rule.max });
  }
  return count;
}

function toRestComment(store: Store, comment: StoredComment): unknown {
  const { id, text, createdAt, creator, mentions } = comment;
  return {
    id: String(id),
    text,
    createdAt,
    creator: { code: creator, name: store.users.find(creator)?.name ?? creator },
    mentions,
  };
}
