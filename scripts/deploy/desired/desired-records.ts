import type { AppKey } from "../../../apps-schema/schema/app-key.ts";
import type { AppSchema } from "../../../apps-schema/schema/app-schema.ts";
import { planRecords } from "../../../apps-schema/plan/plan-records.ts";
import { sampleKpis } from "../../../apps-schema/sample/sample-kpis.ts";
import { sampleRecords } from "../../../apps-schema/sample/sample-records.ts";
import { suiteApps } from "../../../apps-schema/suite.ts";
import type { JsonObject } from "../client/json.ts";
import { memberOf, textOf, toJsonObject } from "../client/json.ts";
import { findLocalSection } from "../../local/local-accounts.ts";
import type { DesiredRecords } from "../plan/desired-suite.ts";

type RecordsOfApp = { readonly app: AppKey; readonly records: readonly object[] };

/** The plan's own records in loading order, each with the key by which it is recognised. */
export function buildPlanRecords(): DesiredRecords[] {
  return planRecords().map((each) => withKeys("records", each));
}

/** The sample likewise; with the accounts of the local platform its records belong to them, so that the process can be tried. */
export function buildSampleRecords(withLocalPeople = false): DesiredRecords[] {
  return sampleRecords()
    .map((each) => withKeys("sample", each))
    .map((each) => (withLocalPeople ? withPeople(each) : each));
}

/** On the local platform alone there are people and organisations that a sample may name. */
function withPeople(each: DesiredRecords): DesiredRecords {
  return peopleOf[each.app]?.(each) ?? each;
}

const peopleOf: Partial<Record<AppKey, (each: DesiredRecords) => DesiredRecords>> = {
  dept: withSections,
  plan_version: (each) => withCreator(each, () => office),
  kpi: withWriter,
  action: (each) => withWriter(withCreator(each, staffOf)),
  kpi_value: (each) => withCreator(each, staffOf),
  progress: (each) => withCreator(each, () => office),
  homework: (each) => withWriter(withCreator(each, () => office)),
};

/** Who makes versions of the plan, asks for reports and hands out requests. */
const office = "jimukyoku";

const deptOfKpi = new Map(sampleKpis().map(({ kpi_id, dept_code }) => [kpi_id, dept_code]));

function staffOf(record: JsonObject): string {
  const kpi = textOf(memberOf(record["kpi_id"], "value"));
  return findLocalSection(deptOfKpi.get(kpi) ?? textOf(memberOf(record["dept_code"], "value"))).staff;
}

function withWriter(each: DesiredRecords): DesiredRecords {
  const records = each.records.map(({ key, record }) => ({
    key,
    record: { ...record, owner: { value: [{ code: staffOf(record) }] } },
  }));
  return { ...each, records };
}

function withSections(each: DesiredRecords): DesiredRecords {
  const records = each.records.map(({ key, record }) => {
    const { org, head, staff } = findLocalSection(key);
    const people = {
      dept_org: { value: org === null ? [] : [{ code: org }] },
      dept_head: { value: [{ code: head }] },
      dx_member: { value: [{ code: staff }] },
    };
    return { key, record: { ...record, ...people } };
  });
  return { ...each, records };
}

/** The administrator who loads records may say who made them; the field's code is that of a Japanese domain. */
function withCreator(each: DesiredRecords, creatorOf: (record: JsonObject) => string): DesiredRecords {
  const records = each.records.map(({ key, record }) => ({
    key,
    record: { ...record, 作成者: { value: { code: creatorOf(record) } } },
  }));
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
