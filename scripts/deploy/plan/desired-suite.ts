import type { AppKey } from "../../../apps-schema/schema/app-key.ts";
import type { PackedPlugin } from "../../build/pack-plugin.ts";
import type { JsonObject } from "../client/json.ts";
import type { Principal } from "../environment.ts";
import type { SettingsArea } from "./plan.ts";

/** REST bodies without `app` and `revision`, ids of other apps already put in (or placeholders); absent = not declared, left alone. */
export type Bodies = Readonly<Partial<Record<SettingsArea, JsonObject>>>;

/** New name → name so far. */
export type RenameMap = Readonly<Record<string, string>>;

/** What the declarations say was renamed; options by the code of their field. */
export type Renames = {
  readonly fields: RenameMap;
  readonly options: Readonly<Record<string, RenameMap>>;
  readonly views: RenameMap;
  readonly states: RenameMap;
  readonly actions: RenameMap;
  readonly reports: RenameMap;
};

/** One app as it shall be. */
export type DesiredApp = {
  readonly key: AppKey;
  readonly name: string;
  readonly keyField: string;
  readonly bodies: Bodies;
  /** `space` and `thread` in which a new app is made; outside of spaces when it is not there. */
  readonly place?: JsonObject;
  readonly renames?: Partial<Renames>;
  /** Folder names of plugins. */
  readonly plugins: readonly string[];
  /** The settings file, with placeholders where app ids are not known yet; null where no plugin reads it. */
  readonly settingsScript: string | null;
};

/** Records of one app in loading order; only those whose key is missing are added. */
export type DesiredRecords = {
  readonly app: AppKey;
  readonly kind: "records" | "sample";
  readonly records: readonly { readonly key: string; readonly record: JsonObject }[];
};

export type DesiredSuite = {
  readonly environment: string;
  /** First digits of the SHA-256 of the declared apps and the people behind the roles; without it no release is marked. */
  readonly declared?: string;
  readonly baseUrl: string;
  /** Login name of the account that deploys. */
  readonly deployer: string;
  /** Groups may be made by the suite itself only on the local platform. */
  readonly isLocal: boolean;
  readonly principals: readonly (Principal & { readonly name: string })[];
  readonly apps: readonly DesiredApp[];
  readonly plugins: readonly PackedPlugin[];
  readonly records: readonly DesiredRecords[];
};
