import * as v from "valibot";

/** kintone keeps a plugin's settings as texts by ASCII keys; ours is one JSON text under this key. */
export const savedSettingsKey = "settings";

const contentSchema = v.object({
  ruleLevels: v.record(v.string(), v.picklist(["stop", "reason", "hint", "off"])),
  ruleNotes: v.record(v.string(), v.string()),
});

/** What a plugin's settings page saves: rule levels of this town, and why a rule was relaxed. */
export type SavedSettings = v.InferOutput<typeof contentSchema>;

export const savedSettingsSchema = v.pipe(v.string(), v.parseJson(), contentSchema);

/** The plugin configuration that `savedSettingsSchema` reads back. */
export function toPluginConfig(settings: SavedSettings): Record<string, string> {
  return { [savedSettingsKey]: JSON.stringify(settings) };
}
