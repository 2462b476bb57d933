import { kintoneMessages } from "../messages/record-kintone-messages.ts";
import { pageState } from "./page-state.ts";
import { refuse } from "./refuse.ts";

/** Kinds of page that functions are for; desktop and mobile alike. */
export type PageKind =
  | "list"
  | "graph"
  | "detail"
  | "create"
  | "edit"
  | "print"
  | "config"
  | "portal"
  | "space"
  | "other";

/** What the page shows now: on the desktop the editor shares a document with the detail page. */
export function pageKind(): PageKind {
  const page = (pageState.bootstrap?.page ?? "").replace(/_MOBILE$/u, "");
  switch (page) {
    case "APP_INDEX":
      return "list";
    case "APP_REPORT":
      return "graph";
    case "APP_DETAIL":
      return pageState.record?.mode === "edit" ? "edit" : "detail";
    case "APP_EDIT":
      return "edit";
    case "APP_CREATE":
      return "create";
    case "APP_PRINT":
      return "print";
    case "APP_SETTINGS_PLUGIN_SETTINGS":
      return "config";
    case "PORTAL_TOP":
      return pageState.spaceId === null ? "portal" : "space";
    default:
      return "other";
  }
}

/** Refuses with the function's name on a page that it is not for. */
export function checkPage(name: string, kinds: readonly PageKind[]): void {
  if (!kinds.includes(pageKind())) {
    throw refuse(name, kintoneMessages.otherPage, { page: pageState.bootstrap?.page ?? "", pages: kinds.join(", ") });
  }
}
