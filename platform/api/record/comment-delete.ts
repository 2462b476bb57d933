import { PlatformError } from "../../platform-error.ts";
import type { Operation } from "../operation.ts";
import { readId } from "../params.ts";
import { commentScopeOf } from "./comment-scope.ts";

/** `DELETE record/comment.json`: app, record, comment → {}; by its author or an administrator (who else may is not known). */
export const deleteRecordComment: Operation = {
  method: "DELETE",
  path: "/k/v1/record/comment.json",
  reach: "live",
  right: "user",
  run: (context) => {
    const { params, store, caller } = context;
    const { key } = commentScopeOf(context);
    const id = readId(params, "comment");
    const comment = store.comments.find(key, id);
    if (comment === null) {
      throw new PlatformError("GAIA_RE02");
    }
    if (comment.creator !== caller.code && !caller.isAdmin) {
      throw new PlatformError("CB_NO02");
    }
    store.comments.remove(key, id);
    return {};
  },
};
