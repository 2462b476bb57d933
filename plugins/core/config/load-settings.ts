import * as v from "valibot";
import type { AppKey } from "../../../apps-schema/schema/app-key.ts";
import { settingsGlobal, type SuiteSettings, suiteSettingsSchema } from "../../../apps-schema/suite-settings.ts";
import { readPluginConfig } from "../kintone/environment.ts";
import { type SavedSettings, savedSettingsKey, savedSettingsSchema } from "./saved-settings.ts";

/** What a plugin knows about this domain and this town; apps are unknown where the suite was not deployed. */
export type Settings = Omit<SuiteSettings, "format" | "app" | "apps"> & {
  /** Which of the suite's apps this page belongs to; null without a settings file. */
  readonly app: AppKey | null;
  readonly apps: Readonly<Partial<Record<AppKey, string>>>;
  /** Why a rule was relaxed, by rule id. */
  readonly ruleNotes: Readonly<Record<string, string>>;
};

const defaults: Settings = {
  environment: { name: "", label: "" },
  app: null,
  apps: {},
  ruleLevels: {},
  labels: {},
  ruleNotes: {},
};

/**
 * The settings of a plugin on this page: what its own settings page saved, over the settings file that deployment puts
 * into the app (a global, because app JavaScript runs before plugins), over the defaults. What cannot be read is named
 * once in the console and left out, so that the page works on.
 */
export function loadSettings(pluginId: string): Settings {
  const file = readFile();
  const saved = readSaved(pluginId);
  return {
    ...defaults,
    ...file,
    ruleLevels: { ...file?.ruleLevels, ...saved?.ruleLevels },
    ruleNotes: saved?.ruleNotes ?? {},
  };
}

function readFile(): SuiteSettings | null {
  const raw: unknown = Reflect.get(globalThis, settingsGlobal);
  return raw === undefined ? null : parseOr(suiteSettingsSchema, raw, `globalThis.${settingsGlobal}`);
}

function readSaved(pluginId: string): SavedSettings | null {
  const raw = readPluginConfig(pluginId)?.[savedSettingsKey];
  return raw === undefined ? null : parseOr(savedSettingsSchema, raw, "the saved plugin settings");
}

function parseOr<Schema extends v.GenericSchema>(
  schema: Schema,
  raw: unknown,
  source: string,
): v.InferOutput<Schema> | null {
  const parsed = v.safeParse(schema, raw);
  if (parsed.success) {
    return parsed.output;
  }
  const [issue] = parsed.issues;
  // Settings are an administrator's matter: the page goes on with defaults, and the console says why.
  // oxlint-disable-next-line no-console
  console.warn(`[machi-dx] ${source} cannot be read, defaults are used: ${v.getDotPath(issue) ?? ""} ${issue.message}`);
  return null;
}
