import { recordPath } from "../kintone/page-url.ts";
import type { ListLocation } from "./list-location.ts";

/** The address of a record, opened from a list; the record's page leads back to that view and filter. */
export function toRecordAddress(app: number, record: string, from: { viewId: string; at: ListLocation }): string {
  const { viewId, at } = from;
  const back = new URLSearchParams({ "l.view": viewId });
  if (at.condition !== null) {
    back.set("l.q", at.sort === null ? at.condition : `${at.condition} order by ${at.sort}`.trim());
  }
  return `${recordPath({ app, record, mobile: false })}&${back.toString()}`;
}
