import { buildFieldProperties } from "../../../apps-schema/payload/field-properties.ts";
import { buildGeneralSettings } from "../../../apps-schema/payload/general-settings.ts";
import { buildLayout } from "../../../apps-schema/payload/layout.ts";
import { buildAppPermissions } from "../../../apps-schema/payload/permissions.ts";
import { buildProcess } from "../../../apps-schema/payload/process.ts";
import { buildViews } from "../../../apps-schema/payload/views.ts";
import type { AppKey } from "../../../apps-schema/schema/app-key.ts";
import { appKeys, roles } from "../../../apps-schema/schema/app-key.ts";
import type { AppSchema } from "../../../apps-schema/schema/app-schema.ts";
import { suiteApps } from "../../../apps-schema/suite.ts";
import type { PackedPlugin } from "../../build/pack-plugin.ts";
import { withStamp } from "../app-stamp.ts";
import type { JsonObject } from "../client/json.ts";
import { listOf, objectOf, toJsonObject } from "../client/json.ts";
import type { Environment } from "../environment.ts";
import type { DesiredApp, DesiredProcess, DesiredRecords, DesiredSuite } from "../plan/desired-suite.ts";
import { roleNames } from "./role-names.ts";
import { buildSettingsScript } from "./settings-script.ts";

/** The declared apps, in an order in which every app comes after those it looks up. */
export const declaredApps: readonly AppSchema[] = appKeys.map((key) => suiteApps[key]);

type Parts = {
  readonly environment: Environment;
  readonly apps: readonly AppSchema[];
  readonly plugins: readonly PackedPlugin[];
  readonly records: readonly DesiredRecords[];
};

/** What the domain shall be, with ids (or placeholders) of the apps put in. */
export function buildDesiredSuite(parts: Parts, resolveApp: (key: AppKey) => string): DesiredSuite {
  const { environment, apps, plugins, records } = parts;
  return {
    environment: environment.name,
    deployer: environment.username,
    isLocal: environment.isLocal,
    principals: roles.map((role) => ({ ...environment.principals[role], name: roleNames[role] })),
    apps: apps.map((app) => buildDesiredApp(app, environment, resolveApp)),
    plugins,
    records,
  };
}

function buildDesiredApp(app: AppSchema, environment: Environment, resolveApp: (key: AppKey) => string): DesiredApp {
  const { plain, referring } = buildFieldProperties(app, resolveApp);
  const general = toJsonObject(buildGeneralSettings(app));
  return {
    key: app.key,
    name: app.name,
    keyField: app.keyField,
    general: { ...general, description: withStamp(app.description, app.key) },
    permissions: buildAppPermissions(app, (role) => environment.principals[role]).map(toJsonObject),
    plainFields: toObjects(plain),
    referringFields: toObjects(referring),
    layout: listOf(toJsonObject(buildLayout(app))["layout"]),
    process: toProcess(toJsonObject(buildProcess(app, (role) => environment.principals[role]))),
    views: toObjects(buildViews(app).views),
    plugins: app.plugins,
    // Scripts are loaded on every page of an app: apps whose pages run no plugin get none, unless they are for trying.
    settingsScript:
      app.plugins.length > 0 || environment.kind === "staging"
        ? buildSettingsScript(app.key, environment, resolveApp)
        : null,
  };
}

function toObjects(members: Readonly<Record<string, unknown>>): Record<string, JsonObject> {
  return Object.fromEntries(Object.entries(members).map(([name, value]) => [name, toJsonObject(value)]));
}

/** An app without a declared process keeps whatever process its town gave it. */
function toProcess(payload: JsonObject): DesiredProcess | null {
  return payload["enable"] === true
    ? {
        enable: true,
        states: toObjects(objectOf(payload["states"])),
        actions: listOf(payload["actions"]).map(objectOf),
      }
    : null;
}
