import type { RuleLevels } from "../../../domain/rules/rule.ts";
import type { CalendarDate } from "../../../domain/calendar-date.ts";
import type { RecordGate } from "../data/save-edit.ts";
import type { PlanData } from "../model/plan-data.ts";

/** What the views need of the world around them; the entry files fill it from kintone, the bench from memory. */
export type RoadmapEnv = {
  readonly app: string;
  readonly today: CalendarDate;
  readonly levels: RuleLevels;
  readonly load: (onProgress: (count: number) => void) => Promise<PlanData>;
  readonly gate: RecordGate;
  readonly recordUrl: (id: string) => string;
  /** The create page with the 実施事項 already chosen; null for a reader who may not add. */
  readonly createUrl: ((subItemId: string) => string) | null;
};
