import { type RestRecord, toRestRecord } from "../record/to-rest-record.ts";
import type { AppKey } from "../schema/app-key.ts";
import { suiteApps } from "../suite.ts";
import { deadlineRecords } from "./deadline-records.ts";
import { glossaryRecords } from "./plan-glossary-records.ts";
import { initiativeRecords, issueRecords, subItemRecords } from "./plan-initiative-records.ts";
import { kpiRecords, kpiValueRecords } from "./plan-kpi-records.ts";
import { planVersionRecord } from "./plan-version-record.ts";

export type AppRecords = { app: AppKey; records: RestRecord[] };

/**
 * Gives every record the plan's text fills, and the dates of the state that stand behind it, in an order in which each lookup finds
 * what it looks up.
 */
export function planRecords(): AppRecords[] {
  const { plan_version, issue, kpi, initiative, sub_item, kpi_value, deadline, glossary } = suiteApps;
  return [
    { app: "plan_version", records: [toRestRecord(plan_version, planVersionRecord())] },
    { app: "kpi", records: kpiRecords().map((record) => toRestRecord(kpi, record)) },
    { app: "issue", records: issueRecords().map((record) => toRestRecord(issue, record)) },
    { app: "initiative", records: initiativeRecords().map((record) => toRestRecord(initiative, record)) },
    { app: "sub_item", records: subItemRecords().map((record) => toRestRecord(sub_item, record)) },
    { app: "kpi_value", records: kpiValueRecords().map((record) => toRestRecord(kpi_value, record)) },
    { app: "deadline", records: deadlineRecords().map((record) => toRestRecord(deadline, record)) },
    { app: "glossary", records: glossaryRecords().map((record) => toRestRecord(glossary, record)) },
  ];
}
