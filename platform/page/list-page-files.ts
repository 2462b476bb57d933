import type { CustomizeItem, CustomizeSettings } from "../store/app-settings.ts";

/** One step in loading a page: a file of the app, the name of the plugin whose files follow, or a file of it. */
export type PageScript =
  | { readonly kind: "file"; readonly url: string }
  | { readonly kind: "plugin"; readonly pluginId: string };

export type PageFiles = { readonly scripts: readonly PageScript[]; readonly styles: readonly string[] };

export type PluginFiles = {
  readonly id: string;
  readonly version: string;
  readonly js: readonly string[];
  readonly css: readonly string[];
};

/**
 * The scripts and styles of an app's page in kintone's order: the app's own, then plugin by plugin, each plugin's
 * scripts after `kintone.$PLUGIN_ID` names it (fact sheet §9.5). `plugins` come newest installed first.
 */
export function listPageFiles(page: {
  readonly appId: number;
  readonly customize: CustomizeSettings;
  /** What is loaded before everything of the app. */
  readonly domain?: PageFiles;
  readonly device: "desktop" | "mobile";
  readonly isAppAdmin: boolean;
  readonly plugins: readonly PluginFiles[];
}): PageFiles {
  const { scope } = page.customize;
  const applies = scope === "ALL" || (scope === "ADMIN" && page.isAppAdmin);
  const own = applies ? page.customize[page.device] : { js: [], css: [] };
  const toUrl = (item: CustomizeItem): string => toCustomizeUrl(page.appId, item);
  const domain = page.domain ?? { scripts: [], styles: [] };
  return {
    scripts: [
      ...domain.scripts,
      ...own.js.map((item): PageScript => ({ kind: "file", url: toUrl(item) })),
      ...page.plugins.flatMap(listPluginScripts),
    ],
    styles: [
      ...domain.styles,
      ...own.css.map(toUrl),
      ...page.plugins.flatMap((plugin) => plugin.css.map((path) => toPluginUrl(plugin, path))),
    ],
  };
}

/** The domain's own files, for every page of a device; `ADMIN` is for members of the group Administrators. */
export function listDomainFiles(
  { scope, ...devices }: CustomizeSettings,
  reader: { readonly device: "desktop" | "mobile"; readonly isAdmin: boolean },
): PageFiles {
  const { js, css } =
    scope === "ALL" || (scope === "ADMIN" && reader.isAdmin) ? devices[reader.device] : { js: [], css: [] };
  return {
    scripts: js.map((item): PageScript => ({ kind: "file", url: toDomainUrl(item) })),
    styles: css.map(toDomainUrl),
  };
}

/** The scripts of one plugin, after the statement that names it. */
export function listPluginScripts(plugin: PluginFiles): PageScript[] {
  if (plugin.js.length === 0) {
    return [];
  }
  return [
    { kind: "plugin", pluginId: plugin.id },
    ...plugin.js.map((path): PageScript => ({ kind: "file", url: toPluginUrl(plugin, path) })),
  ];
}

/** The address of a plugin's file; `https:` entries of the manifest stay as they are. */
export function toPluginUrl(plugin: Pick<PluginFiles, "id" | "version">, path: string): string {
  if (/^https?:/u.test(path)) {
    return path;
  }
  const segments = [plugin.id, plugin.version, ...path.replace(/^\.\//u, "").split("/")];
  return `/k/platform/plugin/${segments.map(encodeURIComponent).join("/")}`;
}

/** The other origins that a page's files come from. */
export function listOrigins(files: PageFiles): string[] {
  const urls = [...files.styles, ...files.scripts.flatMap((script) => (script.kind === "file" ? [script.url] : []))];
  return [
    ...new Set(urls.filter((url) => /^https?:/u.test(url) && URL.canParse(url)).map((url) => new URL(url).origin)),
  ];
}

function toCustomizeUrl(appId: number, item: CustomizeItem): string {
  return item.type === "URL"
    ? item.url
    : `/k/platform/customize/${appId}/${encodeURIComponent(item.file.fileKey)}/${encodeURIComponent(item.file.name)}`;
}

function toDomainUrl(item: CustomizeItem): string {
  return item.type === "URL"
    ? item.url
    : `/k/platform/domain-customize/${encodeURIComponent(item.file.fileKey)}/${encodeURIComponent(item.file.name)}`;
}
