import { isPlainObject } from "../../settings/read-value.ts";
import { renamePrincipalInQuery } from "../../settings/rename-principal-in-query.ts";
import type { AppSettings, StoredField } from "../../store/app-settings.ts";
import type { Store } from "../../store/store.ts";
import type { FieldValue, FieldValues, StoredRecord, TableRow } from "../../store/stored-record.ts";

export type Renaming = { readonly kind: "USER" | "GROUP" | "ORGANIZATION"; readonly from: string; readonly to: string };

/** Fields whose values are codes of this kind of principal, in queries and records. */
const fieldTypes = {
  USER: new Set(["USER_SELECT", "CREATOR", "MODIFIER", "STATUS_ASSIGNEE"]),
  GROUP: new Set(["GROUP_SELECT"]),
  ORGANIZATION: new Set(["ORGANIZATION_SELECT"]),
} as const;

/**
 * Gives a user, group or organization another code everywhere: kintone knows them by inner numbers, so nothing of theirs is lost by it.
 * Settings are changed live and in preparation without a new revision, records without a new version.
 */
export function renamePrincipal(store: Store, renaming: Renaming): void {
  renameRows(store, renaming);
  for (const app of store.apps.list()) {
    const rename = (settings: AppSettings): AppSettings => renameInSettings(store, settings, renaming);
    const fields = [...(app.live?.fields ?? []), ...app.preview.fields];
    store.apps.replace(app.id, { live: app.live && rename(app.live), preview: rename(app.preview) });
    for (const record of store.records.all(app.id).values()) {
      const renamed = renameInRecord(record, fields, renaming);
      if (JSON.stringify(renamed) !== JSON.stringify(record)) {
        store.records.update(renamed);
      }
    }
  }
  for (const space of store.spaces.list()) {
    const creator = renameUser(space.creator, renaming);
    const modifier = renameUser(space.modifier, renaming);
    store.spaces.save({ ...space, creator, modifier, members: renameEntities(space.members, renaming) });
  }
}

/** Columns that hold a code, by the kind it is of. */
const columns = {
  USER: [
    "users.code",
    "memberships.user_code",
    "sessions.user_code",
    "apps.creator",
    "apps.modifier",
    "files.uploader",
    "comments.creator",
    "inbox.user_code",
    "inbox.actor",
    "record_history.user_code",
  ],
  GROUP: ["groups.code"],
  ORGANIZATION: ["organizations.code", "organizations.parent_code"],
} as const;

function renameRows({ db, users, apps }: Store, { kind, from, to }: Renaming): void {
  // The rows that refer to the account are changed one after the other; the references are checked at the end.
  db.exec("PRAGMA defer_foreign_keys = ON");
  for (const name of columns[kind]) {
    const [table, column] = name.split(".");
    db.run(`UPDATE ${table} SET ${column} = ? WHERE ${column} = ?`, to, from);
  }
  if (kind !== "USER") {
    db.run("UPDATE memberships SET code = ? WHERE code = ? AND kind = ?", to, from, kind.toLowerCase());
  }
  users.forget();
  apps.forget();
}

function renameInSettings(store: Store, settings: AppSettings, renaming: Renaming): AppSettings {
  const own = principalFields(settings, renaming);
  const walk = (value: unknown, codes: ReadonlySet<string>): unknown => {
    if (Array.isArray(value)) {
      return value.map((item) => walk(item, codes));
    }
    if (!isPlainObject(value)) {
      return value;
    }
    // The condition of a lookup or a related-records list is about the fields of another app.
    const related = isPlainObject(value["relatedApp"]) ? Number(value["relatedApp"]["app"]) : null;
    const target = related === null ? null : store.apps.find(related);
    const inner =
      related === null ? codes : target === null ? new Set<string>() : principalFields(target.preview, renaming);
    const isNamed = value["type"] === renaming.kind && value["code"] === renaming.from;
    return Object.fromEntries(
      Object.entries(value).map(([key, item]) => {
        if (key === "filterCond" && typeof item === "string") {
          return [key, renamePrincipalInQuery(item, inner, renaming)];
        }
        return [key, key === "code" && isNamed ? renaming.to : walk(item, inner)];
      }),
    );
  };
  const renamed = walk(settings, own);
  return isSettings(renamed) ? renamed : settings;
}

/** What was walked through has the shape it had: only codes and conditions in it are others. */
function isSettings(value: unknown): value is AppSettings {
  return isPlainObject(value) && "general" in value && "fields" in value;
}

function principalFields({ fields }: AppSettings, { kind }: Renaming): ReadonlySet<string> {
  const types: ReadonlySet<string> = fieldTypes[kind];
  return new Set(
    fields
      .flatMap((field) => [field, ...(field.fields ?? [])])
      .flatMap(({ type, code }) => (types.has(type) ? [code] : [])),
  );
}

function renameInRecord(record: StoredRecord, fields: readonly StoredField[], renaming: Renaming): StoredRecord {
  return {
    ...record,
    creator: renameUser(record.creator, renaming),
    modifier: renameUser(record.modifier, renaming),
    assignees: record.assignees.map((code) => renameUser(code, renaming)),
    values: renameInValues(record.values, fields, renaming),
  };
}

function renameInValues(values: FieldValues, fields: readonly StoredField[], renaming: Renaming): FieldValues {
  const types: ReadonlySet<string> = fieldTypes[renaming.kind];
  const byId = new Map(fields.map((field) => [String(field.id), field]));
  const rename = (id: string, value: FieldValue): FieldValue => {
    const field = byId.get(id);
    if (field?.fields !== undefined && isRows(value)) {
      return value.map((row) => ({ ...row, values: renameInValues(row.values, field.fields ?? [], renaming) }));
    }
    const isOurs = field !== undefined && types.has(field.type);
    return isOurs && isCodes(value) ? value.map((code) => (code === renaming.from ? renaming.to : code)) : value;
  };
  return Object.fromEntries(Object.entries(values).map(([id, value]) => [id, rename(id, value)]));
}

function isRows(value: FieldValue): value is readonly TableRow[] {
  return Array.isArray(value) && value.every((item) => typeof item === "object" && "values" in item);
}

function isCodes(value: FieldValue): value is readonly string[] {
  return Array.isArray(value) && value.every((item) => typeof item === "string");
}

function renameUser(code: string, { kind, from, to }: Renaming): string {
  return kind === "USER" && code === from ? to : code;
}

function renameEntities<T extends { readonly entity: { readonly type: string; readonly code: string } }>(
  list: readonly T[],
  { kind, from, to }: Renaming,
): readonly T[] {
  return list.map((item) =>
    item.entity.type === kind && item.entity.code === from ? { ...item, entity: { ...item.entity, code: to } } : item,
  );
}
