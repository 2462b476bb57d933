import { defineProcess } from "../schema/process.ts";
import { headIsKnown, isOfSomebodyElse } from "./process-conditions.ts";

const valueIsAnswered = { field: "data_status", operator: "not in", values: [""] } as const;

/** A value of an indicator for work inside the office stays 確定. */
const isForThePublic = { field: "is_public", operator: "in", values: ["公開"] } as const;

/** 速報 may be published only under that word, so it has a step of its own. */
export const kpiValueProcess = defineProcess(
  [
    {
      name: "入力待ち",
      todo: "入力担当が、実績値と値の状態を入れて「入力を終えて所属長へ送る」（ほかの人がつくった記録では「入力担当から所属長へ送る」）を押します。値がまだ出ないときは、空欄のまま値の状態で理由を選びます。ボタンが出ないときは、値の状態か所属長が空です。",
      assignees: "creator",
    },
    {
      name: "入力済",
      todo: "所属長が、値と増減の理由を読みます。よければ「確認して事務局へ送る」、直すところがあればコメントに書いて「入力者へ差し戻す」を押します。",
      assignees: [],
      assigneeFields: ["dept_head"],
    },
    {
      name: "所属長確認済",
      todo: "事務局が、根拠の資料と前の年度の値を確かめて「値を確定する」、直すところがあればコメントに書いて「入力者へ差し戻す」を押します。",
      assignees: ["jimukyoku"],
    },
    {
      name: "確定",
      todo: "公表する資料に載せたら「公表済みにする」を押します。速報の値は「速報として公表する」を押し、資料にも「速報」と書きます。公開が「庁内のみ」の指標は、ここで終わりです。間違いが見つかったときは、事務局が「確定を取り消して差し戻す」を押します。",
      assignees: ["jimukyoku", "koukai"],
    },
    {
      name: "公表",
      todo: "することはありません。間違いが見つかったときだけ「訂正のため差し戻す」を押します。",
      assignees: ["jimukyoku"],
    },
  ],
  [
    {
      name: "入力を終えて所属長へ送る",
      from: "入力待ち",
      to: "入力済",
      where: [valueIsAnswered, headIsKnown],
    },
    {
      name: "入力担当から所属長へ送る",
      from: "入力待ち",
      to: "入力済",
      where: [isOfSomebodyElse, valueIsAnswered, headIsKnown],
      byFields: ["owner", "owner_sub"],
    },
    { name: "確認して事務局へ送る", from: "入力済", to: "所属長確認済" },
    { name: "入力者へ差し戻す", from: "入力済", to: "入力待ち" },
    { name: "値を確定する", from: "所属長確認済", to: "確定" },
    { name: "入力者へ差し戻す", from: "所属長確認済", to: "入力待ち" },
    {
      name: "公表済みにする",
      from: "確定",
      to: "公表",
      where: [isForThePublic, { field: "data_status", operator: "not in", values: ["速報"] }],
    },
    {
      name: "速報として公表する",
      from: "確定",
      to: "公表",
      where: [isForThePublic, { field: "data_status", operator: "in", values: ["速報"] }],
    },
    // Who publishes does not take a settled value back.
    { name: "確定を取り消して差し戻す", from: "確定", to: "入力待ち", byRoles: ["jimukyoku"] },
    { name: "訂正のため差し戻す", from: "公表", to: "入力待ち" },
  ],
);
