import { pageKind } from "./page-kind.ts";
import { pageState } from "./page-state.ts";

/** `kintone.getPageType()`: the kind of page and the page itself. The hash tells the editor and a space from what they share a page with. */
export function readPageType(): { type: string; page: string } {
  const page = pageState.bootstrap?.page ?? "";
  const mobile = page.endsWith("_MOBILE") ? "_MOBILE" : "";
  const kind = pageKind();
  const now = kind === "edit" ? `APP_EDIT${mobile}` : kind === "space" ? `SPACE_PORTAL${mobile}` : page;
  return { type: toType(now), page: now };
}

function toType(page: string): string {
  if (page.startsWith("APP_SETTINGS")) {
    return "APP_SETTINGS";
  }
  return page.split("_")[0] ?? "";
}
