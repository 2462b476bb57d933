import type {
  DateField,
  FileField,
  LinkField,
  MultiLineTextField,
  NumberField,
  TextField,
} from "./field-declaration.ts";

type Options<Field> = Omit<Field, "type" | "label">;

/** Builds a 文字列（1行） field. */
export function text(label: string, options: Options<TextField> = {}): TextField {
  return { ...options, type: "SINGLE_LINE_TEXT", label };
}

/** Builds the field by which a record is known everywhere: unique, required, at most 64 characters. */
export function key(label: string, options: Options<TextField> = {}): TextField {
  return { width: 160, ...options, type: "SINGLE_LINE_TEXT", label, required: true, unique: true, maxLength: 64 };
}

/** Builds a 文字列（複数行） field. */
export function multiLineText(label: string, options: Options<MultiLineTextField> = {}): MultiLineTextField {
  return { ...options, type: "MULTI_LINE_TEXT", label };
}

/** Builds a 数値 field; `unit` is drawn behind the number, `grouped` draws thousands separators. */
export function number(label: string, options: Options<NumberField> = {}): NumberField {
  return { ...options, type: "NUMBER", label };
}

/** Builds a 日付 field. */
export function date(label: string, options: Options<DateField> = {}): DateField {
  return { ...options, type: "DATE", label };
}

/** Builds a リンク field for web addresses. */
export function link(label: string, options: Omit<LinkField, "type" | "label" | "protocol"> = {}): LinkField {
  return { ...options, type: "LINK", label, protocol: "WEB" };
}

/** Builds a 添付ファイル field. */
export function file(label: string, options: Options<FileField> = {}): FileField {
  return { ...options, type: "FILE", label };
}
