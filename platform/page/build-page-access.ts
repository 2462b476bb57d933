import type { AppAccess } from "../permission/app-access.ts";
import { hideFields } from "../record/hide-fields.ts";
import { lockFields } from "../record/lock-fields.ts";
import { readAcl } from "../store/acl-settings.ts";
import type { AppSettings } from "../store/app-settings.ts";
import type { BootstrapApp } from "./bootstrap.ts";

/** An app's settings and rights as a page is told them: hidden fields are not in it, fields that one may only read are marked. */
export function buildPageAccess(
  access: AppAccess,
  page: {
    readonly isNewRecord: boolean;
    /** Codes that lookups fill: nobody types into them, also where the lookup itself is hidden. */
    readonly copied: ReadonlySet<string>;
  },
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
    settings: lockFields(settings, new Set([...withLevel("READ"), ...(fields.hidden.size > 0 ? page.copied : [])])),
    permissions: {
      addRecord: rights.recordAddable,
      editApp: rights.appEditable,
      viewRecord: rights.recordViewable,
      editRecord: rights.recordEditable,
      deleteRecord: rights.recordDeletable,
      importFile: rights.recordImportable,
      exportFile: rights.recordExportable,
      perRecord: fields.varying.size > 0 || readAcl(access.settings).record.length > 0,
    },
  };
}
