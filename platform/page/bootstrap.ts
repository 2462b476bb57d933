import type { AclSettings } from "../store/acl-settings.ts";
import type { Language } from "../api/operation.ts";
import type { ActionMapping } from "../store/action-settings.ts";
import type { AppSettings, PluginProxy, StoredField } from "../store/app-settings.ts";
import type { UserPreference } from "../store/user-preference.ts";

/** Which page a shell is for; names as `kintone.getPageType()` has them (fact sheet §4.4). */
export type PageType =
  | "PORTAL_TOP"
  | "PORTAL_TOP_MOBILE"
  | "NOTIFICATION_TOP"
  | "NOTIFICATION_TOP_MOBILE"
  | "APP_INDEX"
  | "APP_INDEX_MOBILE"
  | "APP_DETAIL"
  | "APP_DETAIL_MOBILE"
  | "APP_CREATE"
  | "APP_CREATE_MOBILE"
  | "APP_EDIT_MOBILE"
  | "APP_REPORT"
  | "APP_REPORT_MOBILE"
  | "APP_PRINT"
  // Reading records from a CSV file; kintone's name for it is not known.
  | "APP_CSV_UPLOAD"
  | "APP_SETTINGS_TOP"
  | "APP_SETTINGS_PLUGIN_LIST"
  | "SYSTEM_PLUGIN_LIST"
  | "APP_SETTINGS_PLUGIN_SETTINGS";

export type LoginUser = {
  readonly id: string;
  readonly code: string;
  readonly name: string;
  readonly email: string;
  readonly url: string;
  readonly employeeNumber: string;
  readonly phone: string;
  readonly mobilePhone: string;
  readonly extensionNumber: string;
  readonly timezone: string;
  readonly isGuest: boolean;
  readonly language: Language;
};

export type BootstrapApp = {
  readonly id: number;
  readonly revision: string;
  /** Live settings; on the plugin settings pages the preview ones. Plugin `config` values are in `pluginConfigs`. */
  readonly settings: Omit<AppSettings, "customize" | "plugins" | "adminNotes" | "notifications">;
  /** Newest installed first, as the scripts are loaded. */
  readonly plugins: readonly {
    readonly id: string;
    readonly name: string;
    readonly version: string;
    readonly enabled: boolean;
    readonly hasConfigPage: boolean;
    /** Keys without which the plugin counts as not set up (manifest `config.required_params`). */
    readonly requiredParams: readonly string[];
  }[];
  readonly pluginConfigs: Readonly<Record<string, Readonly<Record<string, string>>>>;
  /** What the reader may do in the app. */
  readonly permissions: {
    readonly addRecord: boolean;
    readonly editApp: boolean;
    readonly viewRecord: boolean;
    readonly editRecord: boolean;
    readonly deleteRecord: boolean;
    /** Reading a CSV file in and writing one; missing where a page offers neither. */
    readonly importFile?: boolean;
    readonly exportFile?: boolean;
    /** Whether single records differ from this: then `records/acl/evaluate` tells for each. */
    readonly perRecord: boolean;
  };
  /** Plugin list only: whether the preview settings differ from what users see. */
  readonly hasUnpublishedChanges?: boolean;
};

/** Where a new record comes from when an app action opened its page. */
export type AppActionStart = {
  readonly sourceApp: number;
  readonly sourceRecord: number;
  readonly mappings: readonly ActionMapping[];
  /** The source's fields that are copied: only what is needed to read their values. */
  readonly fields: readonly StoredField[];
};

/** Settings that only the page about them shows, with the names of the people, groups and organizations in them. */
export type DeclaredSettings = Pick<AppSettings, "customize" | "adminNotes" | "notifications"> & {
  readonly acl: AclSettings;
  /** By type and code: `GROUP team`. */
  readonly names: Readonly<Record<string, string>>;
  /** By id, of the apps that lookups, related records and actions name. */
  readonly appNames: Readonly<Record<string, string>>;
};

/** What the server knows when it writes a page; `<script type="application/json" id="kp-bootstrap">` carries it. */
export type Bootstrap = {
  readonly page: PageType;
  readonly language: Language;
  readonly loginUser: LoginUser;
  /** What the reader set for themselves. */
  readonly preference?: UserPreference;
  readonly requestToken: string;
  /** How many notifications the reader has not read. */
  readonly unread?: number;
  /** The platform's time when it wrote the page; its clock may have been moved. */
  readonly now?: string;
  /** Member of the group Administrators. */
  readonly isAdmin?: boolean;
  readonly app: BootstrapApp | null;
  /** The guest space that the page belongs to: its pages and calls are below `/k/guest/{id}/`. */
  readonly guestSpace?: number;
  /** The form for a new record that an app action opened. */
  readonly appAction?: AppActionStart;
  /** The page of an app's settings only: what other pages are not told. */
  readonly declared?: DeclaredSettings;
  /** The plugin list of an app only: installed plugins that the app does not have. */
  readonly addablePlugins?: readonly { readonly id: string; readonly name: string; readonly version: string }[];
  /** The plugin whose settings page this is. */
  readonly pluginId?: string;
  /** Its settings page only: what it stored for calls to other services. */
  readonly pluginProxies?: readonly PluginProxy[];
  /** Portal only: apps that the user can open. */
  readonly apps?: readonly {
    readonly id: number;
    readonly name: string;
    readonly description: string;
    readonly icon: string;
    readonly theme: string;
    /** Where its pages are: `/k/5/`, or below its guest space. */
    readonly href: string;
  }[];
  /** Portal only: spaces that the user can open. */
  readonly spaces?: readonly {
    readonly id: number;
    readonly name: string;
    readonly isGuest: boolean;
    readonly isPrivate: boolean;
    readonly members: number;
    readonly href: string;
  }[];
};
