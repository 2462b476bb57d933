import { isMobile } from "../kintone/page-state.ts";
import { recordPath } from "../kintone/page-url.ts";
import type { ListLocation } from "./list-location.ts";

/** The address of a record, opened from a list; the record's page leads back to that view, filter and order. */
export function toRecordAddress(
  app: number,
  record: string,
  {
    viewId,
    at,
    mobile = isMobile(),
  }: { readonly viewId: string; readonly at: ListLocation; readonly mobile?: boolean },
): string {
  const back = new URLSearchParams({ "l.view": viewId });
  if (at.condition !== null) {
    back.set("l.q", at.sort === null ? at.condition : `${at.condition} order by ${at.sort}`.trim());
  } else if (at.sort !== null) {
    back.set("l.sort", at.sort);
  }
  return `${recordPath({ app, record, mobile })}&${back.toString()}`;
}
