import type { AppKey } from "../../../apps-schema/schema/app-key.ts";
import type { ReleaseMark } from "../app-stamp.ts";
import type { Bodies } from "./desired-suite.ts";
import type { SettingsArea } from "./plan.ts";

/** What one app is now. Settings are those of the preview (動作テスト環境), which the next deploy makes live. */
export type ObservedApp = {
  readonly id: string;
  readonly revision: string;
  /** null while the app was never deployed. */
  readonly liveRevision: string | null;
  /** Login name; null while the app was never deployed. */
  readonly creator: string | null;
  /** Who deployed the app last, as apps.json tells; no API tells who prepared something since. */
  readonly modifier?: string;
  /** What kintone answered for each area that is declared, without what no body names. */
  readonly areas: Bodies;
  /** Which of the wanted values the key field has in live records; null where the account may not view records. */
  readonly recordKeys: ReadonlySet<string> | null;
  /** Whether the draft that is ahead of the live settings was written by an interrupted run of ours. */
  readonly isOwnDraft: boolean;
  /** Areas in which somebody else's draft differs from what is live. */
  readonly draftAreas?: readonly SettingsArea[];
  /** Field code → records that hold a value in it, where it was counted. */
  readonly held?: ReadonlyMap<string, number>;
};

export type InstalledPlugin = { readonly id: string; readonly version: string; readonly build: string | null };

export type ObservedSuite = {
  readonly apps: ReadonlyMap<AppKey, ObservedApp>;
  readonly plugins: ReadonlyMap<string, InstalledPlugin>;
  /** `TYPE:code` of principals that the domain does not have. */
  readonly missingPrincipals: ReadonlySet<string>;
  /** The last release that the apps' stamps tell of; absent where the domain was not asked for its apps. */
  readonly release?: ReleaseMark | null;
};
