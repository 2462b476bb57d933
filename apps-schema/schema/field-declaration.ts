import type { AppKey } from "./app-key.ts";

export type Described = {
  readonly label: string;
  /** The code that the field had before: kintone then keeps the values. */
  readonly renamedFrom?: string;
  /** What the field is for and where it comes from; goes to the data dictionary. */
  readonly purpose?: string;
  /** One plain sentence for the person who fills it in; drawn under the field's row. */
  readonly help?: string;
  /** Width on the form in pixels; each type has its own usual width. */
  readonly width?: number;
};

/** `required` is kintone's own stop on saving: only for what a record cannot be identified without. */
export type Requirable = { readonly required?: boolean };

export type TextField = Described &
  Requirable & {
    readonly type: "SINGLE_LINE_TEXT";
    readonly unique?: boolean;
    readonly maxLength?: number;
    readonly defaultValue?: string;
    /** kintone's own formula; nobody types into the field. */
    readonly expression?: string;
  };

export type MultiLineTextField = Described &
  Requirable & { readonly type: "MULTI_LINE_TEXT"; readonly height?: number };

export type NumberField = Described &
  Requirable & {
    readonly type: "NUMBER";
    readonly unit?: string;
    /** The unit stands behind the number unless it is said, as a sign of a currency does not. */
    readonly unitPosition?: "BEFORE";
    readonly grouped?: boolean;
  };

export type DateField = Described & Requirable & { readonly type: "DATE" };

export type LinkField = Described & Requirable & { readonly type: "LINK"; readonly protocol: "WEB" | "CALL" | "MAIL" };

export type FileField = Described & Requirable & { readonly type: "FILE" };

export type SingleChoiceField<Option extends string = string> = Described &
  Requirable & {
    readonly type: "RADIO_BUTTON" | "DROP_DOWN";
    readonly options: readonly Option[];
    readonly defaultValue?: Option;
    /** Option → what it was called before: kintone then keeps the values. */
    readonly optionsRenamedFrom?: Readonly<Record<string, string>>;
  };

export type MultipleChoiceField<Option extends string = string> = Described &
  Requirable & {
    readonly type: "CHECK_BOX" | "MULTI_SELECT";
    readonly options: readonly Option[];
    readonly optionsRenamedFrom?: Readonly<Record<string, string>>;
    /** Of check boxes: one below the other, so that a long list takes little width. */
    readonly vertical?: boolean;
  };

export type EntityField = Described &
  Requirable & { readonly type: "USER_SELECT" | "ORGANIZATION_SELECT" | "GROUP_SELECT" };

/** A key looked up in another app; kintone's own type of it is SINGLE_LINE_TEXT with `lookup`. */
export type LookupField<Copies extends LookupCopies = LookupCopies> = Described &
  Requirable & {
    readonly type: "LOOKUP";
    readonly app: AppKey;
    /** The unique field of `app` whose value is stored here. */
    readonly relatedField: string;
    /** Field of this app → field of `app` whose value is copied into it. */
    readonly copies: Copies;
    /** What the picker shows of a candidate. */
    readonly picker: readonly string[];
    readonly sort: string;
  };

type LookupCopies = Readonly<Record<string, string>>;

/** 関連レコード一覧: records of another app whose `relatedField` holds this record's `field`. */
export type ReferenceTableField<Reference extends RecordReference = RecordReference> = Described & {
  readonly type: "REFERENCE_TABLE";
  readonly reference: Reference;
};

export type RecordReference = {
  readonly app: AppKey;
  readonly field: string;
  readonly relatedField: string;
  readonly columns: readonly string[];
  readonly sort: string;
  readonly size: 5 | 10 | 20 | 30 | 50;
};

/** What may stand in a table's row. */
export type CellField =
  | TextField
  | MultiLineTextField
  | NumberField
  | DateField
  | LinkField
  | FileField
  | SingleChoiceField
  | MultipleChoiceField
  | EntityField;

export type CellFields = Readonly<Record<string, CellField>>;

export type SubtableField<Cells extends CellFields = CellFields> = Described & {
  readonly type: "SUBTABLE";
  readonly fields: Cells;
};

export type FieldDeclaration = CellField | LookupField | ReferenceTableField | SubtableField;

export type FieldSet = Readonly<Record<string, FieldDeclaration>>;
