import type { CustomizeSettings } from "./app-settings.ts";
import type { Database } from "./database.ts";
import { readJson } from "./row.ts";

const none: CustomizeSettings = { scope: "ALL", desktop: { js: [], css: [] }, mobile: { js: [], css: [] } };

/** JavaScript and CSS of the whole domain, which run on every page before those of an app. */
export function loadDomainCustomize(db: Database): CustomizeSettings {
  const row = db.get("SELECT json FROM domain_customize WHERE id = 1");
  const json = row === null ? null : readJson(row, "json");
  return isCustomize(json) ? json : none;
}

/** Takes effect at once: kintone has no preview of these. */
export function saveDomainCustomize(db: Database, customize: CustomizeSettings): void {
  db.run("INSERT OR REPLACE INTO domain_customize (id, json) VALUES (1, ?)", JSON.stringify(customize));
}

/** Only this file writes the column, from `CustomizeSettings`. */
function isCustomize(json: unknown): json is CustomizeSettings {
  return typeof json === "object" && json !== null && "scope" in json && "desktop" in json && "mobile" in json;
}
