import type { ResolveFile } from "../settings/parse-general.ts";
import type { AppSettings, StoredFileReference } from "../store/app-settings.ts";
import type { StoredApp } from "../store/app-store.ts";
import type { Store } from "../store/store.ts";
import type { OperationContext } from "./operation.ts";

/**
 * Files for the settings of one app by either kind of key: an upload is attached; a key that the settings' own GET answered keeps the
 * file (fact sheet §5.6, the exception for customize.json and icons).
 */
export function createFileResolver(context: OperationContext, app: StoredApp): ResolveFile {
  const kept = new Map(filesOf(app).map((file) => [file.fileKey, file]));
  return (fileKey) => {
    const known = kept.get(fileKey);
    if (known !== undefined) {
      return known;
    }
    const file = context.store.files.attach(fileKey, context.now);
    if (file !== null) {
      // The same upload may stand in two lists of one request (desktop and mobile).
      kept.set(fileKey, file);
    }
    return file;
  };
}

/** Removes the files that the app's settings named before and, with `preview` in the place of the old copy, name no more. */
export function dropUnusedFiles(store: Store, before: StoredApp, preview: AppSettings, live = before.live): void {
  const used = new Set(filesOf({ live, preview }).map((file) => file.fileKey));
  for (const file of filesOf(before)) {
    if (!used.has(file.fileKey)) {
      store.files.remove(file.fileKey);
    }
  }
}

function filesOf({ live, preview }: Pick<StoredApp, "live" | "preview">): readonly StoredFileReference[] {
  return [live, preview].flatMap((settings) => (settings === null ? [] : filesIn(settings)));
}

function filesIn({ general, customize }: AppSettings): readonly StoredFileReference[] {
  const lists = [customize.desktop.js, customize.desktop.css, customize.mobile.js, customize.mobile.css];
  const files = lists.flat().flatMap((item) => (item.type === "FILE" ? [item.file] : []));
  return general.icon.type === "FILE" ? [...files, general.icon.file] : files;
}
