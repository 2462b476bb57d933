import type { PackedPlugin } from "../../build/pack-plugin.ts";
import type { DesiredApp, DesiredSuite } from "./desired-suite.ts";
import type { InstalledPlugin } from "./observed-suite.ts";
import { filePlaceholder } from "./placeholder.ts";
import { planMessages } from "./plan-messages.ts";
import type { SuiteDraft } from "./suite-draft.ts";
import { addHazard, addStep, observedApp, planSettingsWrite } from "./suite-draft.ts";

/** Plans the domain's plugins: installed when missing, updated when version or contents differ. */
export function planPlugins(draft: SuiteDraft, desired: DesiredSuite): void {
  for (const plugin of desired.plugins) {
    const installed = draft.observed.plugins.get(plugin.id);
    if (installed?.version === plugin.version && installed.build === plugin.build) {
      continue;
    }
    const name = `plugin/${plugin.plugin}`;
    const placeholder = filePlaceholder(plugin.plugin);
    addStep(draft, { app: null, area: "plugin" }, toText(plugin, installed), {
      requests: [
        {
          method: "POST",
          path: "/k/v1/file.json",
          body: {},
          upload: { file: plugin.zip, sha256: plugin.sha256 },
          keep: { [`file:${plugin.plugin}`]: "fileKey" },
        },
        installed === undefined
          ? { method: "POST", path: "/k/v1/plugin.json", body: { fileKey: placeholder }, keep: { [name]: "id" } }
          : { method: "PUT", path: "/k/v1/plugin.json", body: { id: plugin.id, fileKey: placeholder } },
      ],
    });
  }
}

function toText(plugin: PackedPlugin, installed: InstalledPlugin | undefined) {
  const params = { plugin: plugin.name.ja, version: plugin.version, from: installed?.version ?? "" };
  if (installed === undefined) {
    return { message: planMessages.installPlugin, params };
  }
  const isSameVersion = installed.version === plugin.version;
  return { message: isSameVersion ? planMessages.rebuiltPlugin : planMessages.updatePlugin, params };
}

/** Plans which plugins an app uses. REST can add them but not take them away. */
export function planAppPlugins(draft: SuiteDraft, app: DesiredApp, plugins: readonly PackedPlugin[]): void {
  const present = observedApp(draft, app.key)?.plugins ?? [];
  const wanted = plugins.filter((plugin) => app.plugins.includes(plugin.plugin));
  const missing = wanted.filter((plugin) => !present.some((each) => each.id === plugin.id));
  for (const stale of present.filter((each) => wanted.some((plugin) => isOtherKey(plugin, each)))) {
    const params = { name: app.name, plugin: stale.name };
    addHazard(draft, "note", app.key, { code: "stale-plugin", message: planMessages.stalePlugin, params });
  }
  if (missing.length === 0) {
    return;
  }
  const ids = missing.map((plugin) => plugin.id);
  const names = missing.map((plugin) => plugin.name.ja).join("・");
  addStep(
    draft,
    { app, area: "app-plugins" },
    { message: planMessages.addPlugins, params: { names } },
    { requests: [planSettingsWrite(draft, app.key, { method: "POST", resource: "app/plugins", body: { ids } })] },
  );
}

function isOtherKey(plugin: PackedPlugin, present: { readonly id: string; readonly name: string }): boolean {
  return present.id !== plugin.id && (present.name === plugin.name.ja || present.name === plugin.name.en);
}
