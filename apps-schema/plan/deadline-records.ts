import type { deadline } from "../apps/deadline.ts";
import type { RecordOf } from "../schema/record-of.ts";

type Deadline = Partial<RecordOf<typeof deadline>>;

/** Who looked, and at what: nobody has opened the originals yet, so a town has to before it relies on a date. */
const asRead = {
  checked_on: "2026-11-22",
  checked_by: "製品の初期値（出典の写しで確認。町で原文を確かめる）",
} as const satisfies Deadline;

/**
 * Gives the dates of the state that stand behind the plan's items, each with where it was read and how sure it is. They are not the
 * plan's words. A kind is given only where the source says it; what the town has done is unknown and stays empty.
 */
export function deadlineRecords(): Deadline[] {
  return lines.map((line, index) => ({
    dl_key: `D-${String(index + 1).padStart(2, "0")}`,
    ...line,
    ...asRead,
  }));
}

const lines: readonly Deadline[] = [
  {
    dl_title: "フロントヤード改革が自治体DX推進計画の重点取組に（第2.3版）",
    dl_date_text: "2024年2月5日",
    dl_on: "2024-02-05",
    dl_precision: "日",
    law_ref: "総務省 自治体DX推進計画 第2.3版",
    initiative_id: "J1",
    source_text:
      "総務省 自治体DX推進計画 第2.3版（2024-02-05）の写し\n40.74.122.252/index.cgi/contrast/https://www.soumu.go.jp/main_content/000919516.pdf",
    source_url: "https://www.soumu.go.jp/main_content/000919516.pdf",
    confidence: "確",
  },
  {
    dl_title: "標準準拠システムへの移行期限",
    dl_date_text: "2025年度末（2026年3月31日）",
    dl_on: "2026-03-31",
    dl_precision: "日",
    dl_fy: "2025",
    initiative_id: "J2",
    sub_item_ids: "J2-1,J2-2",
    source_text: "manaboo.com/wordpress/?p=2876（デジタル庁 2025-09-30 を引用）\nascii.jp/elem/000/004/352/4352538/2",
    source_url: "https://ascii.jp/elem/000/004/352/4352538/2",
    confidence: "確",
  },
  {
    dl_title: "特定移行支援システムの移行（概ね5年以内）",
    dl_date_text: "概ね5年以内（2030年度末と報じられている）",
    dl_precision: "年度",
    dl_fy: "2030",
    initiative_id: "J2",
    sub_item_ids: "J2-1,J2-2",
    source_text: "manaboo.com/wordpress/?p=2876（デジタル庁 2025-09-30 を引用）\nascii.jp/elem/000/004/352/4352538/2",
    source_url: "https://ascii.jp/elem/000/004/352/4352538/2",
    confidence: "確",
  },
  {
    dl_title: "国・地方デジタル共通基盤の整備・運用に関する基本方針の閣議決定",
    dl_date_text: "2024年6月",
    dl_on: "2024-06-01",
    dl_precision: "月",
    law_ref: "国・地方デジタル共通基盤 基本方針（閣議決定）",
    initiative_id: "J3",
    source_text:
      "tkc.jp/lg/kaze/202410tokusyu（内閣官房へのインタビュー）；jihyo.co.jp cs202409yoshida02\n国・地方デジタル共通基盤 基本方針（案）の写し wic-net.com/material/document/15372（pp. 7,12,20）",
    source_url: "https://tkc.jp/lg/kaze/202410tokusyu",
    confidence: "確",
  },
  {
    dl_title: "eL-QRによる公金収納の開始",
    dl_date_text: "2026年9月（計画2.3版：遅くとも26年9月）",
    dl_on: "2026-09-01",
    dl_precision: "月",
    initiative_id: "J4",
    sub_item_ids: "J4-5",
    source_text:
      "tkc.jp/lg/kaze/202501trendview（総務省職員による）\ntkc.jp/lg/kaze/202407rensai\ndigital-gyosei.com/interview/2025-07-07-interview-tkcelql",
    source_url: "https://tkc.jp/lg/kaze/202501trendview",
    confidence: "確",
  },
  {
    dl_title: "マイナンバーカードの特急発行（原則1週間）の開始",
    dl_date_text: "2024年12月2日",
    dl_on: "2024-12-02",
    dl_precision: "日",
    initiative_id: "J5",
    sub_item_ids: "J5-2",
    source_text: "地方財政白書 soumu.go.jp/menu_seisaku/hakusyo/chihou/r07data/2025data/r07czb03-04.html",
    source_url: "https://www.soumu.go.jp/menu_seisaku/hakusyo/chihou/r07data/2025data/r07czb03-04.html",
    confidence: "確",
  },
  {
    dl_title: "マイナンバーカードと運転免許証の一体化",
    dl_date_text: "2025年3月24日",
    dl_on: "2025-03-24",
    dl_precision: "日",
    initiative_id: "J5",
    sub_item_ids: "J5-2",
    source_text: "地方財政白書 soumu.go.jp/menu_seisaku/hakusyo/chihou/r07data/2025data/r07czb03-04.html",
    source_url: "https://www.soumu.go.jp/menu_seisaku/hakusyo/chihou/r07data/2025data/r07czb03-04.html",
    confidence: "確",
  },
  {
    dl_title: "サイバーセキュリティを確保するための方針の策定・措置・公表",
    dl_date_text: "2026年4月1日施行",
    dl_on: "2026-04-01",
    dl_precision: "日",
    dl_kind: "法令義務",
    law_ref: "令和6年改正 地方自治法",
    initiative_id: "J6",
    sub_item_ids: "J6-2",
    source_text:
      "blog.trustlogin.com/2026/Localgovernmentact\nデジタル庁 WG 事務局参考資料の写し wic-net.com/material/document/23379/62",
    source_url: "https://blog.trustlogin.com/2026/Localgovernmentact",
    confidence: "確",
  },
  {
    dl_title: "AI法（地方公共団体の責務 第5条）の全面施行",
    dl_date_text: "2025年9月",
    dl_on: "2025-09-01",
    dl_precision: "月",
    dl_kind: "法令義務",
    law_ref: "AI法 第5条",
    initiative_id: "J7",
    sub_item_ids: "J7-1",
    source_text: "ibltokyo.jp/series/a001/7815\nchuo-u.ac.jp …/2025/12/83558",
    source_url: "https://ibltokyo.jp/series/a001/7815",
    confidence: "確",
  },
  {
    dl_title: "総務省 自治体におけるAI活用・導入ガイドブック 第4版",
    dl_date_text: "2025年12月16日",
    dl_on: "2025-12-16",
    dl_precision: "日",
    law_ref: "総務省 自治体におけるAI活用・導入ガイドブック 第4版（ひな形つき）",
    initiative_id: "J7",
    sub_item_ids: "J7-2",
    source_text: "atmarkit.itmedia.co.jp/ait/articles/2601/15/news057.html",
    source_url: "https://atmarkit.itmedia.co.jp/ait/articles/2601/15/news057.html",
    confidence: "確",
  },
  {
    dl_title: "地域未来交付金 デジタル実装型（令和8年度）の事業の実施期限",
    dl_date_text: "2027年3月31日まで",
    dl_on: "2027-03-31",
    dl_precision: "日",
    dl_fy: "2026",
    dl_kind: "補助金",
    initiative_id: "T1",
    sub_item_ids: "T1-1,T1-2,T1-3",
    source_text:
      "vill.nishigo.fukushima.jp/soshiki/kikakuseisakuka/shisaku_keikaku/2/4/6103.html（2026-01-30。名前は確）\nmuraimuneaki.net/koufukin2026（率は要確認）",
    source_url: "https://muraimuneaki.net/koufukin2026",
    confidence: "要確認",
  },
  {
    dl_title: "行政データにおける機械可読性に関するルール",
    dl_date_text: "2026年3月31日",
    dl_on: "2026-03-31",
    dl_precision: "日",
    law_ref: "行政データにおける機械可読性に関するルール（各府省庁DX推進連絡会議ほか）",
    initiative_id: "K4",
    source_text:
      "github digital-go-jp/machine_readability_rule（README, machine-readability-rules.json, docs/rule_scoring_table.csv）。原文 cas.go.jp/jp/seisaku/digital_gyozaikaikaku/pdf/gyouseidata_rule.pdf は未確認",
    source_url: "https://github.com/digital-go-jp/machine_readability_rule",
    confidence: "確",
  },
];
