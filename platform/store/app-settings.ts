import type { AclSettings } from "./acl-settings.ts";
import type { AdminNotes, StoredAction } from "./action-settings.ts";
import type { CategorySettings } from "./category-settings.ts";
import type { NotificationSettings } from "./notification-settings.ts";
import type { StoredReport } from "./report-settings.ts";

/**
 * One copy of an app's settings. Every app has two: `preview` (動作テスト環境, what the settings APIs write) and
 * `live` (what users see, written only by a deploy). kintone fact sheet §8.1.
 */
export type AppSettings = {
  readonly general: GeneralSettings;
  /** Top-level fields in the order of creation, system fields included. A table's own fields are in `fields`. */
  readonly fields: readonly StoredField[];
  readonly layout: readonly LayoutRow[];
  readonly views: readonly StoredView[];
  readonly process: ProcessSettings;
  readonly customize: CustomizeSettings;
  readonly plugins: readonly AppPlugin[];
  /** Missing: nobody has changed the permissions yet. Read it with `readAcl`. */
  readonly acl?: AclSettings;
  readonly reports: readonly StoredReport[];
  readonly actions: readonly StoredAction[];
  readonly adminNotes: AdminNotes;
  readonly notifications: NotificationSettings;
  /** Missing: the app has none. */
  readonly categories?: CategorySettings;
};

export type GeneralSettings = {
  readonly name: string;
  readonly description: string;
  readonly icon:
    | { readonly type: "PRESET"; readonly key: string }
    | { readonly type: "FILE"; readonly file: StoredFileReference };
  readonly theme: string;
  readonly titleField: { readonly selectionMode: "AUTO" | "MANUAL"; readonly code?: string };
  readonly enableThumbnails: boolean;
  readonly enableBulkDeletion: boolean;
  readonly enableComments: boolean;
  readonly enableDuplicateRecord: boolean;
  readonly enableInlineRecordEditing: boolean;
  readonly numberPrecision: {
    readonly digits: string;
    readonly decimalPlaces: string;
    readonly roundingMode: "HALF_EVEN" | "UP" | "DOWN";
  };
  readonly firstMonthOfFiscalYear: string;
};

/**
 * A field. `id` never changes, also when `code` does: stored records are keyed by it, and pages carry it in the
 * class names that public plugins look for (`.field-{id}`, `.value-{id}`, `.label-{id}`).
 */
export type StoredField = {
  readonly id: number;
  readonly code: string;
  readonly type: string;
  /** The field as `GET app/form/fields.json` answers it, without `code`, `type` and (for a table) `fields`. */
  readonly property: Readonly<Record<string, unknown>>;
  /** Only in what a page is told, never stored: the reader may not edit this field. */
  readonly locked?: true;
  /** Only for SUBTABLE. */
  readonly fields?: readonly StoredField[];
  /** Only for choice fields: a number for each option, by which a deploy recognises an option that got another name. */
  readonly optionIds?: Readonly<Record<string, number>>;
};

/** As `GET app/form/layout.json` answers it. */
export type LayoutRow =
  | { readonly type: "ROW"; readonly fields: readonly LayoutField[] }
  | { readonly type: "SUBTABLE"; readonly code: string; readonly fields: readonly LayoutField[] }
  | { readonly type: "GROUP"; readonly code: string; readonly layout: readonly LayoutRow[] };

export type LayoutField = {
  readonly type: string;
  readonly code?: string;
  readonly label?: string;
  readonly elementId?: string;
  readonly size?: { readonly width?: string; readonly height?: string; readonly innerHeight?: string };
};

/** As one entry of `GET app/views.json`; `id` and `index` are decimal strings there and here. */
export type StoredView = {
  readonly id: string;
  readonly index: string;
  readonly name: string;
  readonly type: "LIST" | "CALENDAR" | "CUSTOM";
  readonly builtinType?: "ASSIGNEE";
  readonly fields?: readonly string[];
  readonly date?: string;
  readonly title?: string;
  readonly html?: string;
  readonly pager?: boolean;
  readonly device?: "DESKTOP" | "ANY";
  readonly filterCond: string;
  readonly sort: string;
};

export type ProcessEntity = {
  readonly entity: {
    readonly type: "USER" | "GROUP" | "ORGANIZATION" | "FIELD_ENTITY" | "CREATOR" | "CUSTOM_FIELD";
    readonly code: string | null;
  };
  readonly includeSubs: boolean;
};

export type ProcessState = {
  readonly name: string;
  readonly index: string;
  readonly assignee: { readonly type: "ONE" | "ALL" | "ANY"; readonly entities: readonly ProcessEntity[] };
  /** By this number a deploy recognises a status that got another name, so that records follow. Not answered by any API. */
  readonly id?: number;
};

export type ProcessAction = {
  readonly name: string;
  readonly from: string;
  readonly to: string;
  readonly filterCond: string;
  readonly type: "PRIMARY" | "SECONDARY";
  readonly executableUser?: { readonly entities: readonly ProcessEntity[] };
};

export type ProcessSettings = {
  readonly enable: boolean;
  readonly states: readonly ProcessState[];
  readonly actions: readonly ProcessAction[];
};

export type StoredFileReference = {
  readonly fileKey: string;
  readonly name: string;
  readonly contentType: string;
  readonly size: string;
};

export type CustomizeItem =
  | { readonly type: "URL"; readonly url: string }
  | { readonly type: "FILE"; readonly file: StoredFileReference };

export type CustomizeSettings = {
  readonly scope: "ALL" | "ADMIN" | "NONE";
  readonly desktop: { readonly js: readonly CustomizeItem[]; readonly css: readonly CustomizeItem[] };
  readonly mobile: { readonly js: readonly CustomizeItem[]; readonly css: readonly CustomizeItem[] };
};

/** What a plugin's settings page stored for calls to one address (`kintone.plugin.app.setProxyConfig`): keys of services, above all. */
export type PluginProxy = {
  readonly url: string;
  readonly method: string;
  readonly headers: Readonly<Record<string, string>>;
  readonly data: Readonly<Record<string, unknown>>;
};

type AppPlugin = {
  readonly id: string;
  readonly enabled: boolean;
  readonly config: Readonly<Record<string, string>>;
  /** Missing: none. Only the server and the plugin's settings page know them. */
  readonly proxies?: readonly PluginProxy[];
};
