import { defineProcess } from "../schema/process.ts";
import { headIsKnown, isOfSomebodyElse } from "./process-conditions.ts";

/** A request is closed only with an answer and its day, or with a reason for leaving it. */
export const homeworkProcess = defineProcess(
  [
    {
      name: "受付",
      todo: "事務局が、だれの何についての指摘か、所管課、答える期限を入れて「担当課へ渡す」（ほかの人がつくった記録では「事務局が担当課へ渡す」）を押します。ボタンが出ないときは、期限・所管課・所属長のどれかが空です。",
      assignees: "creator",
    },
    {
      name: "対応中",
      todo: "担当か所属長が、答えを書いて「答えを出す」を押します。答えが空のあいだは、ボタンは出ません。",
      assignees: [],
      assigneeFields: ["owner", "dept_head"],
    },
    {
      name: "回答案",
      todo: "事務局が答えを読みます。相手に伝えたら回答日を入れて「完了にする」、足りなければ「差し戻す」、見送るなら理由を書いて「見送りにする」を押します。",
      assignees: ["jimukyoku"],
    },
    {
      name: "完了",
      todo: "することはありません。続きがあるときは「もう一度対応する」を押します。",
      assignees: ["jimukyoku"],
    },
    {
      name: "見送り",
      todo: "することはありません。事情が変わったら「もう一度対応する」を押します。",
      assignees: ["jimukyoku"],
    },
  ],
  [
    {
      name: "担当課へ渡す",
      from: "受付",
      to: "対応中",
      where: [headIsKnown, { field: "due_on", operator: "!=", value: "" }],
    },
    {
      name: "事務局が担当課へ渡す",
      from: "受付",
      to: "対応中",
      where: [isOfSomebodyElse, headIsKnown, { field: "due_on", operator: "!=", value: "" }],
      byRoles: ["jimukyoku"],
    },
    { name: "答えを出す", from: "対応中", to: "回答案", where: [{ field: "answer_text", operator: "is not empty" }] },
    { name: "完了にする", from: "回答案", to: "完了", where: [{ field: "answered_on", operator: "!=", value: "" }] },
    { name: "差し戻す", from: "回答案", to: "対応中" },
    {
      name: "見送りにする",
      from: "回答案",
      to: "見送り",
      where: [{ field: "decline_reason", operator: "is not empty" }],
    },
    { name: "もう一度対応する", from: "完了", to: "対応中", where: [headIsKnown] },
    { name: "もう一度対応する", from: "見送り", to: "対応中", where: [headIsKnown] },
  ],
);
