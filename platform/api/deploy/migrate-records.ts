import { allFields } from "../../settings/find-field.ts";
import type { AppSettings, StoredField } from "../../store/app-settings.ts";
import type { Store } from "../../store/store.ts";
import type { FieldValue, FieldValues, StoredRecord, TableRow } from "../../store/stored-record.ts";

/**
 * Brings stored records in line with new settings: values of deleted fields go (with their files), values follow an option or a
 * status that got another name. Values of options that were removed stay as they are and stay readable.
 */
export function migrateRecords(
  store: Store,
  appId: number,
  settings: { readonly before: AppSettings; readonly after: AppSettings },
): void {
  const changes = compare(settings.before, settings.after);
  if (changes.deleted.size + changes.options.size + changes.states.size === 0) {
    return;
  }
  for (const record of store.records.all(appId).values()) {
    const migrated = migrateRecord(record, changes);
    if (migrated !== record) {
      store.records.update(migrated);
      for (const fileKey of filesIn(record, changes.deleted)) {
        store.files.remove(fileKey);
      }
    }
  }
}

type Names = ReadonlyMap<string, string>;
type Changes = {
  readonly deleted: ReadonlySet<number>;
  /** By field: old name → new name. */
  readonly options: ReadonlyMap<number, Names>;
  readonly states: Names;
};

function compare(before: AppSettings, after: AppSettings): Changes {
  const kept = new Map(allFields(after.fields).map((field) => [field.id, field]));
  const old = allFields(before.fields);
  return {
    deleted: new Set(old.filter((field) => !kept.has(field.id)).map((field) => field.id)),
    options: new Map(
      old.flatMap((field) => {
        const names = renamedByNumber(field.optionIds ?? {}, optionIds(kept.get(field.id)));
        return names.size === 0 ? [] : [[field.id, names] as const];
      }),
    ),
    states: renamedByNumber(stateIds(before), stateIds(after)),
  };
}

type Numbers = Readonly<Record<string, number>>;

function optionIds(field: StoredField | undefined): Numbers {
  return field?.optionIds ?? {};
}

function stateIds({ process }: AppSettings): Numbers {
  return Object.fromEntries(process.states.flatMap(({ name, id }) => (id === undefined ? [] : [[name, id]])));
}

function renamedByNumber(before: Numbers, after: Numbers): Names {
  const nameOf = new Map(Object.entries(after).map(([name, id]) => [id, name]));
  return new Map(
    Object.entries(before).flatMap(([name, id]) => {
      const now = nameOf.get(id);
      return now === undefined || now === name ? [] : [[name, now] as const];
    }),
  );
}

function migrateRecord(record: StoredRecord, changes: Changes): StoredRecord {
  const values = migrateValues(record.values, changes);
  const status = record.status === null ? null : (changes.states.get(record.status) ?? record.status);
  return values === record.values && status === record.status ? record : { ...record, values, status };
}

function migrateValues(values: FieldValues, changes: Changes): FieldValues {
  let isChanged = false;
  const entries = Object.entries(values).flatMap(([key, value]: [string, FieldValue]) => {
    const id = Number(key);
    if (changes.deleted.has(id)) {
      isChanged = true;
      return [];
    }
    const migrated = migrateValue(value, changes.options.get(id), changes);
    isChanged ||= migrated !== value;
    return [[key, migrated] as const];
  });
  return isChanged ? Object.fromEntries(entries) : values;
}

function migrateValue(value: FieldValue, names: Names | undefined, changes: Changes): FieldValue {
  if (typeof value === "string") {
    return names?.get(value) ?? value;
  }
  if (isRows(value)) {
    const rows = value.map((row) => {
      const values = migrateValues(row.values, changes);
      return values === row.values ? row : { ...row, values };
    });
    return rows.some((row, index) => row !== value[index]) ? rows : value;
  }
  if (names !== undefined && isNames(value)) {
    return value.map((name) => names.get(name) ?? name);
  }
  return value;
}

function isRows(value: FieldValue): value is readonly TableRow[] {
  return typeof value !== "string" && value.some((item) => typeof item === "object" && "values" in item);
}

function isNames(value: FieldValue): value is readonly string[] {
  return typeof value !== "string" && value.every((item) => typeof item === "string");
}

/** Keys of the files in deleted fields and in tables' deleted columns. */
function filesIn(record: StoredRecord, deleted: ReadonlySet<number>): readonly string[] {
  const keysOf = (value: FieldValue, isDeleted: boolean): readonly string[] => {
    if (typeof value === "string") {
      return [];
    }
    return value.flatMap((item) => {
      if (typeof item === "string") {
        return [];
      }
      if ("values" in item) {
        return Object.entries(item.values).flatMap(([id, inner]: [string, FieldValue]) =>
          keysOf(inner, isDeleted || deleted.has(Number(id))),
        );
      }
      return isDeleted ? [item.fileKey] : [];
    });
  };
  return Object.entries(record.values).flatMap(([id, value]: [string, FieldValue]) =>
    keysOf(value, deleted.has(Number(id))),
  );
}
