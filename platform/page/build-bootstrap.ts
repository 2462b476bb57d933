import type { Language } from "../api/operation.ts";
import type { AppSettings } from "../store/app-settings.ts";
import { localize } from "../plugin/plugin-manifest.ts";
import type { StoredPlugin } from "../store/plugin-store.ts";
import type { Bootstrap, BootstrapApp, PageType } from "./bootstrap.ts";
import { type PageVisitor, toLoginUser } from "./page-visitor.ts";

/** What every page is told: which page it is, who reads it and in which language. */
export function buildBootstrap(page: PageType, visitor: PageVisitor, language: Language): Bootstrap {
  return {
    page,
    language,
    loginUser: toLoginUser(visitor.user, language),
    preference: visitor.user.preference,
    requestToken: visitor.requestToken,
    unread: visitor.unread,
    now: visitor.now.toISOString(),
    isAdmin: visitor.user.isAdmin,
    app: null,
  };
}

/** What a page is told of its app. `installed` are all plugins of the domain, newest installed first. */
export function buildBootstrapApp(source: {
  readonly id: number;
  readonly revision: number;
  readonly settings: AppSettings;
  readonly installed: readonly StoredPlugin[];
  readonly permissions: BootstrapApp["permissions"];
  readonly language: Language;
}): BootstrapApp {
  const {
    customize: _,
    adminNotes: _notes,
    notifications: _notifications,
    plugins: added,
    ...settings
  } = source.settings;
  const plugins = source.installed.flatMap((plugin) => {
    const entry = added.find((item) => item.id === plugin.id);
    if (entry === undefined) {
      return [];
    }
    const { name, config } = plugin.manifest;
    return [
      {
        id: plugin.id,
        name: localize(name, source.language),
        version: plugin.version,
        enabled: entry.enabled,
        hasConfigPage: config?.html !== undefined,
        requiredParams: config?.required_params ?? [],
      },
    ];
  });
  return {
    id: source.id,
    revision: String(source.revision),
    settings,
    plugins,
    pluginConfigs: Object.fromEntries(added.map((plugin) => [plugin.id, plugin.config])),
    permissions: source.permissions,
  };
}
