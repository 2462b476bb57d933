import type { AppAction } from "./app-action.ts";
import type { AppKey, PluginName } from "./app-key.ts";
import type { FieldSet, LookupField, ReferenceTableField, SubtableField } from "./field-declaration.ts";
import type { LayoutItem } from "./layout.ts";
import type { FieldPermissions } from "./field-permissions.ts";
import type { Notifications } from "./notifications.ts";
import type { Permissions } from "./permissions.ts";
import type { Process } from "./process.ts";
import type { RecordPermissions } from "./record-permissions.ts";
import type { Report } from "./report.ts";
import type { SystemCode, View } from "./view.ts";

type AppTheme = "WHITE" | "RED" | "BLUE" | "GREEN" | "YELLOW" | "BLACK";

export type AppSchema<Key extends AppKey = AppKey, Fields extends FieldSet = FieldSet> = {
  readonly key: Key;
  readonly name: string;
  readonly description: string;
  readonly theme: AppTheme;
  /** One of kintone's preset icons. */
  readonly icon: string;
  /** The unique text field by which records are loaded and looked up. */
  readonly keyField: string;
  /** What stands for a record in searches and notifications. */
  readonly titleField: string;
  readonly fields: Fields;
  readonly layout: readonly LayoutItem[];
  /** The first one is what opens with the app. */
  readonly views: readonly View[];
  readonly process?: Process;
  /** Graphs; missing = a town's own stay as they are. */
  readonly reports?: readonly Report[];
  /** Buttons that open a new record of another app. */
  readonly actions?: readonly AppAction[];
  readonly permissions: Permissions;
  readonly recordPermissions?: RecordPermissions;
  readonly fieldPermissions?: FieldPermissions;
  readonly notifications?: Notifications;
  /** 管理者用メモ in kintone's HTML, where it is not what the process and the graphs say. */
  readonly notes?: string;
  readonly plugins: readonly PluginName[];
  /** Areas that stay as the domain has them: an app that was there first may say them in ways that declarations cannot. */
  readonly leaves?: readonly LeavableArea[];
};

export type LeavableArea = "settings" | "layout" | "views" | "permissions" | "notes";

/** Codes of the fields that hold a value in a record. */
export type FieldCode<Schema extends AppSchema> = ValueCode<Schema["fields"]>;

/** Codes of those of the fields that hold a value. */
export type ValueCode<Fields> = {
  [Code in keyof Fields]: Fields[Code] extends ReferenceTableField ? never : Code;
}[keyof Fields] &
  string;

type TableCode<Fields> = {
  [Code in keyof Fields]: Fields[Code] extends SubtableField ? Code : never;
}[keyof Fields] &
  string;

/** Fields that stand in a record for themselves, not in a table. */
type RecordCode<Fields> = Exclude<ValueCode<Fields>, TableCode<Fields>>;

/** Every field a lookup copies into must exist in the same app. */
type CheckedFields<Fields> = {
  readonly [Code in keyof Fields]: Fields[Code] extends LookupField<infer Copies>
    ? keyof Copies extends keyof Fields
      ? Fields[Code]
      : { readonly copies: Readonly<Record<keyof Fields, string>> }
    : Fields[Code] extends ReferenceTableField<infer Reference>
      ? Reference["field"] extends keyof Fields
        ? Fields[Code]
        : { readonly reference: { readonly field: keyof Fields } }
      : Fields[Code];
};

type AppDeclaration<Key extends AppKey, Fields extends FieldSet> = Omit<
  AppSchema<Key, Fields>,
  "fields" | "layout" | "views" | "keyField" | "titleField" | "reports" | "actions"
> & {
  readonly fields: Fields & CheckedFields<Fields>;
  readonly keyField: NoInfer<ValueCode<Fields>>;
  readonly titleField: NoInfer<ValueCode<Fields>>;
  readonly layout: readonly LayoutItem<
    NoInfer<Exclude<keyof Fields & string, TableCode<Fields>>>,
    NoInfer<TableCode<Fields>>
  >[];
  readonly views: readonly View<NoInfer<RecordCode<Fields>>>[];
  readonly reports?: readonly Report<NoInfer<RecordCode<Fields>> | SystemCode>[];
  readonly actions?: readonly AppAction<NoInfer<RecordCode<Fields>>>[];
};

/** Declares an app; codes that are not among its fields are type errors wherever they are used. */
export function defineApp<const Key extends AppKey, const Fields extends FieldSet>(
  declaration: AppDeclaration<Key, Fields>,
): AppSchema<Key, Fields> {
  return declaration;
}
