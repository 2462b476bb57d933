import { kpiValueFields } from "./kpi-value-fields.ts";
import { defineApp } from "../schema/app-schema.ts";
import { group, guide, inputCheckSpace, row, space, table } from "../schema/layout.ts";
import { kpiValueProcess } from "./kpi-value-process.ts";
import { kpiValueReports } from "./kpi-value-reports.ts";
import { kpiValueViews } from "./kpi-value-views.ts";
import { sectionKept } from "./permissions.ts";

export const kpiValue = defineApp({
  key: "kpi_value",
  name: "KPI実績",
  description:
    "成果指標の年度ごとの値です。空欄と 0 は別のものとして扱います。値がまだないときは「値の状態」で理由を選んでください。",
  theme: "GREEN",
  icon: "APP60",
  keyField: "kpi_fy_key",
  titleField: "kpi_name",
  fields: kpiValueFields,
  layout: [
    space(inputCheckSpace),
    guide(kpiValueProcess),
    group("g_which", { label: "どの指標の、いつの値か", open: true }, [
      row("kpi_id", "kpi_name"),
      row("direction", "is_public"),
      row("fy", "seq", "kpi_fy_key"),
      row("due_on", "period"),
    ]),
    group("g_value", { label: "値", open: true }, [
      row("actual_value", "unit", "data_status"),
      row("zero_confirmed", "may_exceed_100"),
      row("numerator", "denominator"),
      row("target_fy_value", "forecast_value"),
      row("change_reason"),
    ]),
    row("other_years"),
    group("g_evidence", { label: "根拠", open: true }, [row("measured_on", "evidence_url"), row("evidence_file")]),
    group("g_judgement", { label: "判定（自動）" }, [
      row("progress_rate", "simple_ratio", "pace_gap"),
      row("result_grade"),
    ]),
    group("g_people", { label: "担当（指標から写ります）" }, [
      row("dept_code", "dept_name", "owner_org"),
      row("owner", "owner_sub", "dept_head"),
    ]),
    group("g_public", { label: "公開と内部メモ" }, [row("note_public"), row("note_internal")]),
    table("check_reasons"),
  ],
  views: kpiValueViews,
  reports: kpiValueReports,
  process: kpiValueProcess,
  permissions: sectionKept,
  plugins: ["input-check"],
});
