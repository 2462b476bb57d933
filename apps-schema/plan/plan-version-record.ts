import type { planVersion } from "../apps/plan-version.ts";
import type { RecordOf } from "../schema/record-of.ts";
import plan from "./goka-dx-plan-v5.json" with { type: "json" };
import { planChapters } from "./plan-chapters.ts";

type PlanVersion = RecordOf<typeof planVersion>;

/** What was a picture in the plan and is lost in its text; these are our words, not the plan's. */
const missingNote = [
  "計画書で図だったため、文字として残っていない部分です。原本の図を見て、町で確かめてください。",
  "・03 目的「目的達成のための手段 5つのステップ」の中身",
  "・03 目的「目的達成に向かうイメージ」の中身",
  "・03 目的の式の「対象」「あるべき姿」「まちのあるべき姿」に入る言葉",
  "・04 計画の位置づけの、計画どうしの関係を示す矢印",
  "・06 計画の期間の工程表と、国が示した5年間の主な取組スケジュール",
  "・07 推進体制の図（委員長、委員、事務局、会議の回数など）",
  "・アクションプラン（計画書では別に策定するとされている）",
  "・08 取組内容の「デジタル原則を踏まえた規制の点検・見直し」が、何に付く言葉か",
].join("\n");

/**
 * Gives the one edition the plan's text is of. 改定種別, 適用年度 and the days of decision and publication are not
 * stated in it and stay empty.
 */
export function planVersionRecord(): Partial<PlanVersion> {
  return {
    version_no: plan.cover.version,
    // 令和8年3月: the plan gives no day, and kintone's date needs one.
    revised_ym: "2026-03-01",
    national_plan_ref: "総務省自治体DX推進計画",
    purpose_formula: plan.purpose.formula,
    related_plans: relatedPlans(),
    chapters: planChapters().map((chapter) => ({ id: null, ...chapter })),
    missing_note: missingNote,
  };
}

function relatedPlans(): PlanVersion["related_plans"] {
  const { reference_national, reference_prefecture, related_town } = plan.positioning;
  const national = { id: null, rel_kind: "国", rel_part: "", rel_note: reference_national.heading } as const;
  const prefecture = { id: null, rel_kind: "県", rel_part: "", rel_note: reference_prefecture.heading } as const;
  const town = { id: null, rel_kind: "町", rel_note: related_town.heading } as const;
  return [
    ...reference_national.items.map((rel_name) => ({ ...national, rel_name })),
    ...reference_prefecture.items.map((rel_name) => ({ ...prefecture, rel_name })),
    ...related_town.items.flatMap(({ name, parts }) =>
      parts.map(({ verbatim }) => ({ ...town, rel_name: name, rel_part: verbatim })),
    ),
  ];
}
