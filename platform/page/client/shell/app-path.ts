import { isMobile, pageState } from "../kintone/page-state.ts";

/** Where pages are: `/k`, on phones `/k/m`, inside a guest space below `guest/{id}` (fact sheet §10.1). */
export function pageRoot(mobile: boolean = isMobile()): string {
  const root = mobile ? "/k/m" : "/k";
  const space = pageState.bootstrap?.guestSpace;
  return space === undefined ? root : `${root}/guest/${space}`;
}

/** The address of an app's list, and what the addresses of its other pages begin with: `/k/5/`. */
export function appPath(app: number | string, mobile?: boolean): string {
  return `${pageRoot(mobile)}/${app}/`;
}
