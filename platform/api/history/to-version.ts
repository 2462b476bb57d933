import { readStates } from "../../record/app-fields.ts";
import { type RestRecord, toRestRecord } from "../../record/to-rest-record.ts";
import type { AppSettings } from "../../store/app-settings.ts";
import type { Change, Version } from "../../store/history-store.ts";
import type { FieldValue, FieldValues, StoredRecord } from "../../store/stored-record.ts";
import type { Store } from "../../store/store.ts";

type RestChange = { readonly code: string; readonly before: unknown; readonly after: unknown };

/** One version as a page is told it: who changed which fields, when; only fields that are in `settings`, as REST answers them. */
export type RestVersion = {
  readonly revision: number;
  readonly at: string;
  readonly by: { readonly code: string; readonly name: string };
  readonly changes: readonly RestChange[];
};

/** `settings` are those that the reader has for this record, so what one may not see is not told of its past either. */
export function toVersion(
  store: Store,
  version: Version,
  at: { readonly record: StoredRecord; readonly settings: AppSettings },
): RestVersion {
  const { changes, by } = version;
  const [before, after] = (["before", "after"] as const).map((side): RestRecord => {
    const fields = at.settings.fields.filter(({ id }) => changes.values[id] !== undefined);
    const record = { ...at.record, values: takeSide(changes.values, side) };
    return toRestRecord(store, { ...at.settings, fields }, record);
  });
  const valueChanges = Object.keys(before ?? {}).flatMap((code): RestChange[] => {
    const [old, now] = [before?.[code]?.value, after?.[code]?.value];
    // Fields of the record that are no values of it, and a table of which only hidden columns differ, say nothing new.
    return code.startsWith("$") || JSON.stringify(old) === JSON.stringify(now)
      ? []
      : [{ code, before: old, after: now }];
  });
  return {
    revision: version.revision,
    at: showsField(at.settings, "UPDATED_TIME") ? version.at : "",
    by: showsField(at.settings, "MODIFIER") ? { code: by, name: store.users.find(by)?.name ?? by } : nobody,
    changes: [...listProcessChanges(store, version, at.settings), ...valueChanges],
  };
}

/** Who did something, for those who may not see that. */
export const nobody = { code: "", name: "" } as const;

/** Whether the reader sees a field of the system, such as who changed the record. */
export function showsField({ fields }: AppSettings, type: string): boolean {
  return fields.some((field) => field.type === type);
}

function takeSide(values: Readonly<Record<number, Change<FieldValue>>>, side: "before" | "after"): FieldValues {
  return Object.fromEntries(
    Object.entries(values).flatMap(([id, change]) => (change[side] === undefined ? [] : [[id, change[side]]])),
  );
}

function listProcessChanges(store: Store, { changes }: Version, settings: AppSettings): readonly RestChange[] {
  const states = readStates(settings);
  const codeOf = (type: string): string | undefined => settings.fields.find((field) => field.type === type)?.code;
  const [status, assignee] = [codeOf("STATUS"), codeOf("STATUS_ASSIGNEE")];
  if (states.length === 0) {
    return [];
  }
  const nameStatus = (name: string | null): string => name ?? states[0] ?? "";
  const people = (codes: readonly string[]): unknown =>
    codes.map((code) => ({ code, name: store.users.find(code)?.name ?? code }));
  return [
    ...(changes.status === undefined || status === undefined
      ? []
      : [{ code: status, before: nameStatus(changes.status.before), after: nameStatus(changes.status.after) }]),
    ...(changes.assignees === undefined || assignee === undefined
      ? []
      : [{ code: assignee, before: people(changes.assignees.before), after: people(changes.assignees.after) }]),
  ];
}
