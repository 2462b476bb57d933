import type { AppKey } from "../../../apps-schema/schema/app-key.ts";
import type { PackedPlugin } from "../../build/pack-plugin.ts";
import type { Json, JsonObject } from "../client/json.ts";
import type { Principal } from "../environment.ts";

/** One app as it shall be: REST bodies without `app` and `revision`, ids of other apps already put in (or placeholders). */
export type DesiredApp = {
  readonly key: AppKey;
  readonly name: string;
  readonly keyField: string;
  readonly general: JsonObject;
  /** `rights` of the app permissions in order of priority, without the account that deploys. */
  readonly permissions: readonly JsonObject[];
  readonly plainFields: Readonly<Record<string, JsonObject>>;
  readonly referringFields: Readonly<Record<string, JsonObject>>;
  readonly layout: readonly Json[];
  readonly process: DesiredProcess | null;
  readonly views: Readonly<Record<string, JsonObject>>;
  /** Folder names of plugins. */
  readonly plugins: readonly string[];
  /** The settings file, with placeholders where app ids are not known yet; null where no plugin reads it. */
  readonly settingsScript: string | null;
};

export type DesiredProcess = {
  readonly enable: boolean;
  readonly states: Readonly<Record<string, JsonObject>>;
  readonly actions: readonly JsonObject[];
};

/** Records of one app in loading order; only those whose key is missing are added. */
export type DesiredRecords = {
  readonly app: AppKey;
  readonly kind: "records" | "sample";
  readonly records: readonly { readonly key: string; readonly record: JsonObject }[];
};

export type DesiredSuite = {
  readonly environment: string;
  /** Login name of the account that deploys. */
  readonly deployer: string;
  /** Groups may be made by the suite itself only on the local platform. */
  readonly isLocal: boolean;
  readonly principals: readonly (Principal & { readonly name: string })[];
  readonly apps: readonly DesiredApp[];
  readonly plugins: readonly PackedPlugin[];
  readonly records: readonly DesiredRecords[];
};
