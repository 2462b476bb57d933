import type { homework } from "../apps/homework.ts";
import type { meeting } from "../apps/meeting.ts";
import type { RecordOf } from "../schema/record-of.ts";
import { toSampleDeptCode } from "./sample-depts.ts";

/** Gives two committee meetings, one held in writing; nobody is named. */
export function sampleMeetings(): Partial<RecordOf<typeof meeting>>[] {
  const agendaRow = { id: null, ag_ref_id: "", ag_note: "" } as const;
  return [
    {
      meeting_key: "M-MIHON-1",
      meeting_name: "第1回 情報化推進委員会（見本）",
      meeting_kind: "情報化推進委員会",
      held_on: "2026-07-15",
      held_how: "対面",
      place: "見本の会議室",
      quorum_ok: "満たす",
      agenda: [
        {
          ...agendaRow,
          ag_no: "1",
          ag_title: "前年度の進みの報告",
          ag_ref_app: "進捗報告",
          ag_kind: "報告",
          ag_result: "了承",
        },
        {
          ...agendaRow,
          ag_no: "2",
          ag_title: "窓口の待ち時間の目標",
          ag_ref_app: "成果指標",
          ag_ref_id: "K-901",
          ag_kind: "協議",
          ag_result: "継続",
          ag_note: "待ち時間を計りなおしてから決める（見本）",
        },
      ],
      minutes_public: "進みの報告を了承した。待ち時間の目標は次の回に決める（見本）。",
      note_internal: "見本の記録です。本当の会議ではありません。",
    },
    {
      meeting_key: "M-MIHON-2",
      meeting_name: "第2回 情報化推進委員会（見本）",
      meeting_kind: "情報化推進委員会",
      held_on: "2027-02-10",
      held_how: "書面",
      agenda: [
        { ...agendaRow, ag_no: "1", ag_title: "改定の案", ag_ref_app: "改定履歴", ag_kind: "決定", ag_result: "" },
      ],
      note_internal: "見本の記録です。本当の会議ではありません。",
    },
  ];
}

/** Gives what these meetings, and the council, asked for. */
export function sampleHomework(): Partial<RecordOf<typeof homework>>[] {
  return [
    {
      fu_key: "H-MIHON-1",
      fu_title: "窓口の待ち時間をもう一度計る（見本）",
      origin_kind: "委員会",
      meeting_key: "M-MIHON-1",
      raised_on: "2026-07-15",
      fu_text: "受付票を変えたあとの待ち時間を、同じやり方で計ること。",
      related_action_id: "A-001",
      dept_code: toSampleDeptCode("A"),
      due_on: "2026-12-25",
    },
    {
      fu_key: "H-MIHON-2",
      fu_title: "デジタルを使わない人への案内を示す（見本）",
      origin_kind: "議会",
      origin_ref: "見本の一般質問",
      raised_on: "2026-09-10",
      fu_text: "スマートフォンを使わない人が、どこで手続きできるかを示すこと。",
      related_action_id: "A-002",
      dept_code: toSampleDeptCode("B"),
      due_on: "2026-11-30",
    },
    {
      fu_key: "H-MIHON-3",
      fu_title: "費用の根拠をまとめる（見本）",
      origin_kind: "監査",
      raised_on: "2026-10-01",
      fu_text: "運用の費用の見積りを、項目ごとにまとめること。",
      dept_code: toSampleDeptCode("A"),
      due_on: "2026-11-16",
      answer_text: "運用の費用を、機器・回線・保守の3つに分けて示した（見本）。",
      answered_on: "2026-11-13",
    },
    {
      fu_key: "H-MIHON-4",
      fu_title: "共同調達に乗れるかを確かめる（見本）",
      origin_kind: "国・県",
      origin_ref: "見本の照会",
      raised_on: "2026-10-20",
      fu_text: "県の共同調達に加わるかどうかを答えること。",
      related_action_id: "A-007",
      dept_code: toSampleDeptCode("B"),
      due_on: "2026-12-11",
      answer_text: "来年度から加わる方向で、見積りを比べている（見本）。",
    },
    {
      fu_key: "H-MIHON-5",
      fu_title: "窓口を夜9時まで開ける（見本）",
      origin_kind: "町民",
      raised_on: "2026-08-03",
      fu_text: "仕事のあとに行けるように、窓口を夜9時まで開けてほしい。",
      dept_code: toSampleDeptCode("A"),
      due_on: "2026-10-30",
      answer_text: "夜と休日に証明書を取れる方法を増やしている（見本）。",
      decline_reason: "当番の職員を増やせないため。証明書は別の方法で取れるようにする（見本）。",
    },
  ];
}
