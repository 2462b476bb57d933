import { parseRecord } from "../../../apps-schema/record/parse-record.ts";
import type { CalendarDate } from "../../../domain/calendar-date.ts";
import { type Finding, judgeRecord } from "../../../domain/rules/judge-record.ts";
import type { JudgedApp, Moment, Related, RuleLevels } from "../../../domain/rules/rule.ts";
import type { EventRecord } from "../../core/kintone/kintone-event.ts";
import { judgedSchemas } from "./judged-app.ts";

export type Judging = {
  readonly moment: Moment;
  readonly levels: RuleLevels;
  readonly today: CalendarDate;
  readonly related: Related;
};

/** Judges a record as an event carries it. */
export function judgeEventRecord(app: JudgedApp, record: EventRecord, judging: Judging): Finding[] {
  if (app === "action") {
    return judgeRecord({ ...judging, app, record: parseRecord(judgedSchemas.action, record).record });
  }
  if (app === "kpi") {
    return judgeRecord({ ...judging, app, record: parseRecord(judgedSchemas.kpi, record).record });
  }
  return judgeRecord({ ...judging, app, record: parseRecord(judgedSchemas.kpi_value, record).record });
}
