import { defineApp } from "../schema/app-schema.ts";
import { organizationSelect, userSelect } from "../schema/choice-fields.ts";
import { group, note, row } from "../schema/layout.ts";
import { referenceTable } from "../schema/relation-fields.ts";
import { date, key, text } from "../schema/value-fields.ts";
import { listView } from "../schema/view.ts";
import { officeKept } from "./permissions.ts";

export const dept = defineApp({
  key: "dept",
  name: "組織",
  description:
    "課の一覧です。アクションプランや成果指標の担当課は、ここに登録した課から選びます。機構改革でなくなる課は、消さずに「使い終わる日」と「引き継ぐ課」を入れてください。",
  theme: "WHITE",
  icon: "APP42",
  keyField: "dept_code",
  titleField: "dept_name",
  fields: {
    dept_code: key("課コード", { purpose: "課を指す記号。課の名前が変わっても変えない。" }),
    dept_name: text("課名", { required: true, width: 320 }),
    dept_org: organizationSelect("kintoneの組織", {
      help: "この課にあたるkintoneの組織を1つ選びます。この課の人が、自分の課の記録を編集できるようになります。",
      purpose: "レコードのアクセス権が「自分の課」を見分けるもと。「自分の課」の一覧にも使う。",
    }),
    dept_head: userSelect("所属長", {
      purpose: "「所属長確認」を行う人。事業・報告・指標の値に写る。",
      help: "人事異動のあとは、ここを直してから、開いている事業の「所管課」で「取得」を押し直します。",
    }),
    dx_member: userSelect("DX推進員", { purpose: "課の中でDXの取りまとめをする人。" }),
    valid_from: date("使い始める日"),
    valid_to: date("使い終わる日", { help: "今も続いている課は空欄のままにします。" }),
    successor_code: text("引き継ぐ課のコード", { width: 160, purpose: "機構改革のあと、この課の仕事を引き継ぐ課。" }),
    contact_public: text("公開する連絡先", {
      width: 400,
      help: "課の名前と代表電話だけを書きます。個人の名前や直通の番号は書きません。",
    }),
    actions: referenceTable("この課の事業", {
      app: "action",
      field: "dept_code",
      relatedField: "dept_code",
      columns: ["action_id", "action_name", "owner", "owner_sub"],
      sort: "action_id asc",
      size: 10,
    }),
    kpis: referenceTable("この課の成果指標", {
      app: "kpi",
      field: "dept_code",
      relatedField: "dept_code",
      columns: ["kpi_id", "kpi_name", "owner", "owner_sub"],
      sort: "kpi_id asc",
      size: 10,
    }),
    homework: referenceTable("この課の指摘・宿題", {
      app: "homework",
      field: "dept_code",
      relatedField: "dept_code",
      columns: ["fu_key", "fu_title", "due_on", "owner"],
      sort: "due_on asc",
      size: 10,
    }),
  },
  layout: [
    row("dept_code", "dept_name"),
    row("dept_org"),
    row("dept_head", "dx_member"),
    row("contact_public"),
    group("g_validity", { label: "いつからいつまで", open: true }, [
      note("機構改革で課がなくなるときは、この記録を消さずに、使い終わる日と引き継ぐ課を入れます。"),
      row("valid_from", "valid_to", "successor_code"),
    ]),
    row("actions"),
    row("kpis"),
    row("homework"),
  ],
  views: [
    listView("今ある課", {
      columns: ["dept_code", "dept_name", "dept_org", "dept_head", "dx_member", "contact_public", "valid_from"],
      where: [{ field: "valid_to", operator: "=", value: "" }],
      sort: [["dept_code", "asc"]],
    }),
    listView("所属長か推進員が未定", {
      columns: ["dept_code", "dept_name", "dept_org", "dept_head", "dx_member"],
      where: [
        { field: "dept_org", operator: "in", values: [""] },
        { field: "dept_head", operator: "in", values: [""] },
        { field: "dx_member", operator: "in", values: [""] },
      ],
      joint: "or",
      sort: [["dept_code", "asc"]],
    }),
    listView("すべての課", {
      columns: ["dept_code", "dept_name", "valid_from", "valid_to", "successor_code", "contact_public"],
      sort: [["dept_code", "asc"]],
    }),
  ],
  permissions: officeKept,
  plugins: [],
});
