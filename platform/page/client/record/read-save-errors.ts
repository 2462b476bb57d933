import type { StoredField } from "../../../store/app-settings.ts";
import { toPathKey, readRows } from "./form-record.ts";
import type { FormRecord } from "./form-record.ts";
import { toObject } from "./read-rest-record.ts";

export type SaveErrors = {
  /** By path key. */
  readonly fields: ReadonlyMap<string, string>;
  /** What could not be placed at a field. */
  readonly rest: readonly string[];
};

/**
 * Places the messages of a CB_VA01 answer at the form's fields. kintone names them `record.C.value`, `record[C].value`,
 * `record.C.values[0].value` and inside a table `record.T.value[2].value.C.value` (fact sheet §5.4).
 */
export function readSaveErrors(
  errors: unknown,
  {
    fields,
    record,
    sent,
  }: {
    readonly fields: ReadonlyMap<string, StoredField>;
    readonly record: FormRecord;
    /** The keys of a table's rows as they were sent: untouched rows were left out. */
    readonly sent?: (table: string) => readonly string[];
  },
): SaveErrors {
  const placed = new Map<string, string>();
  const rest: string[] = [];
  for (const [path, fault] of Object.entries(toObject(errors))) {
    const text = readMessages(fault);
    const place = readPath(path);
    const field = place === null ? undefined : fields.get(place.code);
    if (place === null || field === undefined) {
      rest.push(text);
    } else if (place.inner === null) {
      join(placed, place.code, text);
    } else {
      const keys = sent?.(place.code) ?? readRows(record, place.code).map((row) => row.key);
      join(placed, toPathKey({ code: place.inner, table: place.code, rowKey: keys[place.row] ?? "" }), text);
    }
  }
  return { fields: placed, rest };
}

function readPath(path: string): { code: string; row: number; inner: string | null } | null {
  const parts = /^record(?:\.([^.[\]]+)|\[([^\]]+)\])(?:\.value\[(\d+)\]\.value(?:\.([^.[\]]+)|\[([^\]]+)\]))?/u.exec(
    path,
  );
  const code = parts?.[1] ?? parts?.[2];
  if (parts === null || code === undefined) {
    return null;
  }
  return { code, row: Number(parts[3] ?? 0), inner: parts[4] ?? parts[5] ?? null };
}

function readMessages(fault: unknown): string {
  const { messages } = toObject(fault);
  return (Array.isArray(messages) ? messages : []).filter((text) => typeof text === "string").join(" ");
}

// One field may be named twice: not a number, and required.
function join(map: Map<string, string>, key: string, text: string): void {
  const present = map.get(key);
  map.set(key, present === undefined ? text : `${present} ${text}`);
}
