import * as v from "valibot";
import { appKeys } from "./schema/app-key.ts";

/** The name under which the settings file of an app stands in the page's global object. */
export const settingsGlobal = "machiDxSettings";

/** Where every app of the suite is in this domain, and how strict this town is: written by deployment, read by plugins. */
export const suiteSettingsSchema = v.object({
  format: v.literal(1),
  environment: v.object({ name: v.string(), label: v.string() }),
  app: v.picklist(appKeys),
  /** App key → app id in this domain. */
  apps: v.object(v.entriesFromList(appKeys, v.pipe(v.string(), v.nonEmpty()))),
  /** Rule id → its level here; a rule that is not named keeps its own. */
  ruleLevels: v.record(v.string(), v.picklist(["stop", "reason", "hint", "off"])),
  /** Words that a town says differently, by their name in the message catalogue. */
  labels: v.record(v.string(), v.string()),
});

export type SuiteSettings = v.InferOutput<typeof suiteSettingsSchema>;
