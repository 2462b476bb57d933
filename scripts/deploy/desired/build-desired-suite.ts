import { buildAdminNotes } from "../../../apps-schema/payload/admin-notes.ts";
import { buildAppActions } from "../../../apps-schema/payload/app-actions.ts";
import { buildFieldPermissions } from "../../../apps-schema/payload/field-permissions.ts";
import { buildFieldProperties } from "../../../apps-schema/payload/field-properties.ts";
import { buildGeneralNotifications } from "../../../apps-schema/payload/general-notifications.ts";
import { buildGeneralSettings } from "../../../apps-schema/payload/general-settings.ts";
import { buildLayout } from "../../../apps-schema/payload/layout.ts";
import { buildPerRecordNotifications } from "../../../apps-schema/payload/per-record-notifications.ts";
import { buildAppPermissions } from "../../../apps-schema/payload/permissions.ts";
import { listPrincipals, type ResolvePrincipals } from "../../../apps-schema/payload/principals.ts";
import { buildProcess } from "../../../apps-schema/payload/process.ts";
import { buildRecordPermissions } from "../../../apps-schema/payload/record-permissions.ts";
import { buildReminderNotifications } from "../../../apps-schema/payload/reminder-notifications.ts";
import { buildReports } from "../../../apps-schema/payload/reports.ts";
import { buildViews } from "../../../apps-schema/payload/views.ts";
import type { AppKey } from "../../../apps-schema/schema/app-key.ts";
import { appKeys, roles } from "../../../apps-schema/schema/app-key.ts";
import type { AppSchema } from "../../../apps-schema/schema/app-schema.ts";
import { suiteApps } from "../../../apps-schema/suite.ts";
import type { PackedPlugin } from "../../build/pack-plugin.ts";
import { withStamp } from "../app-stamp.ts";
import { toSettingsFileName } from "../areas/customize.ts";
import type { JsonObject } from "../client/json.ts";
import { toJsonObject } from "../client/json.ts";
import type { Environment } from "../environment.ts";
import type { Bodies, DesiredApp, DesiredRecords, DesiredSuite } from "../plan/desired-suite.ts";
import type { SettingsArea } from "../plan/plan.ts";
import { hashOf } from "../state/snapshot.ts";
import { collectRenames } from "./collect-renames.ts";
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

type ResolveApp = (key: AppKey) => string;

/** What the domain shall be, with ids (or placeholders) of the apps put in. */
export function buildDesiredSuite(parts: Parts, resolveApp: ResolveApp): DesiredSuite {
  const { environment, apps, plugins, records } = parts;
  return {
    environment: environment.name,
    declared: hashApps(parts),
    baseUrl: environment.baseUrl,
    deployer: environment.username,
    isLocal: environment.isLocal,
    principals: roles.flatMap((role) =>
      listPrincipals(environment.principals[role]).map((principal) => ({ ...principal, name: roleNames[role] })),
    ),
    apps: apps.map((app) => buildDesiredApp(app, parts, resolveApp)),
    plugins,
    records,
  };
}

/** What the mark of a release says of the declarations; the plugins and the files of an app carry their own hashes. */
export function hashApps({ environment, apps }: Pick<Parts, "environment" | "apps">): string {
  return hashOf([environment.principals, apps]).slice(0, 12);
}

function buildDesiredApp(app: AppSchema, { environment, plugins }: Parts, resolveApp: ResolveApp): DesiredApp {
  // Scripts are loaded on every page of an app: apps whose pages run no plugin get none, unless they are for trying.
  const hasScript = app.plugins.length > 0 || environment.kind === "staging";
  const settingsScript = hasScript ? buildSettingsScript(app.key, environment, resolveApp) : null;
  const used = plugins.filter(({ plugin }) => app.plugins.some((each) => each === plugin));
  const ids = used.map(({ id }) => id);
  const names = Object.fromEntries(used.map(({ id, name }) => [id, name.ja]));
  const { space } = environment;
  return {
    key: app.key,
    name: app.name,
    keyField: app.keyField,
    bodies: {
      ...buildBodies(app, (role) => environment.principals[role], resolveApp),
      ...(ids.length === 0 ? {} : { "app-plugins": { ids, names } }),
      ...(settingsScript === null ? {} : { customize: { file: toSettingsFileName(settingsScript) } }),
    },
    renames: collectRenames(app),
    ...(space === null
      ? {}
      : { place: { space: space.id, ...(space.thread === null ? {} : { thread: space.thread }) } }),
    plugins: app.plugins,
    settingsScript,
  };
}

/** One body for each area; null and absent alike mean that the app declares nothing, and what a town has there stays. */
function buildBodies(app: AppSchema, resolvePrincipals: ResolvePrincipals, resolveApp: ResolveApp): Bodies {
  const { plain, referring } = buildFieldProperties(app, resolveApp);
  const general = buildGeneralSettings(app);
  const bodies: Partial<Record<SettingsArea, object | null>> = {
    fields: { properties: { ...plain, ...referring } },
    layout: buildLayout(app),
    views: buildViews(app),
    settings: { ...general, description: withStamp(app.description, app.key) },
    process: app.process === undefined ? null : buildProcess(app, resolvePrincipals),
    permissions: { rights: buildAppPermissions(app, resolvePrincipals) },
    "record-permissions": buildRecordPermissions(app, resolvePrincipals),
    "field-permissions": buildFieldPermissions(app, resolvePrincipals),
    "general-notifications": buildGeneralNotifications(app, resolvePrincipals),
    "record-notifications": buildPerRecordNotifications(app, resolvePrincipals),
    reminders: buildReminderNotifications(app, resolvePrincipals),
    reports: buildReports(app),
    actions: buildAppActions(app, resolveApp, resolvePrincipals),
    notes: buildAdminNotes(app),
  };
  const left = new Set<string>(app.leaves);
  return Object.fromEntries(
    Object.entries(bodies).flatMap(([area, body]): [string, JsonObject][] =>
      body === null || left.has(area) ? [] : [[area, toJsonObject(body)]],
    ),
  );
}
