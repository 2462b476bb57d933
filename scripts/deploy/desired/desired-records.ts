import type { AppKey } from "../../../apps-schema/schema/app-key.ts";
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

/** The sample likewise. */
export function buildSampleRecords(): DesiredRecords[] {
  return sampleRecords().map((each) => withKeys("sample", each));
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
