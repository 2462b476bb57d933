import { notifyFileImported } from "../../notification/notify.ts";
import { requireAppRight } from "../../permission/require-rights.ts";
import type { Operation } from "../operation.ts";
import { writeScopeOf } from "../write-scope-of.ts";

/**
 * `POST /k/platform/file-imported.json`: app → {}. The page says that it has read a file in, which it does by ordinary calls on records:
 * whoever the app's general notifications tell of that is told once, at the record that was written last.
 */
export const postFileImported: Operation = {
  method: "POST",
  path: "/k/platform/file-imported.json",
  reach: "live",
  right: "user",
  run: (context) => {
    const scope = writeScopeOf(context);
    requireAppRight(scope, "recordImportable");
    const own = [...scope.store.records.all(scope.app.id).values()].filter(
      ({ modifier }) => modifier === context.caller.code,
    );
    const last = own.toSorted((a, b) => b.modifiedAt.localeCompare(a.modifiedAt) || b.id - a.id)[0];
    if (last !== undefined) {
      notifyFileImported(scope, last);
    }
    return {};
  },
};
