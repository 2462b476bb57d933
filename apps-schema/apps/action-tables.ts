import { dropDown } from "../schema/choice-fields.ts";
import { subtable } from "../schema/relation-fields.ts";
import { date, number, text } from "../schema/value-fields.ts";
import { phaseKinds } from "./choices.ts";

const phaseStates = ["予定", "実施中", "済", "変更", "中止"] as const;

/** 当初計画 is what was approved first and is not moved afterwards; 現計画 moves; 実績 is what happened. */
export const phases = subtable(
  "工程の表",
  {
    ph_kind: dropDown("工程", phaseKinds, { width: 150 }),
    ph_state: dropDown("状態", phaseStates, { width: 110 }),
    ph_from: date("今の計画 始め"),
    ph_to: date("今の計画 終わり"),
    ph_first_from: date("当初計画 始め"),
    ph_first_to: date("当初計画 終わり"),
    ph_actual_from: date("実績 始め"),
    ph_actual_to: date("実績 終わり"),
    ph_milestone: text("節目", { width: 200 }),
    ph_milestone_on: date("節目の日"),
    ph_note: text("変えた理由", { width: 240 }),
  },
  { purpose: "工程表の帯。1行が1つの段階。変更と中止は失敗ではなく、理由と一緒に残す普通の状態。" },
);

export const fyGoals = subtable("年度別の目標（ことば）", {
  fg_fy: number("年度", { width: 100 }),
  fg_text: text("その年度に、いつまでに何をするか", { width: 480 }),
});

export const kpiLinks = subtable("つなぐ成果指標", {
  kpi_id: text("指標ID", { width: 140 }),
  kpi_name_copy: text("指標名", { width: 400 }),
});

export const costs = subtable("費用（千円）", {
  c_fy: number("年度", { width: 100 }),
  c_kind: dropDown("種類", ["初期", "運用"], { width: 110 }),
  c_budget: number("予算", { width: 120, grouped: true }),
  c_settled: number("決算", { width: 120, grouped: true }),
  c_fund: dropDown("財源", ["一般", "国補助", "県補助", "地方債", "その他"], { width: 130 }),
  c_fund_name: text("財源の名前", { width: 200 }),
});

export const risks = subtable("リスクと備え", {
  rk_text: text("起こりうること", { width: 280 }),
  rk_level: dropDown("大きさ", ["大", "中", "小"], { width: 100 }),
  rk_plan: text("備え", { width: 320 }),
});
