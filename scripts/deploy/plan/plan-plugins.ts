import { textOf as sayText } from "../../cli/say.ts";
import type { PackedPlugin } from "../../build/pack-plugin.ts";
import { listOf, memberOf, textOf } from "../client/json.ts";
import type { DesiredApp, DesiredSuite } from "./desired-suite.ts";
import type { InstalledPlugin } from "./observed-suite.ts";
import { filePlaceholder } from "./placeholder.ts";
import { planMessages } from "./plan-messages.ts";
import type { SuiteDraft } from "./suite-draft.ts";
import { addConsent, addStep, appIdIn, observedApp } from "./suite-draft.ts";

/** Plans the domain's plugins: installed when missing, updated when version or contents differ, taken back only with consent. */
export function planPlugins(draft: SuiteDraft, desired: DesiredSuite): void {
  for (const plugin of desired.plugins) {
    const installed = draft.observed.plugins.get(plugin.id);
    if (installed?.version === plugin.version && installed.build === plugin.build) {
      continue;
    }
    askToDowngrade(draft, plugin, installed);
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

function askToDowngrade(draft: SuiteDraft, plugin: PackedPlugin, installed: InstalledPlugin | undefined): void {
  if (installed !== undefined && compareVersions(installed.version, plugin.version) > 0) {
    const { name, version } = plugin;
    const params = { plugin: name.ja, version, from: installed.version };
    const consent = { code: `plugin/${plugin.plugin}`, app: null, label: name.ja, records: null };
    addConsent(draft, { ...consent, kind: "downgrade-plugin" }, { message: planMessages.downgrade, params });
  }
}

/** By numbers, part by part: 0.10.0 comes after 0.9.0. */
function compareVersions(a: string, b: string): number {
  const [left, right] = [a, b].map((version) => version.split(".").map(Number));
  const length = Math.max(left?.length ?? 0, right?.length ?? 0);
  for (let index = 0; index < length; index += 1) {
    const difference = (left?.[index] ?? 0) - (right?.[index] ?? 0);
    if (difference !== 0) {
      return difference;
    }
  }
  return 0;
}

/** What REST cannot do to an app's plugins: take one away that another key signed, enable one that somebody disabled. */
export function planManualPluginSteps(draft: SuiteDraft, app: DesiredApp, desired: DesiredSuite): void {
  const present = listOf(memberOf(observedApp(draft, app.key)?.areas["app-plugins"], "plugins"));
  for (const plugin of desired.plugins.filter((each) => app.plugins.includes(each.plugin))) {
    for (const each of present) {
      const [id, name] = [textOf(memberOf(each, "id")), textOf(memberOf(each, "name"))];
      const isStale = id !== plugin.id && (name === plugin.name.ja || name === plugin.name.en);
      const isDisabled = id === plugin.id && memberOf(each, "enabled") === false;
      if (isStale || isDisabled) {
        const message = isStale ? planMessages.stalePlugin : planMessages.disabledPlugin;
        draft.manual.push({
          code: `${app.key}.${isStale ? "remove-plugin" : "enable-plugin"}/${plugin.plugin}`,
          app: app.key,
          message: sayText(message, { name: app.name, plugin: name }),
          url: `${desired.baseUrl}/k/admin/app/${appIdIn(draft, app.key)}/plugin/`,
        });
      }
    }
  }
}
