import { maySee } from "../page/app-place.ts";
import type { AppSettings } from "../store/app-settings.ts";
import type { Store } from "../store/store.ts";
import { isVisibleApp } from "./app-rights.ts";
import { findFileHolder } from "./find-file-holder.ts";
import { type Asker, loadAccess, loadAppRights } from "./load-access.ts";

/**
 * Whether someone may download a file by its key: an attachment with the right to view the app, the record and the field; a file of an
 * app's settings with the right to manage the app, its icon also with any right in it; one of a thread as its space is seen.
 */
export function mayReadFile(store: Store, fileKey: string, asker: Asker): boolean {
  const holder = findFileHolder(store, fileKey);
  if (holder === null) {
    return mayReadSettingsFile(store, fileKey, asker);
  }
  const app = store.apps.find(holder.appId);
  if (!app?.live) {
    return false;
  }
  const access = loadAccess(store, { id: app.id, creator: app.creator, settings: app.live }, asker);
  return (
    access.record(holder.record).viewable &&
    holder.codes.every((code) => access.levelOf(code, holder.record) !== "NONE")
  );
}

function mayReadSettingsFile(store: Store, fileKey: string, { user }: Asker): boolean {
  const space = store.spaces.findHolderOf(fileKey);
  if (space !== null) {
    return user.tokens === undefined && maySee(store, space, user);
  }
  // What no app and no thread holds (any more) is for administrators, such as the files of the domain's customization.
  let isHeld = user.tokens === undefined && user.isAdmin;
  const mayReadAll = store.apps.list().every((app) => {
    const copies = [app.live, app.preview].filter((settings) => settings !== null);
    const isCustomization = copies.some((settings) => listCustomizeKeys(settings).includes(fileKey));
    const isIcon = copies.some(({ general: { icon } }) => icon.type === "FILE" && icon.file.fileKey === fileKey);
    if (!isCustomization && !isIcon) {
      return true;
    }
    isHeld = true;
    const rights = loadAppRights(store, app, user);
    return isCustomization ? rights.appEditable : isVisibleApp(rights);
  });
  return isHeld && mayReadAll;
}

function listCustomizeKeys({ customize: { desktop, mobile } }: AppSettings): readonly string[] {
  return [desktop.js, desktop.css, mobile.js, mobile.css]
    .flat()
    .flatMap((item) => (item.type === "FILE" ? [item.file.fileKey] : []));
}
