import { action } from "./apps/action.ts";
import { deadline } from "./apps/deadline.ts";
import { dept } from "./apps/dept.ts";
import { glossary } from "./apps/glossary.ts";
import { homework } from "./apps/homework.ts";
import { initiative } from "./apps/initiative.ts";
import { issue } from "./apps/issue.ts";
import { kpi } from "./apps/kpi.ts";
import { kpiValue } from "./apps/kpi-value.ts";
import { meeting } from "./apps/meeting.ts";
import { planVersion } from "./apps/plan-version.ts";
import { progress } from "./apps/progress.ts";
import { revision } from "./apps/revision.ts";
import { subItem } from "./apps/sub-item.ts";
import { defineSuite } from "./schema/define-suite.ts";

export type { AppKey } from "./schema/app-key.ts";

/** Every app of the suite by its key. */
export const suiteApps = defineSuite({
  dept,
  plan_version: planVersion,
  kpi,
  issue,
  initiative,
  sub_item: subItem,
  action,
  kpi_value: kpiValue,
  progress,
  meeting,
  homework,
  revision,
  deadline,
  glossary,
});
