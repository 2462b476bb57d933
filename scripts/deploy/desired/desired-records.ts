import type { AppKey, Role } from "../../../apps-schema/schema/app-key.ts";
import type { AppSchema } from "../../../apps-schema/schema/app-schema.ts";
import { planRecords } from "../../../apps-schema/plan/plan-records.ts";
import { sampleRecords } from "../../../apps-schema/sample/sample-records.ts";
import { suiteApps } from "../../../apps-schema/suite.ts";
import { memberOf, textOf, toJsonObject } from "../client/json.ts";
import type { DesiredRecords } from "../plan/desired-suite.ts";

type RecordsOfApp = { readonly app: AppKey; readonly records: readonly object[] };

/** The plan's own records in loading order, each with the key by which it is recognised. */
export function buildPlanRecords(): DesiredRecords[] {
  return planRecords().map((each) => withKeys("records", each));
}

/** The sample likewise; with an owner, its drafts wait for that account, so that the process can be tried from its start. */
export function buildSampleRecords(owner?: Role): DesiredRecords[] {
  return sampleRecords()
    .map((each) => withKeys("sample", each))
    .map((each) =>
      owner === undefined || suiteApps[each.app].process === undefined ? each : withCreator(each, owner),
    );
}

/** The administrator who loads records may say who made them; the field's code is that of a Japanese domain. */
function withCreator(each: DesiredRecords, code: string): DesiredRecords {
  const records = each.records.map(({ key, record }) => ({ key, record: { ...record, 作成者: { value: { code } } } }));
  return { ...each, records };
}

function withKeys(kind: DesiredRecords["kind"], { app, records }: RecordsOfApp): DesiredRecords {
  const { keyField }: AppSchema = suiteApps[app];
  return {
    app,
    kind,
    records: records.map((record) => {
      const json = toJsonObject(record);
      return { key: textOf(memberOf(json[keyField], "value")), record: json };
    }),
  };
}
