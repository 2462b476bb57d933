import type { AppSchema, FieldCode } from "./app-schema.ts";
import type {
  CellFields,
  Described,
  LookupField,
  RecordReference,
  ReferenceTableField,
  Requirable,
  SubtableField,
} from "./field-declaration.ts";

type LookupOptions<Source extends AppSchema, Copies> = Omit<Described, "label"> &
  Requirable & {
    readonly from: Source;
    /** Field of this app → field of the source app. */
    readonly copies: Copies;
    readonly picker: readonly FieldCode<Source>[];
  };

/** Builds a lookup on the key field of another app; copied fields are named by both apps' codes. */
export function lookup<Source extends AppSchema, const Copies extends Readonly<Record<string, FieldCode<Source>>>>(
  label: string,
  { from, ...options }: LookupOptions<Source, Copies>,
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
