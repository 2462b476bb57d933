/** Choices that more than one app offers: a lookup copies between fields only when both offer the same. */
export const groupKinds = ["重点", "強化", "追加"] as const;

export const pillars = ["住民満足度アップ", "業務効率アップ"] as const;

export const issueIds = ["P1", "P2", "P3", "P4", "C1", "C2", "C3", "C4"] as const;

export const issueIdsHelp =
  "P1：人口減少、P2：働き手の不足、P3：高齢化、P4：地域格差、C1：デジタルディバイド、C2：地域性（小規模）、C3：デジタルリテラシー、C4：データ・数値";

export const units = ["%", "ポイント", "件", "人", "回", "時間", "分", "円", "千円", "日", "点", "その他"] as const;

export const kpiDirections = ["増やす", "減らす", "保つ(範囲)", "できたか(はい・いいえ)"] as const;

export const over100 = ["100を超えることがある"] as const;
