import { readPrincipals, readText, type Principal } from "../field/read-value.ts";
import { callRest } from "../rest.ts";

export type Comment = {
  readonly id: string;
  readonly text: string;
  readonly createdAt: string;
  readonly creator: Principal;
};

export type CommentPage = { readonly comments: readonly Comment[]; readonly older: boolean };

export type Mentioned = Principal & { readonly type: "USER" | "GROUP" | "ORGANIZATION" };

type RecordPlace = { readonly app: number; readonly record: string };

/** Ten comments, newest first; `offset` passes over those that are shown already. */
export async function loadComments({ app, record }: RecordPlace, offset: number): Promise<CommentPage> {
  const answer = await callRest("GET", "/k/v1/record/comments", { app, record, offset });
  const page = new Map<string, unknown>(typeof answer === "object" && answer !== null ? Object.entries(answer) : []);
  const list: unknown = page.get("comments");
  return { comments: Array.isArray(list) ? list.flatMap(readComment) : [], older: page.get("older") === true };
}

/** Writes a comment; those mentioned are notified. */
export async function postComment(
  { app, record }: RecordPlace,
  comment: { readonly text: string; readonly mentions: readonly Mentioned[] },
): Promise<void> {
  const mentions = comment.mentions.map(({ type, code }) => ({ type, code }));
  await callRest("POST", "/k/v1/record/comment", { app, record, comment: { text: comment.text, mentions } });
}

/** Deletes a comment of one's own. */
export async function deleteComment({ app, record }: RecordPlace, comment: string): Promise<void> {
  await callRest("DELETE", "/k/v1/record/comment", { app, record, comment });
}

function readComment(item: unknown): Comment[] {
  const entries = new Map<string, unknown>(typeof item === "object" && item !== null ? Object.entries(item) : []);
  const [creator] = readPrincipals(entries.get("creator"));
  const id = readText(entries.get("id"));
  // The platform, as kintone, ends each text with a space.
  const text = readText(entries.get("text")).trimEnd();
  return id === "" || creator === undefined
    ? []
    : [{ id, text, createdAt: readText(entries.get("createdAt")), creator }];
}
