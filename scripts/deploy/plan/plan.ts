import type { AppKey } from "../../../apps-schema/schema/app-key.ts";
import type { JsonObject } from "../client/json.ts";

/** What a step touches. */
export type Area =
  | "principals"
  | "plugin"
  | "app"
  | "permissions"
  | "fields"
  | "references"
  | "layout"
  | "process"
  | "views"
  | "settings"
  | "app-plugins"
  | "deploy"
  | "customize"
  | "records"
  | "sample";

/**
 * One write, exactly as it will be sent. Texts of the form `${app:action}` stand for what is only known after an
 * earlier request was answered; `keep` says which answers those are.
 */
export type PlannedRequest = {
  readonly method: "POST" | "PUT" | "DELETE";
  readonly path: string;
  readonly body: JsonObject;
  /** For `POST /k/v1/file.json`: what is sent as the file instead of a JSON body. */
  readonly upload?: { readonly file: string; readonly sha256: string };
  /** Name of a placeholder → member of the answer. */
  readonly keep?: Readonly<Record<string, string>>;
};

/** What the customize uploader is given: it makes the listed requests itself. */
export type CustomizeFiles = {
  /** With `${hash}` for the first 8 hex digits of the SHA-256 of the final content. */
  readonly name: string;
  readonly content: string;
  /** Customization of others, which the uploader's PUT would otherwise drop. */
  readonly others: readonly CustomizeItem[];
};

export type CustomizeItem = {
  readonly place: "desktop.js" | "desktop.css" | "mobile.js" | "mobile.css";
  readonly url?: string;
  readonly file?: { readonly fileKey: string; readonly name: string };
};

export type PlanStep = {
  readonly app: AppKey | null;
  readonly area: Area;
  readonly summary: string;
  readonly requests: readonly PlannedRequest[];
  readonly customize?: CustomizeFiles;
};

/** `stop`: apply refuses before its first write. `note`: people should know. */
export type Hazard = { readonly level: "stop" | "note"; readonly app: AppKey | null; readonly message: string };

/** All that `apply` will write, in order. A value: it can be printed, kept and compared. */
export type Plan = {
  readonly format: 1;
  readonly environment: string;
  readonly steps: readonly PlanStep[];
  readonly hazards: readonly Hazard[];
};
