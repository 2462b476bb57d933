import { buildFieldPermissions } from "../../apps-schema/payload/field-permissions.ts";
import { buildFieldProperties } from "../../apps-schema/payload/field-properties.ts";
import { buildGeneralSettings } from "../../apps-schema/payload/general-settings.ts";
import { buildLayout } from "../../apps-schema/payload/layout.ts";
import { buildAppPermissions } from "../../apps-schema/payload/permissions.ts";
import type { Principal } from "../../apps-schema/payload/principals.ts";
import { buildProcess } from "../../apps-schema/payload/process.ts";
import { buildRecordPermissions } from "../../apps-schema/payload/record-permissions.ts";
import type { AppKey, Role } from "../../apps-schema/schema/app-key.ts";
import { appKeys, roles } from "../../apps-schema/schema/app-key.ts";
import type { AppSchema } from "../../apps-schema/schema/app-schema.ts";
import { suiteApps } from "../../apps-schema/suite.ts";
import { roleNames } from "../../scripts/deploy/desired/role-names.ts";
import { localAccounts, localSections } from "../../scripts/local/local-accounts.ts";

export const allApps: readonly AppSchema[] = appKeys.map((key) => suiteApps[key]);

/** Apps of a seed get the ids 1, 2, … in its order. */
export function appId(key: AppKey): string {
  return String(appKeys.indexOf(key) + 1);
}

export function asGroup(role: Role): Principal {
  return { type: "GROUP", code: role };
}

/** A system administrator who did not make the apps, and somebody without any role. */
const others = [
  { code: "kanri", groups: ["Administrators"] },
  { code: "nanashi", groups: [] },
];

/** The declared suite with its rights and the local accounts, as the platform takes it at its first start. */
export function buildSuiteSeed(): { readonly apps: readonly object[]; readonly [part: string]: unknown } {
  return {
    organizations: localSections.map((section) => ({ ...section })),
    groups: roles.map((code) => ({ code, name: roleNames[code] })),
    users: [
      ...localAccounts.map((account) => ({
        code: account.code,
        name: account.name,
        groups: [account.role],
        organizations: "section" in account ? [account.section] : [],
      })),
      ...others,
    ],
    apps: allApps.map(buildApp),
  };
}

function buildApp(app: AppSchema): object {
  const { plain, referring } = buildFieldProperties(app, appId);
  const process = buildProcess(app, asGroup);
  const recordAcl = buildRecordPermissions(app, asGroup);
  const fieldAcl = buildFieldPermissions(app, asGroup);
  return {
    name: app.name,
    fields: { ...plain, ...referring },
    layout: buildLayout(app).layout,
    settings: buildGeneralSettings(app),
    acl: { rights: buildAppPermissions(app, asGroup) },
    ...(process.enable && { process }),
    ...(recordAcl && { recordAcl }),
    ...(fieldAcl && { fieldAcl }),
  };
}
