/** Choices that more than one app offers: a lookup copies between fields only when both offer the same. */
export const groupKinds = ["重点", "強化", "追加"] as const;

export const pillars = ["住民満足度アップ", "業務効率アップ"] as const;

export const issueIds = ["P1", "P2", "P3", "P4", "C1", "C2", "C3", "C4"] as const;

export const issueIdsHelp =
  "P1：人口減少、P2：働き手の不足、P3：高齢化、P4：地域格差、C1：デジタルディバイド、C2：地域性（小規模）、C3：デジタルリテラシー、C4：データ・数値";

export const units = ["%", "ポイント", "件", "人", "回", "時間", "分", "円", "千円", "日", "点", "その他"] as const;

export const kpiDirections = ["増やす", "減らす", "保つ(範囲)", "できたか(はい・いいえ)"] as const;

export const publicities = ["公開", "庁内のみ"] as const;

export const over100 = ["100を超えることがある"] as const;

export const phaseKinds = ["検討", "準備", "実施", "運用・効果確認", "完了", "休止"] as const;

export const directions = ["拡充", "継続", "改善", "縮小", "終了", "休止"] as const;

/** Two axes on purpose: a system that was put in is work done, not yet a result. */
export const workGrades = ["進んでいる", "予定どおり", "遅れている", "止まっている"] as const;

/** D: 評価できない. */
export const resultGrades = ["A", "B", "C", "D"] as const;

export const resultGradeHelp = "A：目標より進んでいる、B：目標どおり、C：遅れている、D：評価できない";

export const fyHelp = "西暦の年度で入れます（例：2026 = 令和8年度）。";

/** Sorts like the number, and reads as people speak. */
export const westernAndJapaneseYear = 'IF(fy >= 2019, fy & "（令和" & (fy - 2018) & "）年度", fy & "年度")';
