import type { AppKey } from "../../../apps-schema/schema/app-key.ts";
import type { JsonObject } from "../client/json.ts";

/** What kintone keeps of an app besides its records, each with an API of its own. */
export type SettingsArea =
  | "fields"
  | "layout"
  | "views"
  | "settings"
  | "process"
  | "permissions"
  | "record-permissions"
  | "field-permissions"
  | "general-notifications"
  | "record-notifications"
  | "reminders"
  | "reports"
  | "actions"
  | "notes"
  | "customize"
  | "app-plugins";

/** What a step touches; `references` are the fields that name other apps. */
export type Area = SettingsArea | "references" | "principals" | "plugin" | "app" | "deploy" | "records" | "sample";

/**
 * One write, exactly as it will be sent. Texts of the form `${app:action}` stand for what is only known after an
 * earlier request was answered; `keep` says which answers those are.
 */
export type PlannedRequest = {
  readonly method: "POST" | "PUT" | "DELETE";
  readonly path: string;
  readonly body: JsonObject;
  /** For `POST /k/v1/file.json`: what is sent as the file instead of a JSON body. */
  readonly upload?: PlannedUpload;
  /** Name of a placeholder → member of the answer. */
  readonly keep?: Readonly<Record<string, string>>;
};

/** A file of this machine, or a text in which placeholders are filled before its name (`${hash}`: of the filled text) is. */
export type PlannedUpload =
  | { readonly file: string; readonly sha256: string }
  | { readonly name: string; readonly content: string };

export type PlanStep = {
  readonly app: AppKey | null;
  readonly area: Area;
  readonly summary: string;
  readonly requests: readonly PlannedRequest[];
  /** 0 before the first deploy, 1 before the second, …; records come with the last. */
  readonly wave: number;
};

export type HazardCode =
  | "missing-principal"
  | "type-change"
  | "foreign-draft"
  | "resting-draft"
  | "closed-apps"
  | "own-permissions"
  | "hidden-records"
  | "rename-unclear"
  | "first-state";

/** `stop`: apply refuses before its first write. `note`: people should know. */
export type Hazard = {
  readonly level: "stop" | "note";
  readonly app: AppKey | null;
  readonly code: HazardCode;
  readonly message: string;
};

type ConsentKind = "delete-field" | "delete-option" | "delete-item" | "rename-or-delete" | "downgrade-plugin";

/** Something that loses data or takes a version back: refused unless its `code` is allowed by name. */
export type Consent = {
  /** What `--allow-delete` (or an answer in the declarations) names: `app.field`, `app.field.option`, `app.views/name`, `plugin/name`. */
  readonly code: string;
  readonly kind: ConsentKind;
  readonly app: AppKey | null;
  /** What people call it. */
  readonly label: string;
  /** Records that hold a value in it; null where that is not counted or not known. */
  readonly records: number | null;
  readonly message: string;
  readonly isGiven: boolean;
};

/** What no REST call can do; stays in the plan until it is observed done. */
export type ManualStep = {
  readonly code: string;
  readonly app: AppKey | null;
  readonly message: string;
  /** Address of the page where it is done. */
  readonly url: string;
};

/** Columns that are saved before the first write, because a consent lets them go. */
export type PlannedBackup = { readonly app: AppKey; readonly appId: string; readonly fields: readonly string[] };

/** `add`: adds only. `merge`: adds and changes, deletes nothing. `mirror`: the domain becomes what is declared. */
export const deployModes = ["add", "merge", "mirror"] as const;

export type DeployMode = (typeof deployModes)[number];

/** All that `apply` will write, in order. A value: it can be printed, kept and compared. */
export type Plan = {
  readonly format: 2;
  readonly environment: string;
  readonly mode: DeployMode;
  readonly steps: readonly PlanStep[];
  readonly hazards: readonly Hazard[];
  readonly consents: readonly Consent[];
  readonly manual: readonly ManualStep[];
  readonly backups: readonly PlannedBackup[];
  /** Deployments one after another that the steps make. */
  readonly waves: number;
};
