import { parseCustomize } from "../../settings/parse-customize.ts";
import { createPlace } from "../../settings/fault.ts";
import type { CustomizeSettings } from "../../store/app-settings.ts";
import { loadDomainCustomize, saveDomainCustomize } from "../../store/domain-customize.ts";
import type { Operation } from "../operation.ts";
import { refuseFaults } from "../refuse-faults.ts";

const path = "/k/platform/customize.json";

/** Ours, not kintone's, which offers only a page of its system administration for the domain's own JavaScript and CSS. */
export const getDomainCustomize: Operation = {
  method: "GET",
  path,
  reach: "live",
  right: "admin",
  run: ({ store }) => loadDomainCustomize(store.db),
};

/** The body is that of `PUT preview/app/customize.json`, without an app; it takes effect at once. */
export const putDomainCustomize: Operation = {
  method: "PUT",
  path,
  reach: "live",
  right: "admin",
  run: ({ store, params, now }) => {
    const current = loadDomainCustomize(store.db);
    const kept = new Map(filesOf(current).map((file) => [file.fileKey, file]));
    const place = createPlace();
    const customize = parseCustomize(place, params, {
      current,
      resolveFile: (fileKey) => {
        const file = kept.get(fileKey) ?? store.files.attach(fileKey, now);
        if (file !== null) {
          kept.set(fileKey, file);
        }
        return file;
      },
    });
    refuseFaults(place);
    saveDomainCustomize(store.db, customize);
    const used = new Set(filesOf(customize).map(({ fileKey }) => fileKey));
    for (const { fileKey } of filesOf(current)) {
      if (!used.has(fileKey)) {
        store.files.remove(fileKey);
      }
    }
    return {};
  },
};

function filesOf({ desktop, mobile }: CustomizeSettings) {
  const items = [...desktop.js, ...desktop.css, ...mobile.js, ...mobile.css];
  return items.flatMap((item) => (item.type === "FILE" ? [item.file] : []));
}
