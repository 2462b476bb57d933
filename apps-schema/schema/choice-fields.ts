import type { EntityField, MultipleChoiceField, SingleChoiceField } from "./field-declaration.ts";

type Options<Field> = Omit<Field, "type" | "label" | "options">;

/** Builds a ラジオボタン field. kintone's form always has one of them chosen: use `dropDown` where "not answered" must stay visible. */
export function radio<const Option extends string>(
  label: string,
  choices: readonly Option[],
  options: Options<SingleChoiceField<NoInfer<Option>>> = {},
): SingleChoiceField<Option> & { readonly type: "RADIO_BUTTON" } {
  return { ...options, type: "RADIO_BUTTON", label, options: choices };
}

/** Builds a ドロップダウン field, empty until someone chooses. */
export function dropDown<const Option extends string>(
  label: string,
  choices: readonly Option[],
  options: Options<SingleChoiceField<NoInfer<Option>>> = {},
): SingleChoiceField<Option> & { readonly type: "DROP_DOWN" } {
  return { ...options, type: "DROP_DOWN", label, options: choices };
}

/** Builds a チェックボックス field. */
export function checkBox<const Option extends string>(
  label: string,
  choices: readonly Option[],
  options: Options<MultipleChoiceField> = {},
): MultipleChoiceField<Option> & { readonly type: "CHECK_BOX" } {
  return { ...options, type: "CHECK_BOX", label, options: choices };
}

/** Builds a 複数選択 field. */
export function multiSelect<const Option extends string>(
  label: string,
  choices: readonly Option[],
  options: Options<MultipleChoiceField> = {},
): MultipleChoiceField<Option> & { readonly type: "MULTI_SELECT" } {
  return { ...options, type: "MULTI_SELECT", label, options: choices };
}

/** Builds a ユーザー選択 field. */
export function userSelect(label: string, options: Options<EntityField> = {}): EntityField {
  return { ...options, type: "USER_SELECT", label };
}

/** Builds a 組織選択 field. */
export function organizationSelect(label: string, options: Options<EntityField> = {}): EntityField {
  return { ...options, type: "ORGANIZATION_SELECT", label };
}
