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
import { suiteAccess } from "./suite-access.ts";

export type { AppKey } from "./schema/app-key.ts";

/** Every app of the suite by its key, with who may do what and who is told what. */
export const suiteApps = defineSuite({
  dept: { ...dept, ...suiteAccess.dept },
  plan_version: { ...planVersion, ...suiteAccess.plan_version },
  kpi: { ...kpi, ...suiteAccess.kpi },
  issue: { ...issue, ...suiteAccess.issue },
  initiative: { ...initiative, ...suiteAccess.initiative },
  sub_item: { ...subItem, ...suiteAccess.sub_item },
  action: { ...action, ...suiteAccess.action },
  kpi_value: { ...kpiValue, ...suiteAccess.kpi_value },
  progress: { ...progress, ...suiteAccess.progress },
  meeting: { ...meeting, ...suiteAccess.meeting },
  homework: { ...homework, ...suiteAccess.homework },
  revision: { ...revision, ...suiteAccess.revision },
  deadline: { ...deadline, ...suiteAccess.deadline },
  glossary: { ...glossary, ...suiteAccess.glossary },
});
