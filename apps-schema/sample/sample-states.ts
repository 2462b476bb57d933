import type { AppKey } from "../schema/app-key.ts";

/** Where one app's sample records stand in its process: states by key, and where those stand that are not named. */
export type SampleStates = {
  readonly app: AppKey;
  readonly others: string;
  readonly states: Readonly<Record<string, string>>;
};

/**
 * How far sample records have come on the local platform: most projects are approved and each other state has one, so that every role
 * finds something to read or to do. In the order in which they walk.
 */
export const sampleStates: readonly SampleStates[] = [
  {
    app: "action",
    others: "承認",
    states: {
      "A-001": "改定中",
      "A-009": "所属長確認",
      "A-010": "改定中",
      "A-011": "下書き",
      "A-013": "所属長確認",
      "A-016": "終了",
      "A-018": "事務局点検",
      "A-020": "下書き",
      "A-022": "委員会付議",
      "A-025": "所属長確認",
      "A-026": "下書き",
      "A-031": "下書き",
      "A-034": "事務局点検",
      "A-036": "委員会付議",
      "A-042": "下書き",
      // Nobody is asked yet: it has no section.
      "A-048": "下書き",
      "A-050": "終了",
    },
  },
  // Before what people have to do now, which then stands on top of their inbox.
  {
    app: "plan_version",
    others: "作成中",
    states: {
      "Ver.0.1（見本）": "旧版",
      "Ver.0.2（見本）": "施行(現行)",
      "Ver.0.3（見本）": "決裁",
      "Ver.0.4（見本）": "委員会審議",
      "Ver.0.5（見本）": "庁内照会",
    },
  },
  {
    app: "kpi_value",
    others: "入力待ち",
    states: {
      "K-901:2025:1": "公表",
      "K-902:2025:1": "確定",
      "K-903:2025:1": "所属長確認済",
      "K-904:2025:1": "入力済",
    },
  },
  {
    app: "progress",
    others: "依頼中",
    states: {
      "A-001:2025:年度末": "公表済",
      "A-003:2025:年度末": "委員会報告済",
      "A-001:2026:上期": "事務局確認",
      "A-004:2026:上期": "事務局確認",
      "A-002:2026:上期": "所属長確認",
      "A-003:2026:上期": "所属長確認",
      // Late: nothing is written, and its day has passed.
      "A-005:2026:上期": "記入中",
      "A-001:2026:年度末": "記入中",
    },
  },
  {
    app: "homework",
    others: "受付",
    states: { "H-MIHON-1": "対応中", "H-MIHON-3": "完了", "H-MIHON-4": "回答案", "H-MIHON-5": "見送り" },
  },
];
