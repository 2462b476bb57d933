import { defineApp } from "../schema/app-schema.ts";
import { group, guide, inputCheckSpace, note, row, space, table } from "../schema/layout.ts";
import { actionButtons } from "./action-buttons.ts";
import { actionFields } from "./action-fields.ts";
import { actionProcess } from "./action-process.ts";
import { actionReports } from "./action-reports.ts";
import { actionViews } from "./action-views.ts";
import { sectionKept } from "./permissions.ts";

export const action = defineApp({
  key: "action",
  name: "アクションプラン",
  description:
    "52の実施事項の下で、実際に行う事業です。1つの記録が1つの事業です。いつでも下書きのまま保存できます。「工程表」を開くと、ここに入れた工程がそのまま図になります。",
  theme: "BLUE",
  icon: "APP63",
  keyField: "action_id",
  titleField: "action_name",
  fields: actionFields,
  layout: [
    space(inputCheckSpace),
    guide(actionProcess),
    group("g_basic", { label: "基本", open: true }, [
      row("action_id", "action_name"),
      row("sub_item_id", "sub_text"),
      row("group_kind", "initiative_id", "initiative_name"),
      row("dept_code", "dept_name", "owner_org"),
      row("owner", "owner_sub", "dept_head"),
      row("co_depts"),
    ]),
    group("g_aim", { label: "ねらい（対象 × デジタル化・改善・改革 → あるべき姿 → まちのあるべき姿）", open: true }, [
      note(
        "左から順に、だれの・どんな手段で・何が良くなり・町がどうなるか、を埋めます。計画書の目的の式と同じ並びです。",
      ),
      row("target_who", "means_kind", "ideal_state", "town_vision"),
      row("target_other", "pillar"),
      row("current_problem"),
      row("activity"),
      row("stop_doing"),
      row("alt_channel"),
      row("issue_ids"),
    ]),
    group("g_schedule", { label: "工程", open: true }, [
      note(
        "下の表に、検討・準備・実施・運用・効果確認の順に1行ずつ入れます。計画が変わったら「今の計画」だけを直し、「当初計画」は残します。",
      ),
      row("direction_next"),
    ]),
    table("phases"),
    table("fy_goals"),
    group("g_kpi", { label: "成果指標", open: true }, [
      note(
        "だれの何がどれだけ良くなるかを表す成果指標を、1つ以上（5つまで）つなぎます。まだ決まっていなければ空欄のまま保存できます。",
      ),
    ]),
    table("kpi_links"),
    group("g_cost", { label: "費用と効果" }, [
      row("hours_before", "hours_after", "volume_year"),
      row("budget_request"),
      note("費用は下の表に、年度ごとに千円で入れます。"),
    ]),
    table("costs"),
    group("g_joint", { label: "共同化・リスク" }, [
      row("joint_check", "joint_reason"),
      row("local_helpers", "helpers_note"),
      row("privacy_class"),
    ]),
    table("risks"),
    row("reports"),
    row("homework"),
    group("g_public", { label: "公開と内部メモ" }, [row("note_public"), row("note_internal")]),
    table("check_reasons"),
  ],
  views: actionViews,
  reports: actionReports,
  actions: actionButtons,
  process: actionProcess,
  permissions: sectionKept,
  plugins: ["roadmap", "input-check"],
});
