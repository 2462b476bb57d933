/** A plugin's manifest.json as far as the platform reads it; `verifyPlugin` made sure of the shape. */
export type PluginManifest = {
  readonly version: number | string;
  readonly name: LocalizedText;
  readonly description?: LocalizedText;
  readonly icon: string;
  readonly desktop?: PluginScripts;
  readonly mobile?: PluginScripts;
  readonly config?: PluginScripts & { readonly html?: string; readonly required_params?: readonly string[] };
  readonly homepage_url?: Partial<LocalizedText>;
};

type PluginScripts = { readonly js?: readonly string[]; readonly css?: readonly string[] };

export type LocalizedText = { readonly en: string; readonly ja?: string; readonly zh?: string; readonly es?: string };

export type PluginLanguage = keyof LocalizedText;

/** The text in the asked language, else in English, which every manifest has. */
export function localize(text: LocalizedText | undefined, language: PluginLanguage): string {
  return text?.[language] ?? text?.en ?? "";
}

/** Tells a manifest from other JSON by its required keys; kintone's validator judged the rest before it was stored. */
export function isPluginManifest(json: unknown): json is PluginManifest {
  return typeof json === "object" && json !== null && "version" in json && "name" in json && "icon" in json;
}

/** `./js/desktop.js` and `js/desktop.js` are the same entry of the package. */
export function toPath(path: string): string {
  return path.replace(/^(\.\/)+/u, "");
}
