import type { AppSchema } from "../../apps-schema/schema/app-schema.ts";
import { dropDown } from "../../apps-schema/schema/choice-fields.ts";
import { defineProcess } from "../../apps-schema/schema/process.ts";
import { date, text } from "../../apps-schema/schema/value-fields.ts";
import { listView } from "../../apps-schema/schema/view.ts";
import { smallApp } from "./small-suite.ts";

const process = defineProcess<string>(
  [
    { name: "下書き", assignees: "creator", todo: "書いて「送る」を押す & 待つ" },
    { name: "確認中", assignees: ["jimukyoku"], todo: "<確かめる>" },
    { name: "済み", assignees: ["kachou"], todo: "" },
  ],
  [
    {
      name: "送る",
      from: "下書き",
      to: "確認中",
      where: [{ field: "kind", operator: "in", values: ["道路", "水道"] }],
    },
    { name: "認める", from: "確認中", to: "済み" },
  ],
);

const isRoad = [{ field: "kind", operator: "in", values: ["道路"] }] as const;

/** One app that declares every one of the sixteen areas. It copies into itself, so that it needs no other. */
export function richApp(parts: Partial<AppSchema> = {}): AppSchema {
  const fields = { memo: text("メモ"), kind: dropDown("区分", ["道路", "水道"]), due_on: date("期限") };
  return smallApp("action", fields, {
    description: "事業を<b>一つ</b>ずつ書く & 見る",
    process,
    views: [
      { ...listView("一覧", { columns: ["code", "memo"], sort: [["code", "asc"]] }), where: isRoad },
      listView("期限の順", { columns: ["code", "due_on"], sort: [["due_on", "asc"]] }),
    ],
    recordPermissions: [
      {
        title: "道路",
        where: isRoad,
        lines: [
          { whom: "jimukyoku", may: ["view", "edit"] },
          { whom: "everyone", may: ["view"] },
        ],
      },
      { title: "ほか", where: [], lines: [{ whom: "everyone", may: ["view", "edit"] }] },
    ],
    fieldPermissions: [
      {
        field: "memo",
        reason: "中の話",
        lines: [
          { whom: "jimukyoku", access: "write" },
          { whom: "everyone", access: "read" },
        ],
      },
    ],
    notifications: {
      general: [{ to: "jimukyoku", on: ["added", "comment"] }],
      perRecord: [{ title: "道路の事業です。", where: isRoad, to: ["jimukyoku"] }],
      reminder: [{ title: "期限です。", field: "due_on", daysLater: -3, time: "9:00", where: isRoad, to: ["kachou"] }],
    },
    reports: [
      {
        name: "区分ごと",
        answers: "どの区分が多いか",
        chart: "COLUMN",
        mode: "NORMAL",
        groups: [{ code: "kind" }],
        where: isRoad,
        order: "most-first",
      },
      {
        name: "期限ごと",
        answers: "いつが多いか",
        chart: "TABLE",
        groups: [{ code: "due_on", per: "MONTH" }],
        order: "by-group",
      },
    ],
    actions: [
      { name: "同じものをつくる", to: "action", copies: { memo: "memo" }, roles: ["jimukyoku"], where: isRoad },
    ],
    plugins: ["roadmap"],
    ...parts,
  });
}
