import { defineProcess } from "../schema/process.ts";
import { headIsKnown, isForSomebodyElse, isOfSomebodyElse, ownerIsKnown } from "./process-conditions.ts";

const isWritten = [
  { field: "work_grade", operator: "not in", values: [""] },
  { field: "result_grade", operator: "not in", values: [""] },
  { field: "done_text", operator: "is not empty" },
] as const;

/** A report is asked for by the office, or begun by the section itself. */
export const progressProcess = defineProcess(
  [
    {
      name: "依頼中",
      todo: "事務局が提出期限を入れて「担当者へ依頼する」（ほかの人がつくった報告では「事務局が担当者へ依頼する」）を押します。主担当と副担当は「記入を始める」を押します。どれも出ないときは、事業の主担当が空です。",
      assignees: "creator",
    },
    {
      name: "記入中",
      todo: "主担当か副担当が、工程の進み・成果の進み・やったことを入れて「所属長へ送る」を押します。ボタンが出ないときは、この3つのどれかが空か、所属長が決まっていません。",
      assignees: [],
      assigneeFields: ["owner", "owner_sub"],
    },
    {
      name: "所属長確認",
      todo: "所属長が読みます。よければ「確認して事務局へ送る」、直すところがあればコメントに理由を書いて「差し戻す」を押します。",
      assignees: [],
      assigneeFields: ["dept_head"],
    },
    {
      name: "事務局確認",
      todo: "事務局が、前回の報告と比べて読みます。委員会の資料に入れたら「委員会に報告した」、直すところがあればコメントに書いて「差し戻す」を押します。",
      assignees: ["jimukyoku"],
    },
    {
      name: "委員会報告済",
      todo: "公表する資料に載せたら「公表した」を押します。",
      assignees: ["jimukyoku", "koukai"],
    },
    {
      name: "公表済",
      todo: "することはありません。間違いが見つかったときだけ「訂正のため差し戻す」を押します。",
      assignees: ["jimukyoku"],
    },
  ],
  [
    { name: "担当者へ依頼する", from: "依頼中", to: "記入中", where: [ownerIsKnown, ...isForSomebodyElse] },
    {
      name: "事務局が担当者へ依頼する",
      from: "依頼中",
      to: "記入中",
      where: [isOfSomebodyElse, ownerIsKnown, ...isForSomebodyElse],
      byRoles: ["jimukyoku"],
    },
    { name: "記入を始める", from: "依頼中", to: "記入中", byFields: ["owner", "owner_sub"] },
    { name: "所属長へ送る", from: "記入中", to: "所属長確認", where: [...isWritten, headIsKnown] },
    { name: "確認して事務局へ送る", from: "所属長確認", to: "事務局確認" },
    { name: "差し戻す", from: "所属長確認", to: "記入中" },
    { name: "委員会に報告した", from: "事務局確認", to: "委員会報告済" },
    { name: "差し戻す", from: "事務局確認", to: "記入中" },
    { name: "公表した", from: "委員会報告済", to: "公表済" },
    { name: "訂正のため差し戻す", from: "公表済", to: "記入中" },
  ],
);
