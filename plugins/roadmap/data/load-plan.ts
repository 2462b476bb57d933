import { action } from "../../../apps-schema/apps/action.ts";
import { dept } from "../../../apps-schema/apps/dept.ts";
import { initiative } from "../../../apps-schema/apps/initiative.ts";
import { issue } from "../../../apps-schema/apps/issue.ts";
import { planVersion } from "../../../apps-schema/apps/plan-version.ts";
import { subItem } from "../../../apps-schema/apps/sub-item.ts";
import { parseRecord } from "../../../apps-schema/record/parse-record.ts";
import type { AppKey } from "../../../apps-schema/schema/app-key.ts";
import type { AppSchema } from "../../../apps-schema/schema/app-schema.ts";
import type { RecordOf } from "../../../apps-schema/schema/record-of.ts";
import { parseCalendarDate } from "../../../domain/calendar-date.ts";
import { SuiteError } from "../../../domain/suite-error.ts";
import type { Initiative, PlanData, SubItem } from "../model/plan-data.ts";
import { toAction } from "./to-action.ts";

export type LoadRecords = (
  app: string,
  condition: string,
  fields?: readonly string[],
  onProgress?: (count: number) => void,
) => Promise<unknown[]>;

export type PlanSource = {
  readonly load: LoadRecords;
  /** Ids of the suite's apps in this domain; an app that is not there has none. */
  readonly apps: Readonly<Partial<Record<AppKey, string>>>;
  readonly onProgress: (count: number) => void;
};

const actionFields = [
  "$revision",
  "action_id",
  "action_name",
  "sub_item_id",
  "dept_code",
  "dept_name",
  "issue_ids",
  "phases",
] as const;

/**
 * Loads what the road map draws. Without アクションプラン there is nothing to draw and the error is thrown on; what else
 * cannot be read is left empty and named in `missing`, so that the rest is still of use.
 */
export async function loadPlan(source: PlanSource): Promise<PlanData> {
  const counts = new Map<string, number>();
  const missing: string[] = [];
  const loadAll = async <Schema extends AppSchema>(
    schema: Schema,
    fields: readonly string[],
  ): Promise<RecordOf<Schema>[]> => {
    const app = source.apps[schema.key];
    if (app === undefined) {
      throw new SuiteError("configuration", schema.name);
    }
    const raw = await source.load(app, "", fields, (count) => {
      counts.set(schema.key, count);
      source.onProgress([...counts.values()].reduce((sum, value) => sum + value, 0));
    });
    return raw.map((record) => parseRecord(schema, record).record);
  };
  const loadIfThere = async <Schema extends AppSchema>(
    schema: Schema,
    fields: readonly string[],
  ): Promise<RecordOf<Schema>[]> => {
    try {
      return await loadAll(schema, fields);
    } catch {
      missing.push(schema.name);
      return [];
    }
  };
  const [actions, initiatives, subItems, depts, versions, issues] = await Promise.all([
    loadAll(action, actionFields),
    loadIfThere(initiative, ["initiative_id", "initiative_name", "group_kind", "item_no", "issue_ids"]),
    loadIfThere(subItem, [
      "sub_item_id",
      "sub_no",
      "sub_text",
      "initiative_id",
      "plan_date_text",
      "plan_date_on",
      "plan_date_precision",
    ]),
    loadIfThere(dept, ["dept_code", "dept_name"]),
    loadIfThere(planVersion, ["version_no", "revised_ym"]),
    loadIfThere(issue, ["issue_id", "issue_title"]),
  ]);
  const latest = versions.toSorted((a, b) => a.revised_ym.localeCompare(b.revised_ym)).at(-1);
  return {
    version: latest === undefined ? null : { no: latest.version_no, revisedOn: parseCalendarDate(latest.revised_ym) },
    initiatives: initiatives.map((record) => toInitiative(record)),
    subItems: subItems.map((record) => toSubItem(record)),
    actions: actions.map((record) => toAction(record)),
    depts: depts.map((record) => ({ code: record.dept_code, name: record.dept_name })),
    issues: issues.map((record) => ({ code: record.issue_id, name: record.issue_title })),
    missing,
  };
}

function toInitiative(record: RecordOf<typeof initiative>): Initiative {
  return {
    initiativeId: record.initiative_id,
    group: record.group_kind,
    no: toNumber(record.item_no),
    name: record.initiative_name,
    issueIds: record.issue_ids,
  };
}

function toSubItem(record: RecordOf<typeof subItem>): SubItem {
  return {
    subItemId: record.sub_item_id,
    initiativeId: record.initiative_id,
    no: toNumber(record.sub_no),
    text: record.sub_text,
    dateText: record.plan_date_text,
    dateOn: parseCalendarDate(record.plan_date_on),
    datePrecision: record.plan_date_precision,
  };
}

function toNumber(text: string): number {
  const value = Number(text);
  return Number.isFinite(value) ? value : 0;
}
