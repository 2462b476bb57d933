import { toLocalCalendarDate } from "../../domain/calendar-date.ts";
import type { Language } from "../../domain/message.ts";
import type { Finding } from "../../domain/rules/judge-record.ts";
import type { JudgedApp, Moment, Related } from "../../domain/rules/rule.ts";
import type { Settings } from "../core/config/load-settings.ts";
import { currentAppId, currentUser } from "../core/kintone/environment.ts";
import type { EventRecord, KintoneEvent } from "../core/kintone/kintone-event.ts";
import type { Place } from "./data/load-related.ts";
import { findAppOfRecord, listPossibleApps } from "./model/judged-app.ts";
import { judgeEventRecord } from "./model/judge-event-record.ts";

/** An event about a record that the rules judge. */
export type JudgedEvent = { readonly event: KintoneEvent; readonly record: EventRecord; readonly place: Place };

/** Reads an event, or null when it is about no record of the judged apps. */
export function readJudgedEvent(event: KintoneEvent, settings: Settings): JudgedEvent | null {
  const { record, appId, recordId } = event;
  const app = record ? findAppOfRecord(listPossibleApps(settings.app), record) : null;
  if (!record || app === null) {
    return null;
  }
  // The step event carries neither id (fact sheet §3.2); a saved record carries its own.
  const savedId = record["$id"]?.value;
  const id = recordId ?? (typeof savedId === "string" ? savedId : null);
  return {
    event,
    record,
    place: { app, appId: String(appId ?? currentAppId() ?? ""), recordId: id === null ? null : String(id) },
  };
}

/** Judges a record as it stands in an event, by the levels of this town and the calendar of this machine. */
export function judgeNow(
  app: JudgedApp,
  record: EventRecord,
  { moment, settings, related }: { readonly moment: Moment; readonly settings: Settings; readonly related: Related },
): Finding[] {
  const today = toLocalCalendarDate(new Date());
  return judgeEventRecord(app, record, { moment, levels: settings.ruleLevels, today, related });
}

/** The language to speak on this page. */
export function pageLanguage(): Language {
  return currentUser().language;
}
