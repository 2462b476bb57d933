import { defineProcess } from "../schema/process.ts";
import { headIsKnown, isOfSomebodyElse } from "./process-conditions.ts";

/** Re-opened every year: 承認 is frozen, and a change of it goes through 改定中 and all the steps again. */
export const actionProcess = defineProcess(
  [
    {
      name: "下書き",
      todo: "担当者が書きます。とちゅうでも保存できます。書けたら「所属長へ送る」（ほかの人がつくった事業では「主担当から所属長へ送る」）を押します。ボタンが出ないときは、所管課が空か、組織アプリでその課の所属長がまだ決まっていません。",
      assignees: "creator",
    },
    {
      name: "所属長確認",
      todo: "所属長が、ねらいと工程を読みます。よければ「事務局へ送る」、直すところがあればコメントに理由を書いて「差し戻す」を押します。",
      assignees: [],
      assigneeFields: ["dept_head"],
    },
    {
      name: "事務局点検",
      todo: "事務局が、入力の不足と数字を点検します。「直してください」が0件になり、残る指摘に理由があれば「委員会へ付議する」、直すところがあればコメントに書いて「差し戻す」を押します。",
      assignees: ["jimukyoku"],
    },
    {
      name: "委員会付議",
      todo: "委員会で話し合います。決まったら、委員が「承認する」か「差し戻す」を押します。",
      assignees: ["iin"],
    },
    {
      name: "承認",
      todo: "この内容で進めます。変えるときは「改定を始める」、終わったときは今後の方向を「終了」にしてから「事業を終える」を押します。",
      assignees: ["jimukyoku"],
    },
    {
      name: "改定中",
      todo: "主担当か副担当が直します。直したら「所属長へ送る」を押します。やめるときは、事務局が「下書きに戻す」を押します。変えた理由は工程の表の「変えた理由」か改定履歴に残します。",
      assignees: ["jimukyoku"],
      assigneeFields: ["owner", "owner_sub"],
    },
    {
      name: "終了",
      todo: "することはありません。もう一度始めるときは、事務局が「事業を再び始める」を押します。",
      assignees: ["jimukyoku"],
    },
  ],
  [
    { name: "所属長へ送る", from: "下書き", to: "所属長確認", where: [headIsKnown] },
    {
      name: "主担当から所属長へ送る",
      from: "下書き",
      to: "所属長確認",
      where: [isOfSomebodyElse, headIsKnown],
      byFields: ["owner", "owner_sub"],
    },
    { name: "事務局へ送る", from: "所属長確認", to: "事務局点検" },
    { name: "差し戻す", from: "所属長確認", to: "下書き" },
    { name: "委員会へ付議する", from: "事務局点検", to: "委員会付議" },
    { name: "差し戻す", from: "事務局点検", to: "下書き" },
    { name: "承認する", from: "委員会付議", to: "承認" },
    { name: "差し戻す", from: "委員会付議", to: "下書き" },
    { name: "改定を始める", from: "承認", to: "改定中" },
    {
      name: "事業を終える",
      from: "承認",
      to: "終了",
      where: [{ field: "direction_next", operator: "in", values: ["終了"] }],
    },
    { name: "所属長へ送る", from: "改定中", to: "所属長確認", where: [headIsKnown] },
    // Whoever revises sends it on; only the office gives a revision up.
    { name: "下書きに戻す", from: "改定中", to: "下書き", byRoles: ["jimukyoku"] },
    { name: "事業を再び始める", from: "終了", to: "改定中" },
  ],
);
