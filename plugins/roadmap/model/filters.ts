import type { CalendarDate } from "../../../domain/calendar-date.ts";
import { isLateAction } from "./late-stretch.ts";
import type { Action, GroupKind, Initiative, SubItem } from "./plan-data.ts";

/** What the toolbar narrows the rows to; empty = no restriction. */
export type Filters = {
  readonly group: GroupKind | "";
  readonly dept: string;
  readonly issue: string;
  readonly text: string;
  readonly lateOnly: boolean;
};

export const noFilters: Filters = { group: "", dept: "", issue: "", text: "", lateOnly: false };

/** Whether only some of the 事業 are wanted, so that 実施事項 without one of them are left out. */
export function narrowsActions(filters: Filters): boolean {
  return filters.dept !== "" || filters.issue !== "" || filters.text.trim() !== "" || filters.lateOnly;
}

export function hasFilters(filters: Filters): boolean {
  return filters.group !== "" || narrowsActions(filters);
}

/** The form in which texts are compared: full-width and half-width, capital and small letters count as the same. */
function foldText(text: string): string {
  return text.normalize("NFKC").toLowerCase();
}

type Place = { readonly initiative: Initiative | null; readonly subItem: SubItem | null };

export function matchesAction(action: Action, place: Place, filters: Filters, today: CalendarDate): boolean {
  if (filters.dept !== "" && action.deptCode !== filters.dept) {
    return false;
  }
  if (filters.lateOnly && !isLateAction(action, today)) {
    return false;
  }
  const issueIds = action.issueIds.length > 0 ? action.issueIds : (place.initiative?.issueIds ?? []);
  if (filters.issue !== "" && !issueIds.includes(filters.issue)) {
    return false;
  }
  return matchesWords(filters.text, [
    action.name,
    action.actionId,
    action.deptName,
    place.subItem?.text ?? "",
    place.initiative?.name ?? "",
    ...action.phases.map((phase) => phase.milestone),
  ]);
}

/** Whether an item without a fitting 事業 is shown all the same: only when the search asks for its own words. */
export function matchesSubItem(place: Place, filters: Filters): boolean {
  if (!narrowsActions(filters)) {
    return true;
  }
  if (filters.dept !== "" || filters.lateOnly || filters.text.trim() === "") {
    return false;
  }
  const issueFits = filters.issue === "" || (place.initiative?.issueIds ?? []).includes(filters.issue);
  return issueFits && matchesWords(filters.text, [place.subItem?.text ?? "", place.initiative?.name ?? ""]);
}

function matchesWords(search: string, texts: readonly string[]): boolean {
  const words = foldText(search).split(/\s+/u).filter(Boolean);
  const folded = words.length > 0 ? foldText(texts.join("\n")) : "";
  return words.every((word) => folded.includes(word));
}
