import { findRecord } from "../../record/find-record.ts";
import type { Operation } from "../operation.ts";
import { readId, readInteger } from "../params.ts";
import { writeScopeOf } from "../write-scope-of.ts";
import { nobody, showsField, toVersion } from "./to-version.ts";

const pageSize = 20;

/**
 * `GET /k/platform/record/history.json`: app, id, before? → {versions, next, created}. Ours: kintone's page has no public API. As on
 * kintone, numbers are missing where nothing changed or nothing that the reader may see. `next` asks for older ones; `created` comes
 * with the oldest.
 */
export const getHistory: Operation = {
  method: "GET",
  path: "/k/platform/record/history.json",
  reach: "live",
  right: "user",
  run: (context) => {
    const { params, store } = context;
    const scope = writeScopeOf(context);
    const record = findRecord(scope, readId(params, "id"));
    const settings = scope.access.settingsFor(record);
    const key = { appId: record.appId, recordId: record.id };
    const found = store.history.page(key, { before: readInteger(params, "before"), limit: pageSize + 1 });
    const shown = found.slice(0, pageSize);
    const versions = shown.map((version) => toVersion(store, version, { record, settings }));
    const hasMore = found.length > pageSize;
    const creator = showsField(settings, "CREATOR")
      ? { code: record.creator, name: store.users.find(record.creator)?.name ?? record.creator }
      : nobody;
    const createdAt = showsField(settings, "CREATED_TIME") ? record.createdAt : "";
    return {
      versions: versions.filter(({ changes }) => changes.length > 0),
      next: hasMore ? (shown.at(-1)?.revision ?? null) : null,
      created: hasMore ? null : { at: createdAt, by: creator },
    };
  },
};
