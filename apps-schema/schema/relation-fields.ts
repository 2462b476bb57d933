import type { AppKey } from "./app-key.ts";
import type { AppSchema, FieldCode, ValueCode } from "./app-schema.ts";
import type {
  CellFields,
  Described,
  FieldSet,
  LookupField,
  RecordReference,
  ReferenceTableField,
  Requirable,
  SubtableField,
} from "./field-declaration.ts";

/** Names the app to look in; its type travels along, its declaration does not. */
export type LookupSource<Source extends AppSchema> = {
  readonly key: Source["key"];
  readonly keyField: string;
  readonly fields?: Source["fields"];
};

/**
 * Names an app as a lookup's source by type only, so that a plugin that needs one app does not carry along every app
 * which that one looks up.
 */
export function source<Source extends AppSchema>(
  key: Source["key"],
  keyField: FieldCode<Source>,
): LookupSource<Source> {
  return { key, keyField };
}

type LookupOptions<Fields extends FieldSet, Copies> = Omit<Described, "label"> &
  Requirable & {
    readonly from: { readonly key: AppKey; readonly keyField: string; readonly fields?: Fields };
    /** Field of this app → field of the source app. */
    readonly copies: Copies;
    readonly picker: readonly NoInfer<ValueCode<Fields>>[];
  };

/** Builds a lookup on the key field of another app; copied fields are named by both apps' codes. */
export function lookup<Fields extends FieldSet, const Copies extends Readonly<Record<string, ValueCode<Fields>>>>(
  label: string,
  { from, ...options }: LookupOptions<Fields, Copies>,
): LookupField<Copies> {
  return {
    ...options,
    type: "LOOKUP",
    label,
    app: from.key,
    relatedField: from.keyField,
    sort: `${from.keyField} asc`,
  };
}

/**
 * Builds a 関連レコード一覧. The other app is named by its key, because apps that look up each other would import each
 * other; `defineSuite` checks every code once all apps are known.
 */
export function referenceTable<const Reference extends RecordReference>(
  label: string,
  reference: Reference,
  options: Omit<Described, "label" | "width"> = {},
): ReferenceTableField<Reference> {
  return { ...options, type: "REFERENCE_TABLE", label, reference };
}

/** Builds a テーブル of the given columns. */
export function subtable<const Cells extends CellFields>(
  label: string,
  fields: Cells,
  options: Omit<Described, "label" | "width"> = {},
): SubtableField<Cells> {
  return { ...options, type: "SUBTABLE", label, fields };
}
