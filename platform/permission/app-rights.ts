import type { AppAclLine, AppRights } from "../store/acl-settings.ts";
import { findLine, type Principal } from "./principal.ts";

const noAppRights: AppRights = {
  appEditable: false,
  recordViewable: false,
  recordAddable: false,
  recordEditable: false,
  recordDeletable: false,
  recordImportable: false,
  recordExportable: false,
};

/**
 * What someone may do in an app: the first line about them decides alone (help page app_rights: the upper line wins), nothing is
 * added up. Without a line, also one for everyone, nothing is allowed. System administrators always manage the app; records they
 * see only where a line says so.
 */
export function evaluateAppRights(lines: readonly AppAclLine[], principal: Principal, appCreator: string): AppRights {
  const {
    entity: _,
    includeSubs: __,
    ...rights
  } = findLine(lines, principal, {
    appCreator,
    fieldEntity: () => null,
  }) ?? { ...noAppRights, entity: null, includeSubs: false };
  return toWhole({ ...rights, appEditable: rights.appEditable || principal.isAdmin });
}

/** Editing, deleting and exporting need viewing; importing needs adding (help page app_rights_example). */
function toWhole(rights: AppRights): AppRights {
  const { recordViewable, recordAddable } = rights;
  return {
    ...rights,
    recordEditable: rights.recordEditable && recordViewable,
    recordDeletable: rights.recordDeletable && recordViewable,
    recordExportable: rights.recordExportable && recordViewable,
    recordImportable: rights.recordImportable && recordAddable,
  };
}

/** Whether the app is there at all for someone: apps that one can neither view, add to nor manage are not shown. */
export function isVisibleApp({ recordViewable, recordAddable, appEditable }: AppRights): boolean {
  return recordViewable || recordAddable || appEditable;
}
