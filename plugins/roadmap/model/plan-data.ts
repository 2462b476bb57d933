import type { CalendarDate } from "../../../domain/calendar-date.ts";
import type { Phase } from "../../../domain/schedule/phase.ts";

export type Action = {
  readonly id: string;
  readonly revision: string;
  readonly actionId: string;
  readonly name: string;
  readonly subItemId: string;
  readonly deptCode: string;
  readonly deptName: string;
  readonly issueIds: readonly string[];
  readonly status: string;
  readonly phases: readonly Phase[];
};

export type GroupKind = "重点" | "強化" | "追加";

export type Initiative = {
  readonly initiativeId: string;
  readonly group: GroupKind | "";
  readonly no: number;
  readonly name: string;
  readonly issueIds: readonly string[];
};

export type SubItem = {
  readonly subItemId: string;
  readonly initiativeId: string;
  readonly no: number;
  readonly text: string;
  /** The words of the plan that name a date, verbatim; empty for all but a few items. */
  readonly dateText: string;
  readonly dateOn: CalendarDate | null;
  readonly datePrecision: "日" | "月" | "年度" | "";
};

type Choice = { readonly code: string; readonly name: string };

/** Everything the road map draws, read once from the suite's apps. */
export type PlanData = {
  readonly version: { readonly no: string; readonly revisedOn: CalendarDate | null } | null;
  readonly initiatives: readonly Initiative[];
  readonly subItems: readonly SubItem[];
  readonly actions: readonly Action[];
  readonly depts: readonly Choice[];
  readonly issues: readonly Choice[];
  /** What could not be read although the rest could: names of apps, in the order they were tried. */
  readonly missing: readonly string[];
};
