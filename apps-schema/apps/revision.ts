import { defineApp } from "../schema/app-schema.ts";
import { dropDown } from "../schema/choice-fields.ts";
import { group, note, row } from "../schema/layout.ts";
import { lookup, source } from "../schema/relation-fields.ts";
import { key, multiLineText, text } from "../schema/value-fields.ts";
import { listView } from "../schema/view.ts";
import type { meeting } from "./meeting.ts";
import { officeKept } from "./permissions.ts";
import type { planVersion } from "./plan-version.ts";

const revisedApps = ["計画バージョン", "課題", "取組", "実施事項", "アクションプラン", "成果指標", "用語集"] as const;

export const revision = defineApp({
  key: "revision",
  name: "改定履歴",
  description:
    "計画の言葉や数字を変えた記録です。1つの記録が1か所の変更です。変更前と変更後が並ぶので、そのまま新旧対照表になります。",
  theme: "YELLOW",
  icon: "APP62",
  keyField: "rev_key",
  titleField: "rev_title",
  fields: {
    rev_key: key("改定の番号", { help: "R- と版と番号（例：R-5.1-01）。" }),
    rev_title: text("変えたところ", { required: true, width: 480, help: "例：取組 J4 の実施事項⑤の文" }),
    from_version: lookup("前の版", {
      from: source<typeof planVersion>("plan_version", "version_no"),
      copies: {},
      picker: ["version_no", "revised_ym", "revision_kind"],
    }),
    to_version: lookup("新しい版", {
      from: source<typeof planVersion>("plan_version", "version_no"),
      copies: {},
      picker: ["version_no", "revised_ym", "revision_kind"],
    }),
    rev_app: dropDown("どのアプリ", revisedApps),
    rev_id: text("記録の番号", { width: 160, help: "変えた記録のID（例：J4-5、A-012）。" }),
    rev_field: text("項目名", { width: 240, help: "変えた項目の名前（例：実施事項）。" }),
    old_text: multiLineText("旧", { width: 460, height: 180, purpose: "変更前の文。新旧対照表の右に出る。" }),
    new_text: multiLineText("新", { width: 460, height: 180, purpose: "変更後の文。新旧対照表の左に出る。" }),
    rev_reason: multiLineText("変えた理由", { help: "10文字以上で書きます。" }),
    rev_cause: dropDown("きっかけ", ["国の計画改定", "町の状況", "評価結果", "誤記"]),
    decided_at: lookup("決めた会議", {
      from: source<typeof meeting>("meeting", "meeting_key"),
      copies: { decided_name: "meeting_name" },
      picker: ["meeting_key", "meeting_name", "held_on"],
    }),
    decided_name: text("決めた会議の名前", { width: 320 }),
    note_internal: multiLineText("内部メモ"),
  },
  layout: [
    group("g_which", { label: "どこを変えたか", open: true }, [
      row("rev_key", "rev_title"),
      row("from_version", "to_version"),
      row("rev_app", "rev_id", "rev_field"),
    ]),
    group("g_text", { label: "新旧対照", open: true }, [
      note("計画書の言葉は、そのまま写します。"),
      row("new_text", "old_text"),
    ]),
    group("g_reason", { label: "理由と決定", open: true }, [
      row("rev_reason"),
      row("rev_cause"),
      row("decided_at", "decided_name"),
    ]),
    group("g_internal", { label: "内部メモ" }, [row("note_internal")]),
  ],
  views: [
    listView("新旧対照表", {
      columns: ["rev_title", "new_text", "old_text", "rev_reason"],
      sort: [["rev_key", "asc"]],
    }),
    listView("版別", {
      columns: ["to_version", "rev_key", "rev_title", "rev_cause", "decided_name"],
      sort: [
        ["to_version", "desc"],
        ["rev_key", "asc"],
      ],
    }),
    listView("まだ決まっていない改定", {
      columns: ["rev_key", "rev_title", "rev_cause", "from_version", "更新日時"],
      where: [{ field: "decided_at", operator: "=", value: "" }],
      sort: [["rev_key", "asc"]],
    }),
    listView("国の計画改定によるもの", {
      columns: ["to_version", "rev_title", "rev_app", "rev_id", "decided_name"],
      where: [{ field: "rev_cause", operator: "in", values: ["国の計画改定"] }],
      sort: [["rev_key", "desc"]],
    }),
  ],
  reports: [
    {
      name: "改定のきっかけ",
      answers: "何がきっかけで計画を変えたか。評価の結果が計画に生きているか。",
      chart: "PIE",
      groups: [{ code: "rev_cause" }],
      order: "most-first",
    },
  ],
  permissions: officeKept,
  plugins: [],
});
