import { kpiFields } from "./kpi-fields.ts";
import { defineApp } from "../schema/app-schema.ts";
import { group, inputCheckSpace, note, row, space, table } from "../schema/layout.ts";
import { listView, mySection } from "../schema/view.ts";
import { officeKept } from "./permissions.ts";

export const kpi = defineApp({
  key: "kpi",
  name: "成果指標",
  description:
    "何を測れば「良くなった」と言えるかを決めるところです。1つの記録が1つの指標です。毎年の値は「KPI実績」に入れます。",
  theme: "GREEN",
  icon: "APP72",
  keyField: "kpi_id",
  titleField: "kpi_name",
  fields: kpiFields,
  layout: [
    space(inputCheckSpace),
    group("g_basic", { label: "基本", open: true }, [
      row("kpi_id", "kpi_name"),
      row("kpi_level", "direction", "aggregation"),
      row("unit", "unit_other", "may_exceed_100"),
      row("pillar", "issue_ids"),
    ]),
    group("g_target", { label: "基準と目標", open: true }, [
      row("base_value", "base_on"),
      row("target_value", "target_fy", "target_nature"),
      note("「保つ(範囲)」の指標では、目標値のかわりに範囲の下と上を入れます。"),
      row("range_min", "range_max"),
      row("target_reason"),
      row("reference_value"),
    ]),
    row("values"),
    group("g_measure", { label: "測り方", open: true }, [
      row("formula_text"),
      row("num_name", "den_name"),
      row("source_name", "source_url"),
      row("collect_how", "frequency", "available_month"),
    ]),
    group("g_people", { label: "担当", open: true }, [
      row("dept_code", "dept_name", "owner_org"),
      row("owner", "owner_sub", "dept_head"),
    ]),
    group("g_public", { label: "公開と内部メモ" }, [
      row("is_public", "small_n_rule"),
      row("note_public"),
      row("note_internal"),
    ]),
    group("g_change", { label: "指標の交代" }, [row("replaces_kpi_id"), row("change_reason")]),
    table("check_reasons"),
  ],
  views: [
    listView("指標の一覧", {
      columns: [
        "kpi_id",
        "kpi_name",
        "kpi_level",
        "unit",
        "direction",
        "base_value",
        "target_value",
        "target_fy",
        "target_nature",
        "dept_name",
      ],
      sort: [["kpi_id", "asc"]],
    }),
    listView("自分の課", {
      columns: ["kpi_name", "unit", "frequency", "available_month", "owner", "kpi_id"],
      where: [mySection("owner_org")],
      sort: [["kpi_id", "asc"]],
    }),
    listView("課別", {
      columns: ["dept_name", "kpi_id", "kpi_name", "frequency", "available_month", "owner"],
      sort: [
        ["dept_code", "asc"],
        ["kpi_id", "asc"],
      ],
    }),
    listView("見込みのままの指標", {
      columns: ["kpi_name", "target_nature", "base_value", "unit", "dept_name", "kpi_id"],
      where: [{ field: "target_nature", operator: "in", values: ["見込み", ""] }],
      sort: [["kpi_id", "asc"]],
    }),
    listView("所管課が未定", {
      columns: ["kpi_id", "kpi_name", "kpi_level", "source_name"],
      where: [{ field: "dept_code", operator: "=", value: "" }],
      sort: [["kpi_id", "asc"]],
    }),
  ],
  reports: [
    {
      name: "指標の段階",
      answers: "「やった量」だけでなく、「良くなった量」を測っているか。",
      chart: "PIE",
      groups: [{ code: "kpi_level" }],
      order: "by-group",
    },
    {
      name: "課題ごとの指標の数（8つの課題）",
      answers: "8つの課題のうち、測っていないものはどれか。出てこない課題には指標がありません。",
      chart: "BAR",
      mode: "NORMAL",
      groups: [{ code: "issue_ids" }],
      order: "by-group",
    },
  ],
  actions: [
    {
      name: "年度の値をつくる",
      to: "kpi_value",
      copies: { kpi_id: "kpi_id" },
      roles: ["jimukyoku", "tantou"],
    },
  ],
  permissions: officeKept,
  plugins: ["input-check"],
});
