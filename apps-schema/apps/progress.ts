import { defineApp } from "../schema/app-schema.ts";
import { group, guide, note, row, table } from "../schema/layout.ts";
import { sectionKept } from "./permissions.ts";
import { progressFields } from "./progress-fields.ts";
import { progressProcess } from "./progress-process.ts";
import { progressReports } from "./progress-reports.ts";
import { progressViews } from "./progress-views.ts";

export const progress = defineApp({
  key: "progress",
  name: "進捗報告",
  description:
    "事業の進みを、半年に1回（上期・年度末）報告します。1つの記録が、1つの事業の1回分です。「工程の進み」と「成果の進み」は別々に選びます。1件10分くらいで書けます。",
  theme: "BLUE",
  icon: "APP55",
  keyField: "progress_key",
  titleField: "action_name",
  fields: progressFields,
  layout: [
    guide(progressProcess),
    group("g_which", { label: "どの事業の、いつの報告か", open: true }, [
      row("action_id", "action_name"),
      row("fy", "term", "due_on"),
      row("progress_key", "period"),
    ]),
    group("g_grade", { label: "進みぐあい", open: true }, [
      note("仕事が進んだことと、良くなったことは別です。別々に選びます。"),
      row("phase_now", "work_grade", "result_grade"),
      row("done_text"),
    ]),
    group("g_blocker", { label: "うまくいかなかったこと", open: true }, [row("blocker_kind"), row("blocker_text")]),
    group("g_next", { label: "次にやること", open: true }, [
      note("下の表に、だれが・いつまでに・何をするかを1行ずつ入れます。"),
    ]),
    table("next_steps"),
    group("g_help", { label: "相談したいこと", open: true }, [row("help_needed", "help_text")]),
    row("earlier"),
    group("g_year_end", { label: "年度末だけ書くところ" }, [row("learned"), row("direction_next")]),
    group("g_people", { label: "所管課と担当（事業から写ります）" }, [
      row("initiative_id", "initiative_name"),
      row("dept_code", "dept_name", "owner_org"),
      row("owner", "owner_sub", "dept_head"),
    ]),
    group("g_public", { label: "公開と内部メモ" }, [row("note_public"), row("note_internal"), row("entry_minutes")]),
  ],
  views: progressViews,
  reports: progressReports,
  actions: [
    {
      name: "相談を宿題にする",
      to: "homework",
      copies: { related_action_id: "action_id", dept_code: "dept_code", fu_title: "help_text" },
      roles: ["jimukyoku"],
      where: [{ field: "help_needed", operator: "in", values: ["事務局", "委員会", "町長"] }],
    },
  ],
  process: progressProcess,
  permissions: sectionKept,
  plugins: [],
});
