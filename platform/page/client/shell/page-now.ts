import { pageState } from "../kintone/page-state.ts";

/** The platform's time, whose clock may have been moved: what it was when it wrote the page, and what has passed since. */
export function pageNow(): Date {
  const written = Date.parse(pageState.bootstrap?.now ?? "");
  return new Date(Number.isNaN(written) ? Date.now() : written + performance.now());
}
