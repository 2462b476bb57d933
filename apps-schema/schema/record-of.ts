import type {
  CellFields,
  EntityField,
  FieldSet,
  FileField,
  MultipleChoiceField,
  ReferenceTableField,
  SingleChoiceField,
  SubtableField,
} from "./field-declaration.ts";

export type Entity = { code: string; name: string };

export type Attachment = { fileKey: string; name: string; contentType: string; size: string };

/** A choice is one of its options or "" while nobody has chosen. */
type PlainValue<Field> =
  Field extends SubtableField<infer Cells>
    ? TableRow<Cells>[]
    : Field extends SingleChoiceField<infer Option>
      ? Option | ""
      : Field extends MultipleChoiceField<infer Option>
        ? Option[]
        : Field extends EntityField
          ? Entity[]
          : Field extends FileField
            ? Attachment[]
            : string;

/** A row of a table; `id` is null until kintone has stored it. */
type TableRow<Cells extends CellFields> = { id: string | null } & {
  [Code in keyof Cells]: PlainValue<Cells[Code]>;
};

type Values<Fields> = {
  [Code in keyof Fields as Fields[Code] extends ReferenceTableField ? never : Code]: PlainValue<Fields[Code]>;
};

/** What kintone adds to a record: both are decimal strings; `status` only where a process is on. */
type RecordMeta = { $id?: string; $revision?: string; status?: string };

/** All that reading and writing a record needs of its app: a plugin carries the fields along, not lists, steps and rights. */
export type RecordShape = { readonly fields: FieldSet };

/** A record of an app as plain values. Empty text, number, date and choice are ""; a number stays a decimal string. */
export type RecordOf<Schema extends RecordShape> = Values<Schema["fields"]> & RecordMeta;
