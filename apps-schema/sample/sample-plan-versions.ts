import type { planVersion } from "../apps/plan-version.ts";
import type { revision } from "../apps/revision.ts";
import type { RecordOf } from "../schema/record-of.ts";

type PlanVersion = Partial<RecordOf<typeof planVersion>>;

const note_internal = "見本の記録です。本当の計画ではありません。";

/** Gives one version for each state but the first, in which the plan's own version stands: the town alone brings that into force. */
export function samplePlanVersions(): PlanVersion[] {
  return versions.map((version) => ({ note_internal, ...version }));
}

const versions: readonly PlanVersion[] = [
  {
    version_no: "Ver.0.1（見本）",
    revised_ym: "2022-03-01",
    revision_kind: "策定",
    fy_from: "2022",
    approved_on: "2022-03-24",
  },
  {
    version_no: "Ver.0.2（見本）",
    revised_ym: "2025-03-01",
    revision_kind: "年次更新",
    fy_from: "2025",
    approved_on: "2025-03-25",
    note_public: "見本の版です。町の計画ではありません。",
  },
  {
    version_no: "Ver.0.3（見本）",
    revised_ym: "2026-03-01",
    revision_kind: "一部修正",
    fy_from: "2026",
    approved_on: "2026-03-26",
  },
  { version_no: "Ver.0.4（見本）", revised_ym: "2027-03-01", revision_kind: "年次更新", fy_from: "2027" },
  { version_no: "Ver.0.5（見本）", revision_kind: "全部改定", fy_from: "2028" },
];

/** Gives what these versions changed, for a 新旧対照表: one decided in a meeting, one still open. */
export function sampleRevisions(): Partial<RecordOf<typeof revision>>[] {
  return [
    {
      rev_key: "R-MIHON-1",
      rev_title: "窓口の待ち時間の目標（見本）",
      from_version: "Ver.0.2（見本）",
      to_version: "Ver.0.3（見本）",
      rev_app: "成果指標",
      rev_id: "K-901",
      rev_field: "目標値",
      old_text: "令和11年度までに10分にする（見本）。",
      new_text: "令和11年度までに8分にする（見本）。",
      rev_reason: "受付票を変えたところ、待ち時間が見込みより早く短くなったため（見本）。",
      rev_cause: "評価結果",
      decided_at: "M-MIHON-1",
      note_internal,
    },
    {
      rev_key: "R-MIHON-2",
      rev_title: "出張申請の対象（見本）",
      from_version: "Ver.0.3（見本）",
      to_version: "Ver.0.4（見本）",
      rev_app: "アクションプラン",
      rev_id: "A-015",
      rev_field: "対象（だれの）",
      old_text: "高齢者（見本）",
      new_text: "高齢者、障害のある方（見本）",
      rev_reason: "施設から申込みがあり、対象を広げるため（見本）。",
      rev_cause: "町の状況",
      note_internal,
    },
  ];
}
