import type { AppKey, Role } from "../../../apps-schema/schema/app-key.ts";
import type { AppSchema } from "../../../apps-schema/schema/app-schema.ts";
import { planRecords } from "../../../apps-schema/plan/plan-records.ts";
import { sampleRecords } from "../../../apps-schema/sample/sample-records.ts";
import { suiteApps } from "../../../apps-schema/suite.ts";
import { memberOf, textOf, toJsonObject } from "../client/json.ts";
import { findLocalSection } from "../../local/local-accounts.ts";
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
    .map((each) => (owner === undefined ? each : withPeople(each, owner)));
}

/** On the local platform alone there are people and organisations that a sample may name. */
function withPeople(each: DesiredRecords, owner: Role): DesiredRecords {
  if (each.app === "dept") {
    return withSections(each);
  }
  // What walks through a process begins with its owner; projects and requests also say who writes them.
  const created = suiteApps[each.app].process === undefined ? each : withCreator(each, owner);
  return each.app === "action" || each.app === "homework" ? withWriter(created) : created;
}

function withWriter(each: DesiredRecords): DesiredRecords {
  const records = each.records.map(({ key, record }) => {
    const { staff } = findLocalSection(textOf(memberOf(record["dept_code"], "value")));
    return { key, record: { ...record, owner: { value: [{ code: staff }] } } };
  });
  return { ...each, records };
}

function withSections(each: DesiredRecords): DesiredRecords {
  const records = each.records.map(({ key, record }) => {
    const { org, head } = findLocalSection(key);
    const people = { dept_org: { value: org === null ? [] : [{ code: org }] }, dept_head: { value: [{ code: head }] } };
    return { key, record: { ...record, ...people } };
  });
  return { ...each, records };
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
