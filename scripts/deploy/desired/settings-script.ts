import type { AppKey } from "../../../apps-schema/schema/app-key.ts";
import type { SuiteSettings } from "../../../apps-schema/suite-settings.ts";
import { settingsGlobal } from "../../../apps-schema/suite-settings.ts";
import type { Environment } from "../environment.ts";
import { buildStagingRibbon } from "../overlay/staging-ribbon.ts";

/**
 * The settings file of one app: kintone's REST API cannot write a plugin's config, and app JavaScript runs before plugin
 * JavaScript, so a plugin finds here where the suite's apps are in this domain.
 */
export function buildSettingsScript(
  app: AppKey,
  environment: Pick<Environment, "name" | "label" | "kind" | "ruleLevels" | "labels">,
  resolveApp: (key: AppKey) => string,
): string {
  const { name, label, ruleLevels, labels } = environment;
  const settings = {
    format: 1,
    environment: { name, label },
    app,
    apps: toIds(resolveApp),
    ruleLevels,
    labels,
  } satisfies SuiteSettings;
  // A line separator inside a string ends the statement in old engines, and "</" would end an inline script.
  const json = JSON.stringify(settings, null, 2)
    .replaceAll("<", "\\u003c")
    .replaceAll("\u2028", "\\u2028")
    .replaceAll("\u2029", "\\u2029");
  const ribbon = environment.kind === "staging" ? buildStagingRibbon(label) : "";
  return `globalThis.${settingsGlobal} = Object.freeze(${json});\n${ribbon}`;
}

function toIds(resolveApp: (key: AppKey) => string): SuiteSettings["apps"] {
  return {
    dept: resolveApp("dept"),
    plan_version: resolveApp("plan_version"),
    kpi: resolveApp("kpi"),
    issue: resolveApp("issue"),
    initiative: resolveApp("initiative"),
    sub_item: resolveApp("sub_item"),
    action: resolveApp("action"),
    kpi_value: resolveApp("kpi_value"),
    progress: resolveApp("progress"),
    meeting: resolveApp("meeting"),
    homework: resolveApp("homework"),
    revision: resolveApp("revision"),
    deadline: resolveApp("deadline"),
    glossary: resolveApp("glossary"),
  };
}
