import { defineProcess } from "../schema/process.ts";
import { isOfSomebodyElse } from "./process-conditions.ts";

/** Exactly one version is in force: that one at most is 施行(現行) is for the office to see to, kintone cannot compare records. */
export const planVersionProcess = defineProcess(
  [
    {
      name: "作成中",
      todo: "事務局が、新しい版の本文を入れます。変えたところは改定履歴に残します。案ができたら「庁内に照会する」（ほかの人が入れた版では「事務局が庁内に照会する」）を押します。",
      assignees: "creator",
    },
    {
      name: "庁内照会",
      todo: "各課の意見を集めます。意見を反映したら「委員会に諮る」、大きく直すときは「差し戻す」を押します。",
      assignees: ["jimukyoku"],
    },
    {
      name: "委員会審議",
      todo: "委員会で新旧対照表を見て話し合います。決まったら「決裁に回す」、直すところがあれば「差し戻す」を押します。",
      assignees: ["iin", "jimukyoku"],
    },
    {
      name: "決裁",
      todo: "決裁が済んだら決裁日を入れ、前の版を「旧版にする」で閉じてから「施行する」を押します。決裁日が空のあいだは「施行する」は出ません。決裁されなければ「差し戻す」を押します。",
      assignees: ["jimukyoku"],
    },
    {
      name: "施行(現行)",
      todo: "いまの計画です。次の版を施行するときに「旧版にする」を押します。",
      assignees: ["jimukyoku"],
    },
    { name: "旧版", todo: "することはありません。読むだけにします。", assignees: ["jimukyoku"] },
  ],
  [
    { name: "庁内に照会する", from: "作成中", to: "庁内照会" },
    // A version that somebody else loaded or began would wait for that person for ever.
    {
      name: "事務局が庁内に照会する",
      from: "作成中",
      to: "庁内照会",
      where: [isOfSomebodyElse],
      byRoles: ["jimukyoku"],
    },
    { name: "委員会に諮る", from: "庁内照会", to: "委員会審議" },
    { name: "差し戻す", from: "庁内照会", to: "作成中" },
    { name: "決裁に回す", from: "委員会審議", to: "決裁" },
    { name: "差し戻す", from: "委員会審議", to: "作成中" },
    {
      name: "施行する",
      from: "決裁",
      to: "施行(現行)",
      where: [{ field: "approved_on", operator: "!=", value: "" }],
    },
    { name: "差し戻す", from: "決裁", to: "作成中" },
    { name: "旧版にする", from: "施行(現行)", to: "旧版" },
  ],
);
