import type { action } from "../apps/action.ts";
import type { RecordOf } from "../schema/record-of.ts";

type Action = RecordOf<typeof action>;

/** What is written by hand about one sample project; everything else of its record follows from it. */
export type SampleAction = {
  /** The item of the plan it belongs to. */
  readonly item: string;
  readonly name: string;
  readonly dept: "A" | "B" | "C" | "D" | "E" | "";
  readonly who: Action["target_who"];
  readonly problem: string;
  readonly activity: string;
  readonly ideal: string;
  readonly stop?: string;
  readonly means: Action["means_kind"];
  readonly alternatives?: Action["alt_channel"];
  readonly issues: Action["issue_ids"];
  readonly pillars: Action["pillar"];
  readonly kpis?: readonly string[];
  /** What is to be reached in the current fiscal year, in words. */
  readonly goal?: string;
  /** [first fiscal year, yen in thousands at the start, yen in thousands a year afterwards] */
  readonly cost?: readonly [number, number, number];
  readonly joint?: Action["joint_check"];
  readonly schedule?: SampleSchedule;
};

export type SampleSchedule = {
  /** First day of the first phase. */
  readonly start: string;
  /** Months of 検討, 準備, 実施 and 運用・効果確認; 0 leaves a phase out. */
  readonly months: readonly [number, number, number, number];
  /** The phase `at` took, or takes, longer than first planned, and all that follow move with it. */
  readonly slip?: { readonly at: number; readonly months: number; readonly why: string };
  /** Finished phase `at` ended that many days after its current plan. */
  readonly late?: { readonly at: number; readonly days: number };
  /** Phase `at` should have begun or ended by now and has not. */
  readonly stalled?: number;
  /** The project was given up in phase `at`. */
  readonly stopped?: { readonly at: number; readonly why: string };
  /** A pause before phase `before`. */
  readonly paused?: { readonly before: number; readonly months: number; readonly why: string };
  readonly milestone?: { readonly at: number; readonly name: string; readonly on: string };
  /** A closing phase 完了 of one month stands at the end. */
  readonly closes?: boolean;
};
