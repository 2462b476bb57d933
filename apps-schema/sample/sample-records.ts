import type { AppRecords } from "../plan/plan-records.ts";
import { toRestRecord } from "../record/to-rest-record.ts";
import { suiteApps } from "../suite.ts";
import { sampleActions } from "./sample-actions.ts";
import { sampleDepts } from "./sample-depts.ts";
import { sampleHomework, sampleMeetings } from "./sample-meetings.ts";
import { samplePlanVersions, sampleRevisions } from "./sample-plan-versions.ts";
import { sampleProgress } from "./sample-progress.ts";
import { sampleKpiValues } from "./sample-kpi-values.ts";
import { sampleKpis } from "./sample-kpis.ts";

/** Gives the records to try the product with, in loading order after the plan's; each name says 見本. */
export function sampleRecords(): AppRecords[] {
  const { dept, plan_version, kpi, kpi_value, action, progress, meeting, homework, revision } = suiteApps;
  return [
    { app: "dept", records: sampleDepts().map((record) => toRestRecord(dept, record)) },
    { app: "plan_version", records: samplePlanVersions().map((record) => toRestRecord(plan_version, record)) },
    { app: "kpi", records: sampleKpis().map((record) => toRestRecord(kpi, record)) },
    { app: "action", records: sampleActions().map((record) => toRestRecord(action, record)) },
    { app: "kpi_value", records: sampleKpiValues().map((record) => toRestRecord(kpi_value, record)) },
    { app: "progress", records: sampleProgress().map((record) => toRestRecord(progress, record)) },
    { app: "meeting", records: sampleMeetings().map((record) => toRestRecord(meeting, record)) },
    { app: "homework", records: sampleHomework().map((record) => toRestRecord(homework, record)) },
    { app: "revision", records: sampleRevisions().map((record) => toRestRecord(revision, record)) },
  ];
}
