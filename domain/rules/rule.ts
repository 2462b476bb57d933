import type { action } from "../../apps-schema/apps/action.ts";
import type { kpiValue } from "../../apps-schema/apps/kpi-value.ts";
import type { kpi } from "../../apps-schema/apps/kpi.ts";
import type { RecordOf } from "../../apps-schema/schema/record-of.ts";
import type { CalendarDate } from "../calendar-date.ts";
import type { Message } from "../message.ts";

/** Ids of the plan's checks; settings and stored reasons name them. */
export type RuleId =
  | "V-G1"
  | "V-G2"
  | "V-C1-1"
  | "V-C3-1"
  | "V-C3-2"
  | "V-C3-3"
  | "V-C3-5"
  | "V-C4-2"
  | "V-C4-3"
  | "V-C4-6b"
  | "V-C4-8"
  | "V-C4-15";

/** stop: refuses the step to approval. reason: passes once a reason is chosen. hint: never stops. */
export type RuleLevel = "stop" | "reason" | "hint";

/** A town's own levels by rule id; they lower or switch off, and never raise. */
export type RuleLevels = Readonly<Partial<Record<string, RuleLevel | "off">>>;

/** submit: a form is saved. proceed: a step of the process. batch: stored records are inspected. */
export type Moment = "submit" | "proceed" | "batch";

export type Action = RecordOf<typeof action>;
export type Kpi = RecordOf<typeof kpi>;
export type KpiValue = RecordOf<typeof kpiValue>;

/** Records by the key of their app, for the apps that rules judge. */
export type JudgedRecords = { action: Action; kpi: Kpi; kpi_value: KpiValue };

export type JudgedApp = keyof JudgedRecords;

/** What a rule needs of other records; a rule that lacks it does not judge that part. */
export type Related = {
  /** Keys (事業ID, 指標ID, 重複防止キー) that other records of the same app have. */
  readonly takenKeys?: readonly string[];
  /** 指標ID → 段階, for the indicators that an action links. */
  readonly kpiLevels?: Readonly<Record<string, Kpi["kpi_level"]>>;
  /** The definition of the indicator that a value belongs to. */
  readonly kpi?: Pick<Kpi, "base_value" | "available_month">;
};

export type RuleContext = { readonly today: CalendarDate; readonly related: Related };

/** Where a finding belongs: a field, or a field in the row (from 0) of a table. */
export type FindingPath = { readonly field: string; readonly table?: string; readonly row?: number };

/** What a rule found in one record, in its own strength. */
export type RuleFinding = {
  readonly path: FindingPath;
  readonly message: Message;
  /** Where it differs from the rule's level. */
  readonly level?: RuleLevel;
  /** Only for what kintone itself would refuse to store. */
  readonly blocksSave?: boolean;
};

type Judge<App extends JudgedApp> = (record: JudgedRecords[App], context: RuleContext) => readonly RuleFinding[];

export type Rule = {
  readonly id: RuleId;
  /** For the settings screen. */
  readonly name: Message;
  /** What it says when it finds something, with example values; for the settings screen. */
  readonly says: Message;
  readonly level: RuleLevel;
  /** False where kintone itself refuses, so that switching the rule off could not let anything pass. */
  readonly canBeRelaxed: boolean;
  readonly moments: readonly Moment[];
  readonly judges: { readonly [App in JudgedApp]?: Judge<App> };
};
