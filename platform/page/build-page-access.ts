import type { AppAccess } from "../permission/app-access.ts";
import { hideFields } from "../permission/hide-fields.ts";
import { lockFields } from "../permission/lock-fields.ts";
import { readAcl } from "../store/acl-settings.ts";
import type { AppSettings } from "../store/app-settings.ts";
import type { BootstrapApp } from "./bootstrap.ts";

/** An app's settings and rights as a page is told them: hidden fields are not in it, fields that one may only read are marked. */
export function buildPageAccess(
  access: AppAccess,
  page: { readonly isNewRecord: boolean },
): { readonly settings: AppSettings; readonly permissions: BootstrapApp["permissions"] } {
  const { fields, rights } = access;
  const restricted = [...fields.restricted];
  // On a page that shows records the varying fields are asked for with each record.
  const known = page.isNewRecord ? restricted : restricted.filter((code) => !fields.varying.has(code));
  const levels = known.map((code) => [code, fields.levelOf(code, null)] as const);
  const withLevel = (wanted: string): ReadonlySet<string> =>
    new Set(levels.filter(([, level]) => level === wanted).map(([code]) => code));
  const { acl: _, ...settings } = hideFields(access.settings, withLevel("NONE"));
  return {
    settings: lockFields(settings, withLevel("READ")),
    permissions: {
      addRecord: rights.recordAddable,
      editApp: rights.appEditable,
      viewRecord: rights.recordViewable,
      editRecord: rights.recordEditable,
      deleteRecord: rights.recordDeletable,
      perRecord: fields.varying.size > 0 || readAcl(access.settings).record.length > 0,
    },
  };
}
