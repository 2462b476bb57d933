import type { BootstrapApp } from "../../bootstrap.ts";
import type { StoredReport } from "../../../store/report-settings.ts";
import { readRecordPage } from "../list/read-record-list.ts";
import type { FormRecord } from "../record/form-record.ts";
import { callRest } from "../rest.ts";

const pageSize = 500;

/** Every record that a graph is about, 500 at a time by id: no offset, so a record that comes in between shifts nothing. */
export async function loadReportRecords(app: BootstrapApp, report: StoredReport): Promise<readonly FormRecord[]> {
  const condition = report.filterCond === "" ? "" : `(${report.filterCond}) and `;
  const records: FormRecord[] = [];
  for (let last = "0"; ;) {
    const query = `${condition}$id > ${last} order by $id asc limit ${pageSize}`;
    const page = readRecordPage(app.settings.fields, await callRest("GET", "/k/v1/records", { app: app.id, query }));
    records.push(...page.records);
    const end = page.records.at(-1)?.id ?? null;
    if (page.records.length < pageSize || end === null) {
      return records;
    }
    last = end;
  }
}
