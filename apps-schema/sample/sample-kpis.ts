import type { kpi } from "../apps/kpi.ts";
import type { RecordOf } from "../schema/record-of.ts";
import { toSampleDeptCode } from "./sample-depts.ts";

type Kpi = Partial<RecordOf<typeof kpi>>;

const common: Kpi = {
  target_nature: "町の目標",
  target_fy: "2029",
  base_on: "2025-03-31",
  collect_how: "手作業集計",
  note_internal: "見本の記録です。本当の指標ではありません。",
};

/** Gives indicators for the sample projects to be measured by; the last one only counts what was done. */
export function sampleKpis(): Kpi[] {
  return [
    {
      ...common,
      kpi_id: "K-901",
      is_public: "公開",
      kpi_name: "窓口での待ち時間（見本）",
      kpi_level: "成果(良くなった量)",
      pillar: ["住民満足度アップ"],
      issue_ids: ["P3", "C1"],
      unit: "分",
      direction: "減らす",
      aggregation: "年度の量(フロー)",
      formula_text: "受付から案内までの時間の平均。毎月1週間だけ計る。",
      base_value: "18",
      target_value: "8",
      source_name: "窓口の受付票（見本）",
      frequency: "四半期",
      dept_code: toSampleDeptCode("A"),
    },
    {
      ...common,
      kpi_id: "K-902",
      is_public: "公開",
      kpi_name: "役場に来ないで済んだ手続きの割合（見本）",
      kpi_level: "成果(良くなった量)",
      pillar: ["住民満足度アップ", "業務効率アップ"],
      issue_ids: ["P4", "C1"],
      unit: "%",
      direction: "増やす",
      aggregation: "年度の量(フロー)",
      formula_text: "対象の手続きのうち、来庁しないで済んだ件数の割合。",
      num_name: "来庁しないで済んだ件数",
      den_name: "手続きの件数",
      base_value: "12",
      target_value: "45",
      source_name: "受付簿（見本）",
      frequency: "毎年度",
      dept_code: toSampleDeptCode("B"),
    },
    {
      ...common,
      kpi_id: "K-903",
      kpi_name: "職員が書類をさがす時間（見本）",
      kpi_level: "成果(良くなった量)",
      pillar: ["業務効率アップ"],
      issue_ids: ["P2", "C3"],
      unit: "分",
      direction: "減らす",
      aggregation: "年度末の状態(ストック)",
      formula_text: "1人が1日に書類をさがす時間。年に1回、1週間だけ計る。",
      base_value: "35",
      target_value: "15",
      source_name: "職員の計測（見本）",
      frequency: "毎年度",
      dept_code: toSampleDeptCode("C"),
    },
    {
      ...common,
      kpi_id: "K-904",
      kpi_name: "教室や研修に出た人（見本）",
      kpi_level: "活動(やった量)",
      pillar: ["業務効率アップ"],
      issue_ids: ["C1", "C3"],
      unit: "人",
      direction: "増やす",
      aggregation: "年度の量(フロー)",
      base_value: "40",
      target_value: "120",
      source_name: "参加者名簿の人数（見本）",
      frequency: "半期",
      dept_code: toSampleDeptCode("D"),
    },
  ];
}
