import { actionFieldRules, actionRecords } from "./apps/action-access.ts";
import { actionNotices } from "./apps/action-notices.ts";
import { deadlineNotices } from "./apps/deadline-notices.ts";
import { homeworkFieldRules, homeworkRecords } from "./apps/homework-access.ts";
import { homeworkNotices } from "./apps/homework-notices.ts";
import { kpiFieldRules, kpiRecords } from "./apps/kpi-access.ts";
import { kpiValueFieldRules, kpiValueRecords } from "./apps/kpi-value-access.ts";
import { kpiValueNotices } from "./apps/kpi-value-notices.ts";
import { deadlineFieldRules, meetingFieldRules, revisionFieldRules } from "./apps/meeting-access.ts";
import { meetingNotices } from "./apps/meeting-notices.ts";
import {
  glossaryFieldRules,
  initiativeFieldRules,
  issueFieldRules,
  subItemFieldRules,
} from "./apps/plan-text-access.ts";
import { planVersionFieldRules, planVersionRecords } from "./apps/plan-version-access.ts";
import { planVersionNotices } from "./apps/plan-version-notices.ts";
import { progressFieldRules, progressRecords } from "./apps/progress-access.ts";
import { progressNotices } from "./apps/progress-notices.ts";
import type { AppKey } from "./schema/app-key.ts";
import type { AppSchema } from "./schema/app-schema.ts";

type Access = Pick<AppSchema, "recordPermissions" | "fieldPermissions" | "notifications">;

/**
 * Rights to records and fields, and notices, of each app. They stand beside the apps and not in them: plugins carry along the
 * app that they read, and have no use for these.
 */
export const suiteAccess = {
  dept: {},
  plan_version: {
    recordPermissions: planVersionRecords,
    fieldPermissions: planVersionFieldRules,
    notifications: planVersionNotices,
  },
  kpi: { recordPermissions: kpiRecords, fieldPermissions: kpiFieldRules },
  issue: { fieldPermissions: issueFieldRules },
  initiative: { fieldPermissions: initiativeFieldRules },
  sub_item: { fieldPermissions: subItemFieldRules },
  action: { recordPermissions: actionRecords, fieldPermissions: actionFieldRules, notifications: actionNotices },
  kpi_value: {
    recordPermissions: kpiValueRecords,
    fieldPermissions: kpiValueFieldRules,
    notifications: kpiValueNotices,
  },
  progress: {
    recordPermissions: progressRecords,
    fieldPermissions: progressFieldRules,
    notifications: progressNotices,
  },
  meeting: { fieldPermissions: meetingFieldRules, notifications: meetingNotices },
  homework: {
    recordPermissions: homeworkRecords,
    fieldPermissions: homeworkFieldRules,
    notifications: homeworkNotices,
  },
  revision: { fieldPermissions: revisionFieldRules },
  deadline: { fieldPermissions: deadlineFieldRules, notifications: deadlineNotices },
  glossary: { fieldPermissions: glossaryFieldRules },
} as const satisfies Readonly<Record<AppKey, Access>>;
