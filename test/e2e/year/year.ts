import type { Browser } from "playwright-core";
import type { Play } from "./play.ts";
import type { Town } from "./start-town.ts";

/** What the months of the year share. */
export type Year = { readonly play: Play; readonly town: Town; readonly browser: Browser };

/** One person or section, as kintone takes them. */
export function person(code: string): { code: string }[] {
  return [{ code }];
}
