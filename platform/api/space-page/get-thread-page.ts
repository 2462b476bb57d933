import { PlatformError } from "../../platform-error.ts";
import type { Operation } from "../operation.ts";
import { readId } from "../params.ts";
import { isMember } from "../space/find-space.ts";
import { findShownSpace } from "./get-space-page.ts";

/** `GET /k/platform/space/thread.json`: space, id → {thread, comments, isMember}, newest comment first. Ours: the REST API only writes threads. */
export const getThreadPage: Operation = {
  method: "GET",
  path: "/k/platform/space/thread.json",
  reach: "live",
  right: "user",
  run: (context) => {
    const { store, params, caller } = context;
    const space = findShownSpace(context, "space");
    const id = readId(params, "id");
    const thread = store.spaces.findThread(id);
    if (thread?.spaceId !== space.id) {
      throw new PlatformError("GAIA_SP02", { id });
    }
    return {
      thread: { id: String(thread.id), name: thread.name, body: thread.body },
      comments: store.spaces.commentsIn(id).map((comment) => ({
        id: String(comment.id),
        text: comment.text,
        createdAt: comment.createdAt,
        creator: { code: comment.creator, name: store.users.find(comment.creator)?.name ?? comment.creator },
        files: comment.fileKeys.flatMap((fileKey) => {
          const name = store.files.read(fileKey)?.name;
          return name === undefined ? [] : [{ fileKey, name }];
        }),
      })),
      isMember: isMember(store, space, caller),
    };
  },
};
