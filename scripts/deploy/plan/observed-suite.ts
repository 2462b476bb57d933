import type { AppKey } from "../../../apps-schema/schema/app-key.ts";
import type { Json, JsonObject } from "../client/json.ts";
import type { CustomizeItem } from "./plan.ts";

/** What one app is now. Settings are those of the preview (動作テスト環境), which the next deploy makes live. */
export type ObservedApp = {
  readonly id: string;
  readonly revision: string;
  /** null while the app was never deployed. */
  readonly liveRevision: string | null;
  /** Login name; null while the app was never deployed. */
  readonly creator: string | null;
  readonly general: JsonObject;
  readonly permissions: readonly Json[];
  readonly fields: Readonly<Record<string, JsonObject>>;
  readonly layout: readonly Json[];
  readonly process: JsonObject;
  readonly views: Readonly<Record<string, JsonObject>>;
  readonly plugins: readonly { readonly id: string; readonly name: string }[];
  readonly liveCustomize: { readonly scope: string; readonly items: readonly CustomizeItem[] } | null;
  /** Which of the wanted values the key field has in live records; null where the account may not view records. */
  readonly recordKeys: ReadonlySet<string> | null;
  /** Whether the draft that is ahead of the live settings was written by an interrupted run of ours. */
  readonly isOwnDraft: boolean;
};

export type InstalledPlugin = { readonly id: string; readonly version: string; readonly build: string | null };

export type ObservedSuite = {
  readonly apps: ReadonlyMap<AppKey, ObservedApp>;
  readonly plugins: ReadonlyMap<string, InstalledPlugin>;
  /** `TYPE:code` of principals that the domain does not have. */
  readonly missingPrincipals: ReadonlySet<string>;
};
