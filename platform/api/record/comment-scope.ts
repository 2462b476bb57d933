import { PlatformError } from "../../platform-error.ts";
import { findRecord } from "../../record/find-record.ts";
import type { WriteScope } from "../../record/write-scope.ts";
import type { RecordKey } from "../../store/comment-store.ts";
import type { StoredRecord } from "../../store/stored-record.ts";
import type { OperationContext } from "../operation.ts";
import { readId } from "../params.ts";
import { writeScopeOf } from "../write-scope-of.ts";

export type CommentScope = {
  readonly scope: WriteScope;
  readonly record: StoredRecord;
  readonly key: RecordKey;
};

/** The record that a call on comments is about; refused where the app has comments switched off. */
export function commentScopeOf(context: OperationContext): CommentScope {
  const scope = writeScopeOf(context);
  const record = findRecord(scope, readId(context.params, "record"));
  if (!scope.app.settings.general.enableComments) {
    throw new PlatformError("PLATFORM_COMMENTS_OFF");
  }
  return { scope, record, key: { appId: record.appId, recordId: record.id } };
}
